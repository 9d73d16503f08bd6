import type { EditorView } from 'prosemirror-view';

/** Room kept above and below the cursor, in pixels. */
const room = 72;
/** Frames after which sheets that were guessed at have their own height. */
const patience = 12;
/** Pages that are on their way to a place. */
const ways = new WeakMap<HTMLElement, object>();

/** Scrolls as little as needed to have a position in sight: the head of the selection, unless another is named. */
export function reveal(view: EditorView, scroller: HTMLElement, position = view.state.selection.head): void {
  const edge = scroller.getBoundingClientRect();
  const { top, bottom } = view.coordsAtPos(position);
  if (top < edge.top + room) scroller.scrollTop -= edge.top + room - top;
  else if (bottom > edge.bottom - room) scroller.scrollTop += bottom - (edge.bottom - room);
}

/**
 * Brings a position to `wanted` pixels below the upper edge. Sheets far away have a guessed height until they are
 * drawn, so that the first jump may miss: it looks again in the next frames until the place stays. Ends early when
 * the user scrolls, or when it is sent elsewhere. Resolves when it is there.
 */
export function scrollToPosition(view: EditorView, scroller: HTMLElement, position: number, wanted: number): Promise<void> {
  let interrupted = false;
  const way = {};
  ways.set(scroller, way);
  const interrupt = () => { interrupted = true; };
  const events = ['wheel', 'pointerdown', 'keydown'] as const;
  for (const event of events) scroller.addEventListener(event, interrupt, { once: true, passive: true });
  return new Promise((resolve) => {
    const end = () => {
      for (const event of events) scroller.removeEventListener(event, interrupt);
      if (ways.get(scroller) === way) ways.delete(scroller);
      resolve();
    };
    let settled = 0;
    const step = (left: number) => {
      if (interrupted || view.isDestroyed || ways.get(scroller) !== way) return end();
      const off = view.coordsAtPos(position, 1).top - scroller.getBoundingClientRect().top - wanted;
      const before = scroller.scrollTop;
      if (Math.abs(off) > 1) scroller.scrollTop += off;
      settled = scroller.scrollTop === before ? settled + 1 : 0;
      if (settled >= 3 || left === 0) return end();
      requestAnimationFrame(() => step(left - 1));
      return undefined;
    };
    step(patience);
  });
}

/** Whether a page is being brought to a place, of which it may still be some frames off. */
export const isOnTheWay = (scroller: HTMLElement) => ways.has(scroller);

/** Is this position in sight, with some room? */
export function isInSight(view: EditorView, scroller: HTMLElement, position: number): boolean {
  const edge = scroller.getBoundingClientRect();
  const { top, bottom } = view.coordsAtPos(position, 1);
  return top >= edge.top + 24 && bottom <= edge.bottom - 24;
}
