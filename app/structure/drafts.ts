import type { BlockKind } from '../../schemas/records/content.ts';
import type { Line } from './lines.ts';
import type { Item } from './lists.ts';
import type { Paragraphs } from './paragraphs.ts';
import { slicePiece, type Piece } from './pieces.ts';

/** A block to be: the pieces it is made of, each a part of one line. */
export interface Draft {
  kind: BlockKind;
  level: number | null;
  parts: { line: number; piece: Piece }[];
}

/** What is to become of a line that is no running text: blocks of its own, cut from it by UTF-16 offsets. */
export interface LineUse {
  blocks: { kind: BlockKind; level: number | null; from: number; to: number }[];
  /** The first block is the rest of the one before. */
  joins: boolean;
  /** Running text may go on in the last block. */
  open: boolean;
}

/** Lines as blocks: running text in paragraphs, the others as they are to be used. Empty stretches make no block. */
export function draftBlocks(lines: readonly Line[], paragraphs: Paragraphs, uses: ReadonlyMap<number, LineUse>): Draft[] {
  const drafts: Draft[] = [];
  let open = false;
  lines.forEach((line, at) => {
    const use = uses.get(at);
    if (!use) {
      const last = drafts.at(-1);
      if (open && last && !paragraphs.endsAfter(at - 1)) last.parts.push({ line: at, piece: line });
      else drafts.push({ kind: 'paragraph', level: null, parts: [{ line: at, piece: line }] });
      open = true;
      return;
    }
    use.blocks.forEach((block, index) => {
      const part = slicePiece(line, block.from, block.to);
      const last = drafts.at(-1);
      if (part.text === '') return;
      if (index === 0 && use.joins && last) last.parts.push({ line: at, piece: part });
      else drafts.push({ kind: block.kind, level: block.level, parts: [{ line: at, piece: part }] });
    });
    open = use.open;
  });
  return drafts;
}

/** A whole line as one block that nothing is added to. */
export function wholeLine(kind: BlockKind, level: number | null, length: number, joins = false): LineUse {
  return { blocks: [{ kind, level, from: 0, to: length }], joins, open: false };
}

export function itemUse(item: Item, length: number): LineUse {
  return { blocks: [{ kind: 'listItem', level: item.level, from: item.from, to: length }], joins: false, open: true };
}
