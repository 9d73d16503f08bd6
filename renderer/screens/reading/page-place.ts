import type { Utf16 } from '../../../app/document/offsets.ts';
import { topPlace } from '../../editor/geometry.ts';
import { selectText } from '../../editor/reading-view.ts';
import { isInSight, scrollToPosition } from '../../editor/scroll.ts';
import type { ReadingPlace } from './place-memory.ts';
import type { Page } from './reading-state.ts';

/** Where the page is now, and its cursor; null where nothing of it is in sight. */
export function placeOn({ view, reading, scroller }: Page): ReadingPlace | null {
  if (view.isDestroyed) return null;
  const top = topPlace(view, reading, scroller);
  return top && { ...top, cursor: reading.positions.toOffset(view.state.selection.head) };
}

/**
 * The place that a reader looks at, and how far below the upper edge it stands, in pixels: the cursor or the end of the
 * selection where it is in sight, else the first block that is.
 */
export function watchedPlace({ view, reading, scroller }: Page): { position: number; below: number } | null {
  const { head } = view.state.selection;
  if (isInSight(view, scroller, head)) return { position: head, below: view.coordsAtPos(head, 1).top - scroller.getBoundingClientRect().top };
  const top = topPlace(view, reading, scroller);
  return top && { position: reading.positions.toPosition(top.offset), below: top.below };
}

/** Puts the cursor where it was; false where the place is not in this text any more. */
export function putCursor({ view, reading }: Page, { offset, cursor }: ReadingPlace): boolean {
  const last = reading.text.text.length;
  if (offset > last || cursor > last) return false;
  selectText(view, reading, { start: cursor as Utf16, end: cursor as Utf16 });
  return true;
}

/** Scrolls to where the page was. */
export function scrollToPlace({ view, reading, scroller }: Page, { offset, below }: ReadingPlace): Promise<void> {
  return scrollToPosition(view, scroller, reading.positions.toPosition(offset as Utf16), below);
}
