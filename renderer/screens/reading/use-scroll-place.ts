import { useEffect } from 'react';
import { isOnTheWay, scrollToPosition } from '../../editor/scroll.ts';
import { useUi } from '../ui-state.ts';
import { placeOn, putCursor, scrollToPlace, watchedPlace } from './page-place.ts';
import { recallPlace, rememberPlace } from './place-memory.ts';
import { useReading, type Page } from './reading-state.ts';

/** After the last scrolling or moving, before the place is written down; milliseconds. */
const rest = 150;

/**
 * Opens a document where it was left, and remembers where it is left. What is looked at beside the list of passages is
 * an excursion: it is not where one was. A page that becomes wider or narrower keeps what is looked at in sight.
 */
export function useScrollPlace(page: Page | null): void {
  useEffect(() => {
    if (!page) return undefined;
    const { view, scroller, documentId } = page;
    const place = recallPlace(documentId);
    // Somebody on the way to a passage is not brought back to where they were.
    const { goal } = useUi.getState();
    if (place && putCursor(page, place) && !goal) void scrollToPlace(page, place);
    if (document.activeElement === document.body) view.dom.focus({ preventScroll: true });

    let watched = watchedPlace(page);
    const note = () => {
      timer = undefined;
      const now = placeOn(page);
      if (!now) return;
      watched = watchedPlace(page);
      if (useUi.getState().view === 'reading') rememberPlace(documentId, now);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(note, rest);
    };
    let { clientWidth } = scroller;
    const resized = () => {
      if (scroller.clientWidth === clientWidth) return;
      ({ clientWidth } = scroller);
      if (watched && timer === undefined && !isOnTheWay(scroller)) void scrollToPosition(view, scroller, watched.position, watched.below);
    };
    const observer = new ResizeObserver(resized);
    observer.observe(scroller);
    scroller.addEventListener('scroll', later, { passive: true });
    const stop = useReading.subscribe((now, before) => {
      if (now.selection !== before.selection) later();
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      stop();
      scroller.removeEventListener('scroll', later);
    };
  }, [page]);
}
