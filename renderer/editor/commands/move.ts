import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Direction } from './select.ts';

export type Unit = 'character' | 'word' | 'line' | 'lineboundary';

/**
 * Moves the cursor as the browser does in a text, by what is drawn: it knows lines, and letters of several code units.
 * The editor reads the new selection back by itself.
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
    // The browser tells of the new selection later; whoever looks next must see it now.
    requestAnimationFrame(() => reveal(view));
    return true;
  };
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
