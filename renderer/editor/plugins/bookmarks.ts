import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { ReadingDocument } from '../reading-document.ts';

export const bookmarksKey = new PluginKey<DecorationSet>('bookmarks');

/** Draws marks at these blocks. */
export const showBookmarks = (tr: Transaction, blocks: readonly number[]): Transaction => tr.setMeta(bookmarksKey, blocks);

/** A ribbon beside each block to which the reader wants to come back. */
export function bookmarksPlugin(reading: ReadingDocument): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: bookmarksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, value) {
        const blocks = tr.getMeta(bookmarksKey) as readonly number[] | undefined;
        return blocks ? DecorationSet.create(reading.doc, blocks.flatMap((block) => drawn(reading, block))) : value;
      },
    },
    props: { decorations: (state) => bookmarksKey.getState(state) },
  });
}

function drawn({ text, positions, doc }: ReadingDocument, block: number): Decoration[] {
  const range = text.blocks[block];
  if (!range) return [];
  const from = positions.toPosition(range.start) - 1;
  return [Decoration.node(from, from + (doc.nodeAt(from)?.nodeSize ?? 0), { class: 'bookmarked' })];
}
