import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { browserSelection, holdSelection } from '../commands/move.ts';
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
  /** The words that are dragged off the page; null where nothing is selected. */
  onDragStart(): string | null;
  /** A theme was let go over the page, at an editor position. */
  onDropTheme(code: CodeId, position: number): void;
}

/** What is dragged between the page and the list of themes, as the clipboard of a drag names it. */
export const passageType = 'application/x-hoorwerk-passage';
export const themeType = 'application/x-hoorwerk-theme';

/** How long after the mouse button a selection still counts as drawn with it; milliseconds. */
const late = 400;

/** Whether what is selected now was selected with the mouse, or is being so. */
export const isDrawing = ({ pressed, releasedAt }: PointerState) => pressed || performance.now() - releasedAt < late;

/**
 * What the mouse has selected, into a transaction that leaves the selection alone. The browser tells of it only later,
 * and a redrawing until then (a theme that lights up, say) would put the old selection back.
 */
export function adoptDrawn(view: EditorView, tr: Transaction): Transaction {
  if (tr.selectionSet || !view.hasFocus()) return tr;
  const drawn = browserSelection(view);
  return drawn && !drawn.empty && !drawn.eq(view.state.selection) ? tr.setSelection(drawn) : tr;
}

/** What the mouse, the clipboard and the coming and going of the keyboard do to the page. */
export function pointerPlugin({ pointer, onDrawn, onClick, onHover, onCopy, onDragStart, onDropTheme }: PointerHooks): Plugin {
  let hovered: CodingId | null = null;
  const hover = (coding: CodingId | null) => {
    if (coding === hovered) return;
    hovered = coding;
    onHover(coding);
  };
  return new Plugin({
    view(view) {
      // On the window: the button may be let go beside the page.
      const released = () => {
        if (!pointer.pressed) return;
        pointer.pressed = false;
        pointer.releasedAt = performance.now();
        // A key may follow before the browser tells what was selected.
        const tr = adoptDrawn(view, view.state.tr);
        if (tr.selectionSet) view.dispatch(tr);
        onDrawn();
      };
      window.addEventListener('mouseup', released);
      return { destroy: () => window.removeEventListener('mouseup', released) };
    },
    props: {
      handleClick(view, position, event) {
        // The second press of a slow double click is a single one to the editor, and a word selected to the browser.
        if (event.button !== 0 || event.detail > 1) return false;
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
          // What is selected can be taken to a theme; nothing else of the page can be dragged.
          const text = onDragStart();
          if (text === null || !event.dataTransfer) {
            event.preventDefault();
            return true;
          }
          pointer.pressed = false;
          event.dataTransfer.effectAllowed = 'copy';
          event.dataTransfer.setData(passageType, '1');
          event.dataTransfer.setData('text/plain', text);
          return true;
        },
        dragover: (_view, event) => {
          if (!event.dataTransfer?.types.includes(themeType)) return false;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          return true;
        },
        drop: (view, event) => {
          const theme = event.dataTransfer?.getData(themeType);
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (!theme || !at) return false;
          event.preventDefault();
          onDropTheme(theme as CodeId, at.pos);
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
