import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { EditorRange } from '../positions.ts';
import type { ReadingDocument } from '../reading-document.ts';

interface MarkedState { range: EditorRange | null; decorations: DecorationSet }

/** Draws the selection while the keyboard is elsewhere (in the palette), since the browser then shows none. */
export const heldSelectionKey = new PluginKey<MarkedState>('held-selection');
/** Flashes the place to which the reader was brought. */
export const flashKey = new PluginKey<MarkedState>('flash');

/** Marks a range, or none. */
export function mark(tr: Transaction, key: PluginKey<MarkedState>, range: EditorRange | null): Transaction {
  return tr.setMeta(key, { range });
}

/** A class on one range of the text at a time. */
export function markedRangePlugin(reading: ReadingDocument, key: PluginKey<MarkedState>, className: string): Plugin<MarkedState> {
  return new Plugin<MarkedState>({
    key,
    state: {
      init: () => ({ range: null, decorations: DecorationSet.empty }),
      apply(tr, value) {
        const meta = tr.getMeta(key) as { range: EditorRange | null } | undefined;
        if (!meta) return value;
        const { range } = meta;
        if (!range || range.from === range.to) return { range: null, decorations: DecorationSet.empty };
        return { range, decorations: DecorationSet.create(reading.doc, [Decoration.inline(range.from, range.to, { class: className })]) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}
