import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { useUi } from '../ui-state.ts';
import { drawnCodings, placeOf } from './drawn-codings.ts';
import { useReading, type Page } from './reading-state.ts';

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

/** The chosen coding, where keys may act on it: it is of the open document, or an orphan, which has no place to be at. Else null. */
export function codingAtHand(documentId: DocumentId | null): CodingId | null {
  const { project } = useWorkbench.getState();
  const { focusedCodingId: id } = useUi.getState();
  const coding = id === null ? undefined : project?.state.codings.get(id);
  if (!coding || !project) return null;
  return coding.documentId === documentId || project.verification.orphans.includes(coding.id) ? coding.id : null;
}

/**
 * Lets go of the chosen coding when the cursor is not at it any more: what keys act on is where one is. Not while its
 * borders are being moved, which is done with the same keys.
 */
export function letGoAway({ documentId, reading }: Pick<Page, 'documentId' | 'reading'>, cursor: TextRange): void {
  const { focusedCodingId: id } = useUi.getState();
  const coding = id === null ? undefined : useWorkbench.getState().project?.state.codings.get(id);
  const range = coding?.documentId === documentId ? placeOf(coding, reading.text) : null;
  if (!range || useReading.getState().reshaping !== null) return;
  if (cursor.end < range.start || cursor.start > range.end) useUi.setState({ focusedCodingId: null });
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
