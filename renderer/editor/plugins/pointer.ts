import { Plugin } from 'prosemirror-state';
import type { CodingId } from '../../../schemas/ids.ts';
import { holdSelection } from '../commands/move.ts';
import { rangeOf } from '../positions.ts';
import { heldSelectionKey, mark } from './marked-range.ts';

export interface PointerHooks {
  onClick(codings: CodingId[]): void;
  onHover(coding: CodingId | null): void;
  onCopy(data: DataTransfer): boolean;
}

/** What the mouse, the clipboard and the coming and going of the keyboard do to the page. */
export function pointerPlugin({ onClick, onHover, onCopy }: PointerHooks): Plugin {
  let pressed = false;
  let hovered: CodingId | null = null;
  const hover = (coding: CodingId | null) => {
    if (coding === hovered) return;
    hovered = coding;
    onHover(coding);
  };
  return new Plugin({
    props: {
      handleClick(_view, _position, event) {
        onClick(codingsUnder(event.target));
        return false;
      },
      handleDOMEvents: {
        mousedown: () => {
          pressed = true;
          return false;
        },
        mouseup: () => {
          pressed = false;
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
          if (!pressed) holdSelection(view);
          return false;
        },
        blur: (view) => {
          pressed = false;
          const { selection } = view.state;
          if (!selection.empty) view.dispatch(mark(view.state.tr, heldSelectionKey, rangeOf(selection)));
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
