import { useEffect } from 'react';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { topPlace } from '../../editor/geometry.ts';
import { selectText } from '../../editor/reading-view.ts';
import { scrollToPosition } from '../../editor/scroll.ts';
import { useUi } from '../ui-state.ts';
import { recallPlace, rememberPlace } from './place-memory.ts';
import { useReading, type Page } from './reading-state.ts';

/** After the last scrolling or moving, before the place is written down; milliseconds. */
const rest = 150;

/** Opens a document where it was left, and remembers where it is left. */
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

    const remember = () => {
      if (view.isDestroyed) return;
      const top = topPlace(view, reading, scroller);
      if (top) rememberPlace(documentId, { ...top, cursor: reading.positions.toOffset(view.state.selection.head) });
    };
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
      stop();
      scroller.removeEventListener('scroll', later);
    };
  }, [page]);
}
