import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { ReadingDocument } from '../reading-document.ts';

interface ReadingCursorState {
  /** First and last sheet of the turn under the cursor, both included. */
  first: number;
  last: number;
  decorations: DecorationSet;
}

export const readingCursorKey = new PluginKey<ReadingCursorState>('reading-cursor');

/** Marks the turn in which the reading cursor stands; outside turns, the sheet. */
export function readingCursorPlugin(reading: ReadingDocument): Plugin<ReadingCursorState> {
  return new Plugin<ReadingCursorState>({
    key: readingCursorKey,
    state: {
      init: (_config, state) => marked(reading, state),
      apply(tr, value, _before, state) {
        if (!tr.selectionSet) return value;
        const sheet = sheetUnder(reading, state);
        return sheet >= value.first && sheet <= value.last ? value : marked(reading, state);
      },
    },
    props: { decorations: (state) => readingCursorKey.getState(state)?.decorations },
  });
}

const sheetUnder = ({ positions }: ReadingDocument, state: EditorState) => positions.sheetOf(positions.blockAtPosition(state.selection.head));

function marked(reading: ReadingDocument, state: EditorState): ReadingCursorState {
  const { sheets, positions, doc } = reading;
  const turn = (at: number) => sheets[at]?.turn ?? null;
  let first = sheetUnder(reading, state);
  let last = first;
  if (turn(first) !== null) {
    while (first > 0 && turn(first - 1) === turn(last)) first -= 1;
    while (last < sheets.length - 1 && turn(last + 1) === turn(first)) last += 1;
  }
  const decorations: Decoration[] = [];
  for (let at = first; at <= last; at += 1) {
    const from = positions.sheetStart(at);
    decorations.push(Decoration.node(from, from + (doc.nodeAt(from)?.nodeSize ?? 0), { class: 'current' }));
  }
  return { first, last, decorations: DecorationSet.create(doc, decorations) };
}
