import type { Command } from 'prosemirror-state';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { nextAlike, planCopyCoding, planReshape, planSplitCoding } from '../../../app/coding/plan-shape.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { selectText } from '../../editor/reading-view.ts';
import { commit } from '../../use-cases/commit.ts';
import { joinCodings } from '../../use-cases/join-codings.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { placeOf } from './drawn-codings.ts';
import { focusPage, useReading } from './reading-state.ts';

/** The chosen coding and where it is on the page; null where none is chosen or it is elsewhere. */
export function codingOnPage(): { id: CodingId; range: TextRange } | null {
  const { page } = useReading.getState();
  const { focusedCodingId: id } = useUi.getState();
  const coding = id === null ? undefined : useWorkbench.getState().project?.state.codings.get(id);
  const range = page && coding?.documentId === page.documentId ? placeOf(coding, page.reading.text) : null;
  return id !== null && range ? { id, range } : null;
}

/** Selects the passage of the chosen coding, to move its borders with the keys that select; Enter keeps what is selected then. */
export function beginReshape(): void {
  const { page } = useReading.getState();
  const chosen = codingOnPage();
  if (!page || !chosen) return;
  focusPage();
  selectText(page.view, page.reading, chosen.range);
  useReading.setState({ reshaping: chosen.id });
}

/** Enter while borders are being moved: the coding gets what is selected. */
export const keepShape: Command = (_state, dispatch) => {
  const { reshaping, selection } = useReading.getState();
  if (reshaping === null) return false;
  if (dispatch) {
    if (selection) void reshape(reshaping, selection);
    endReshape();
  }
  return true;
};

/** Escape while borders are being moved: the coding stays as it was. */
export const leaveShape: Command = (_state, dispatch) => {
  if (useReading.getState().reshaping === null) return false;
  if (dispatch) endReshape();
  return true;
};

/**
 * Ends the moving of borders where it would move something else: another coding was chosen, or the selection left the
 * passage. Until the returned function is called, which ends it too.
 */
export function watchReshape(): () => void {
  const look = () => {
    const { reshaping, selection } = useReading.getState();
    if (reshaping === null) return;
    const chosen = codingOnPage();
    const isOnIt = chosen?.id === reshaping && selection !== null && selection.start < chosen.range.end && selection.end > chosen.range.start;
    if (!isOnIt) useReading.setState({ reshaping: null });
  };
  const leaving = [useReading.subscribe(look), useUi.subscribe(look)];
  return () => {
    for (const leave of leaving) leave();
    useReading.setState({ reshaping: null });
  };
}

function endReshape(): void {
  const { page, selection } = useReading.getState();
  useReading.setState({ reshaping: null });
  if (page && selection) selectText(page.view, page.reading, { start: selection.end, end: selection.end });
}

/** Gives a coding of the page other borders and keeps it chosen. */
export async function reshape(id: CodingId, { start, end }: TextRange): Promise<void> {
  const { page } = useReading.getState();
  if (!page || useWorkbench.getState().project?.state.codings.get(id)?.documentId !== page.documentId) return;
  useUi.setState({ focusedCodingId: id });
  await commit((project, { now }) => planReshape(project.state, page.reading.text, { id, start, end, now }));
}

/** Cuts the chosen coding in two at the cursor. */
export async function splitAtCursor(): Promise<void> {
  const { page } = useReading.getState();
  const chosen = codingOnPage();
  if (!page || !chosen) return;
  const at = page.reading.positions.toOffset(page.view.state.selection.head);
  await commit((project, { now, newId }) => planSplitCoding(project.state, page.reading.text, { id: chosen.id, at, newId: newId<CodingId>(), now }));
}

/** Makes one coding of the chosen one and the next of its theme, and keeps that chosen. */
export async function joinNext(): Promise<void> {
  const { page } = useReading.getState();
  const chosen = codingOnPage();
  const { project } = useWorkbench.getState();
  if (!page || !chosen || !project) return;
  const next = nextAlike(project.state, page.reading.text, chosen.id);
  if (next === null) notify({ kind: 'info', key: 'reading.join-none' });
  else await joinCodings([chosen.id, next]);
}

/** Puts another theme on the same passage too, with the same weight, and chooses that coding. */
export async function copyTo(id: CodingId, codeId: CodeId): Promise<void> {
  let made: CodingId | null = null;
  const copied = await commit((project, { now, newId }) => {
    made = newId<CodingId>();
    return planCopyCoding(project.state, { id, codeId, newId: made, now });
  });
  if (copied.ok && made !== null) useUi.setState({ focusedCodingId: made });
}
