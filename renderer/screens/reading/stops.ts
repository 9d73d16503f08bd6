import type { Utf16 } from '../../../app/document/offsets.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { uncodedStretches } from '../../editor/uncoded.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { bookmarksOf, toggleBookmark } from './bookmarks.ts';
import { drawnCodings } from './drawn-codings.ts';
import { useReading, type Page } from './reading-state.ts';

/** To the next or the previous stretch on which no theme lies, also none that the page does not show now. */
export function stepUncoded(direction: 1 | -1): void {
  const { page } = useReading.getState();
  const { project } = useWorkbench.getState();
  if (!page || !project) return;
  const stretches = uncodedStretches(page.reading, drawnCodings(project.state.codings, page.documentId, page.reading.text));
  const cursor = cursorOf(page);
  const next = direction === 1 ? stretches.find(({ start }) => start > cursor) : stretches.findLast(({ end }) => end < cursor);
  if (next) goTo(page, next.start, next.end);
  else tell(direction === 1 ? 'reading.last-uncoded' : 'reading.first-uncoded');
}

/** Marks the paragraph under the cursor to come back to, or takes its mark away. */
export function markPlace(): void {
  const { page } = useReading.getState();
  if (!page) return;
  const isMarked = toggleBookmark(page.documentId, page.reading.text, page.reading.text.blockAt(cursorOf(page)));
  tell(isMarked ? 'reading.bookmarked' : 'reading.unbookmarked');
}

/** To the next bookmark, and from the last one to the first. */
export function nextBookmark(): void {
  const { page } = useReading.getState();
  if (!page) return;
  const { blocks: marked } = bookmarksOf(page.documentId, page.reading.text);
  const here = page.reading.text.blockAt(cursorOf(page));
  const block = marked.find((other) => other > here) ?? marked[0];
  const range = block === undefined ? undefined : page.reading.text.blocks[block];
  if (range) goTo(page, range.start, range.end);
  else tell('reading.no-bookmarks');
}

const cursorOf = ({ reading, view }: Page) => reading.positions.toOffset(view.state.selection.head);

function goTo({ documentId, reading }: Page, start: Utf16, end: Utf16): void {
  const { toCodePoint } = reading.text;
  useUi.setState({ goal: { kind: 'text', documentId, start: toCodePoint(start), end: toCodePoint(end) } });
}

const tell = (key: MessageKey) => notify({ kind: 'info', key });
