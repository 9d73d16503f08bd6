import type { EditorView } from 'prosemirror-view';
import type { EditorRange } from './positions.ts';
import { flashKey, mark } from './plugins/marked-range.ts';
import { isInSight, scrollToPosition } from './scroll.ts';

/** How long the place stays lit after arrival; milliseconds, as in editor.css. */
const flashing = 1400;

/** Brings a stretch of the page into sight and lights it up for a moment; false where the page is gone by then. */
export async function arrive(view: EditorView, scroller: HTMLElement, { from, to }: EditorRange): Promise<boolean> {
  if (!isInSight(view, scroller, from) || !isInSight(view, scroller, to)) await scrollToPosition(view, scroller, from, scroller.clientHeight * 0.3);
  if (view.isDestroyed) return false;
  view.dispatch(mark(view.state.tr, flashKey, { from, to }));
  setTimeout(() => {
    if (!view.isDestroyed) view.dispatch(mark(view.state.tr, flashKey, null));
  }, flashing);
  return true;
}
