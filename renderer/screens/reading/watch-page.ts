import type { Page } from './reading-state.ts';

/**
 * Calls `measure` now and whenever what is drawn of the page may have moved (scrolling, sizes, fonts, sheets that come
 * into view), at most once a frame, until the returned function is called.
 */
export function watchPage({ view, scroller }: Page, measure: () => void): () => void {
  let frame = 0;
  const run = () => {
    frame = 0;
    if (!view.isDestroyed) measure();
  };
  const ask = () => { frame ||= requestAnimationFrame(run); };
  const observer = new ResizeObserver(ask);
  observer.observe(view.dom);
  observer.observe(scroller);
  scroller.addEventListener('scroll', ask, { passive: true });
  view.dom.addEventListener('contentvisibilityautostatechange', ask);
  document.fonts.addEventListener('loadingdone', ask);
  ask();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    scroller.removeEventListener('scroll', ask);
    view.dom.removeEventListener('contentvisibilityautostatechange', ask);
    document.fonts.removeEventListener('loadingdone', ask);
  };
}
