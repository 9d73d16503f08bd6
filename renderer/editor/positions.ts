import type { Utf16 } from '../../app/document/offsets.ts';
import type { PlainText } from '../../app/document/plain-text.ts';
import type { Sheet } from './sheets.ts';
import { firstIndex } from '../../app/support/first-index.ts';

/** A place in the editor's document, as ProseMirror counts them. Never to be mixed with offsets in the text. */
export type EditorPosition = number & { readonly __unit: 'editor-position' };

/** A half-open range of editor positions. */
export interface EditorRange { from: EditorPosition; to: EditorPosition }

/** A selection of the editor as a range: what ProseMirror calls a number is a position here. */
export const rangeOf = ({ from, to }: { from: number; to: number }): EditorRange => ({ from: from as EditorPosition, to: to as EditorPosition });

export interface Positions {
  /** `offset + blockIndex + 2 * sheetIndex + 2`; a line break counts as the end of the block before it. */
  toPosition(offset: Utf16): EditorPosition;
  /** A position between blocks gives the end of the block before it; before the first, 0. */
  toOffset(position: number): Utf16;
  toRange(range: { start: Utf16; end: Utf16 }): EditorRange;
  /** The sheet that holds a block. */
  sheetOf(block: number): number;
  /** Where a sheet's node begins. */
  sheetStart(sheet: number): EditorPosition;
  /** The block at an editor position, the one before it where it lies between two. Binary search. */
  blockAtPosition(position: number): number;
}

/** The one place where offsets in the text and positions in the editor meet. */
export function positionsOf(text: PlainText, sheets: readonly Sheet[]): Positions {
  const sheetOfBlock = new Int32Array(text.blocks.length);
  for (const [index, sheet] of sheets.entries()) sheetOfBlock.fill(index, sheet.firstBlock, sheet.lastBlock + 1);
  const sheetOf = (block: number) => sheetOfBlock[block] ?? 0;
  const shift = (block: number) => block + 2 * sheetOf(block) + 2;
  const startOf = (block: number) => (text.blocks[block]?.start ?? 0) + shift(block);
  const toPosition = (offset: Utf16) => (offset + shift(text.blockAt(offset))) as EditorPosition;
  /** The last block that starts at or before a position; the first where none does. */
  const blockAtPosition = (position: number) => Math.max(0, firstIndex(text.blocks.length, (block) => startOf(block) > position) - 1);
  return {
    toPosition,
    toRange: ({ start, end }) => ({ from: toPosition(start), to: toPosition(end) }),
    toOffset(position) {
      const block = blockAtPosition(position);
      const range = text.blocks[block];
      return Math.max(0, Math.min(position - shift(block), range?.end ?? 0)) as Utf16;
    },
    sheetOf,
    sheetStart: (sheet) => (startOf(sheets[sheet]?.firstBlock ?? 0) - 2) as EditorPosition,
    blockAtPosition,
  };
}
