import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { useUi } from '../ui-state.ts';
import { drawnCodings } from './drawn-codings.ts';
import { useReading } from './reading-state.ts';

/** Takes a coding away and says how to get it back. */
export async function removeCoding(id: CodingId): Promise<void> {
  const state = useWorkbench.getState().project?.state;
  const coding = state?.codings.get(id);
  const name = coding && state?.codes.get(coding.codeId)?.name;
  const removed = await commit((project) => planDeleteCodings(project.state, [id]));
  if (!removed.ok) return;
  if (useUi.getState().focusedCodingId === id) useUi.setState({ focusedCodingId: null });
  notify({ kind: 'info', key: 'reading.coding-removed', values: { code: name ?? '', keys: keyCaps('$mod+z') } });
}

/** Puts a coding under another theme. */
export async function recode(id: CodingId, codeId: CodeId): Promise<void> {
  await commit((project, { now }) => planRecode(project.state, [id], codeId, now));
}

/** Chooses a coding and brings it into sight; the list of passages beside the text stays. */
export function showCoding(id: CodingId): void {
  const isInSight = useReading.getState().page !== null;
  useUi.setState(({ view }) => ({ focusedCodingId: id, goal: { kind: 'coding', codingId: id }, view: isInSight ? view : 'reading' }));
}

/** Chooses the next or the previous coding of the document, counted from the chosen one or from the cursor. */
export function stepCoding(direction: 1 | -1): void {
  const { project } = useWorkbench.getState();
  const { documentId, focusedCodingId, onlyCodes } = useUi.getState();
  const document = documentId ? project?.state.documents.get(documentId) : undefined;
  if (!project || !document) return;
  const codings = [...drawnCodings(project.state.codings, document.id, plainTextOf(document), onlyCodes).values()]
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  if (codings.length === 0) {
    notify({ kind: 'info', key: 'reading.no-codings' });
    return;
  }
  const { page } = useReading.getState();
  const cursor = page ? page.reading.positions.toOffset(page.view.state.selection.head) : 0;
  const at = codings.findIndex(({ id }) => id === focusedCodingId);
  const next = at >= 0 ? codings[at + direction]
    : direction === 1 ? codings.find(({ start }) => start >= cursor) : codings.findLast(({ start }) => start < cursor);
  if (next) showCoding(next.id);
  else notify({ kind: 'info', key: direction === 1 ? 'reading.last-coding' : 'reading.first-coding' });
}
