import { EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { adoptDrawn, isDrawing } from '../../../renderer/editor/plugins/pointer.ts';
import { block, contentOf, readingOf } from './hearing.ts';

const reading = readingOf(contentOf([block('De klok sloeg drie keer.', null)], []));
const at = (offset: number) => reading.positions.toPosition(offset as never);

/** A view in which the browser has selected from one offset to another, and has not told of it. */
function viewWith(anchor: number, head: number, { focused = true, inside = true } = {}): EditorView {
  const state = EditorState.create({ doc: reading.doc, selection: TextSelection.create(reading.doc, at(1)) });
  const dom = {
    contains: () => inside,
    ownerDocument: { getSelection: () => ({ anchorNode: dom, anchorOffset: at(anchor), focusNode: dom, focusOffset: at(head) }) },
  };
  return { state, dom, hasFocus: () => focused, posAtDOM: (_node: unknown, offset: number) => offset } as unknown as EditorView;
}

describe('what the mouse has selected', () => {
  it.each([['forward', 3, 7], ['backward', 7, 3]])('is not lost to a redrawing before the browser tells of it, drawn %s', (_how, anchor, head) => {
    const view = viewWith(anchor, head);
    const { selection } = view.state.apply(adoptDrawn(view, view.state.tr.setMeta('redraw', true)));
    expect([selection.anchor, selection.head]).toEqual([at(anchor), at(head)]);
  });

  it('gives way to a selection that somebody sets', () => {
    const view = viewWith(3, 7);
    const { selection } = view.state.apply(adoptDrawn(view, view.state.tr.setSelection(TextSelection.create(reading.doc, at(9)))));
    expect([selection.anchor, selection.head]).toEqual([at(9), at(9)]);
  });

  it.each([
    ['a mere click', viewWith(5, 5)], ['elsewhere on the screen', viewWith(3, 7, { inside: false })], ['without the keyboard', viewWith(3, 7, { focused: false })],
  ])('is nothing: %s', (_what, view) => {
    expect(adoptDrawn(view, view.state.tr).selectionSet).toBe(false);
  });

  it('is being drawn while the button is down', () => {
    expect(isDrawing({ pressed: true, releasedAt: -Infinity })).toBe(true);
    expect(isDrawing({ pressed: false, releasedAt: -Infinity })).toBe(false);
  });
});
