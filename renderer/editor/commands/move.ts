import { TextSelection, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Direction } from './select.ts';

export type Unit = 'character' | 'word' | 'line' | 'lineboundary';

/**
 * Moves the cursor as the browser does in a text, by what is drawn: it knows lines, and letters of several code units.
 * The editor is told at once: the browser's own news of it comes later than the next key may.
 */
export function moveBy(unit: Unit, direction: Direction, extend: boolean, reveal: (view: EditorView) => void): Command {
  return (state, dispatch, view) => {
    if (!dispatch || !view) return true;
    const selection = view.dom.ownerDocument.getSelection();
    if (!selection) return false;
    holdSelection(view);
    if (!extend && unit === 'character' && !state.selection.empty) {
      if (direction === 'forward') selection.collapseToEnd();
      else selection.collapseToStart();
    } else {
      selection.modify(extend ? 'extend' : 'move', direction, unit);
    }
    const moved = browserSelection(view);
    if (moved) dispatch(state.tr.setSelection(moved));
    else holdSelection(view);
    reveal(view);
    return true;
  };
}

/** The browser's selection in the editor's terms; null where it went out of the page. */
export function browserSelection(view: EditorView): TextSelection | null {
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = view.dom.ownerDocument.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  const { doc } = view.state;
  const found = TextSelection.between(doc.resolve(view.posAtDOM(anchorNode, anchorOffset)), doc.resolve(view.posAtDOM(focusNode, focusOffset)));
  return found instanceof TextSelection ? found : null;
}

/** Gives the browser the editor's selection again, after the keyboard was elsewhere or before it ever was here. */
export function holdSelection(view: EditorView): void {
  const dom = view.dom.ownerDocument.getSelection();
  const { anchor, head } = view.state.selection;
  if (!dom) return;
  const from = view.domAtPos(anchor, 1);
  const to = view.domAtPos(head, head > anchor ? -1 : 1);
  if (dom.anchorNode === from.node && dom.anchorOffset === from.offset && dom.focusNode === to.node && dom.focusOffset === to.offset) return;
  dom.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
