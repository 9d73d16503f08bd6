import { Plugin, TextSelection } from 'prosemirror-state';
import type { CodingId } from '../../../schemas/ids.ts';
import { holdSelection } from '../commands/move.ts';
import { rangeOf } from '../positions.ts';
import { heldSelectionKey, mark } from './marked-range.ts';

/** What the mouse is doing, for whoever must know whether a selection is still being drawn. */
export interface PointerState {
  pressed: boolean;
  /** When the button was last let go, as `performance.now()` counts. */
  releasedAt: number;
}

export interface PointerHooks {
  pointer: PointerState;
  /** The button was let go after it was pressed on the page: what is selected now is meant. */
  onDrawn(): void;
  onClick(codings: CodingId[]): void;
  onHover(coding: CodingId | null): void;
  onCopy(data: DataTransfer): boolean;
}

/** What the mouse, the clipboard and the coming and going of the keyboard do to the page. */
export function pointerPlugin({ pointer, onDrawn, onClick, onHover, onCopy }: PointerHooks): Plugin {
  let hovered: CodingId | null = null;
  const hover = (coding: CodingId | null) => {
    if (coding === hovered) return;
    hovered = coding;
    onHover(coding);
  };
  return new Plugin({
    view() {
      // On the window: the button may be let go beside the page.
      const released = () => {
        if (!pointer.pressed) return;
        pointer.pressed = false;
        pointer.releasedAt = performance.now();
        onDrawn();
      };
      window.addEventListener('mouseup', released);
      return { destroy: () => window.removeEventListener('mouseup', released) };
    },
    props: {
      handleClick(view, position, event) {
        if (event.button !== 0) return false;
        // Lighting a coding up redraws its text, and the browser would lose the cursor that it is about to set there.
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))).setMeta('own', true));
        onClick(codingsUnder(event.target));
        return false;
      },
      handleDOMEvents: {
        mousedown: () => {
          pointer.pressed = true;
          return false;
        },
        mouseover: (_view, event) => {
          // Lighting up redraws text, which would disturb a selection that is being drawn.
          if (event.buttons === 0) hover(codingsUnder(event.target)[0] ?? null);
          return false;
        },
        mouseleave: () => {
          hover(null);
          return false;
        },
        focus: (view) => {
          if (heldSelectionKey.getState(view.state)?.range) view.dispatch(mark(view.state.tr, heldSelectionKey, null));
          // A click sets its own selection.
          if (!pointer.pressed) holdSelection(view);
          return false;
        },
        blur: (view) => {
          pointer.pressed = false;
          view.dom.classList.remove('tabbed');
          const { selection } = view.state;
          if (!selection.empty) view.dispatch(mark(view.state.tr, heldSelectionKey, rangeOf(selection)));
          return false;
        },
        keyup: (view, event) => {
          if (event.key === 'Tab') view.dom.classList.add('tabbed');
          return false;
        },
        copy: (_view, event) => {
          if (!event.clipboardData || !onCopy(event.clipboardData)) return false;
          event.preventDefault();
          return true;
        },
        dragstart: (_view, event) => {
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

/** Innermost first. */
function codingsUnder(target: EventTarget | null): CodingId[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-codings]') : null;
  return element?.dataset['codings']?.split(' ').toReversed() as CodingId[] | undefined ?? [];
}
