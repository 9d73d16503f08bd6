import { useEffect } from 'react';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { topPlace } from '../../editor/geometry.ts';
import { selectText } from '../../editor/reading-view.ts';
import { isInSight, scrollToPosition } from '../../editor/scroll.ts';
import { useUi } from '../ui-state.ts';
import { recallPlace, rememberPlace } from './place-memory.ts';
import { useReading, type Page } from './reading-state.ts';

/** After the last scrolling or moving, before the place is written down; milliseconds. */
const rest = 150;

/** Opens a document where it was left, remembers where it is left, and stays there when the page gets another width. */
export function useScrollPlace(page: Page | null): void {
  useEffect(() => {
    if (!page) return undefined;
    const { view, reading, scroller, documentId } = page;
    const place = recallPlace(documentId);
    const last = reading.text.text.length;
    // Somebody on the way to a passage is not brought back to where they were.
    const goal = useUi.getState().goal;
    if (place && place.offset <= last && place.cursor <= last) {
      selectText(view, reading, { start: place.cursor as Utf16, end: place.cursor as Utf16 });
      if (!goal) void scrollToPosition(view, scroller, reading.positions.toPosition(place.offset as Utf16), place.below);
    }
    if (document.activeElement === document.body) view.dom.focus({ preventScroll: true });

    let kept: Kept | null = null;
    const remember = () => {
      if (view.isDestroyed) return;
      const top = topPlace(view, reading, scroller);
      if (top) rememberPlace(documentId, { ...top, cursor: reading.positions.toOffset(view.state.selection.head) });
      kept = keptPlace(page);
    };
    let width = scroller.clientWidth;
    const sizes = new ResizeObserver(() => {
      if (scroller.clientWidth === width || view.isDestroyed) return;
      width = scroller.clientWidth;
      if (kept) void scrollToPosition(view, scroller, kept.position, kept.below);
    });
    sizes.observe(scroller);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(remember, rest);
    };
    scroller.addEventListener('scroll', later, { passive: true });
    const stop = useReading.subscribe((now, before) => {
      if (now.selection !== before.selection) later();
    });
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      stop();
      scroller.removeEventListener('scroll', later);
    };
  }, [page]);
}

/** A place of the page, and how far below the upper edge it stands, in pixels. */
interface Kept { position: number; below: number }

/** What a reader looks at: the cursor or the selection where it is in sight, else the first line that is. */
function keptPlace({ view, reading, scroller }: Page): Kept | null {
  const { head } = view.state.selection;
  if (isInSight(view, scroller, head)) return { position: head, below: view.coordsAtPos(head, 1).top - scroller.getBoundingClientRect().top };
  const top = topPlace(view, reading, scroller);
  return top && { position: reading.positions.toPosition(top.offset), below: top.below };
}
