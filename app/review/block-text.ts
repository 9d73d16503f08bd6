import type { CodePoint } from '../../schemas/ids.ts';
import type { SourceMap, SourceSpan } from '../../schemas/records/content.ts';
import { codePointIndex } from '../document/offsets.ts';
import { joinPieces, pointLength, slicePiece, type Piece } from '../structure/pieces.ts';
import type { Mark, OpenBlock, OpenContent } from './open-content.ts';

/** Puts a piece in the place of `[from, to)` of a block's text, in code points; marks go along with the letter they stand at. */
export function replaceText(block: OpenBlock, from: number, to: number, piece: Piece): void {
  const delta = pointLength(piece.text) - (to - from);
  setPiece(block, joinPieces([slicePoints(block, 0, from), piece, slicePoints(block, to)], ['', '']));
  for (const mark of block.marks) {
    if (mark.offset < from || (mark.offset === from && (to > from || !goesWithNext(mark)))) continue;
    mark.offset = mark.offset >= to ? mark.offset + delta : from + pointLength(piece.text);
  }
}

/**
 * Parts a block before the code point `offset` and returns the second part, which stands behind it and is in the same
 * turn and section; behind a heading or a label it is running text. White space at the seam is dropped. Null where one of
 * the parts would be empty, and for footnotes, which are one block each.
 */
export function splitBlock(open: OpenContent, block: OpenBlock, offset: number): OpenBlock | null {
  const { text } = block;
  const at = codePointIndex(text).toUtf16(offset as CodePoint);
  const leftText = text.slice(0, at).trimEnd();
  const rightText = text.slice(at).trimStart();
  if (leftText === '' || rightText === '' || block.kind === 'footnote') return null;
  const end = pointLength(leftText);
  const start = pointLength(text) - pointLength(rightText);
  const isText = block.kind === 'paragraph' || block.kind === 'listItem';
  const right: OpenBlock = { ...block, ...(isText ? {} : { kind: 'paragraph', level: null }), marks: [], was: null };
  setPiece(right, slicePoints(block, start));
  setPiece(block, slicePoints(block, 0, end));
  const [stay, go] = [[], []] as [Mark[], Mark[]];
  for (const mark of block.marks) (mark.offset > end || (mark.offset === end && goesWithNext(mark)) ? go : stay).push(mark);
  right.page = pageOf([...stay, ...go.filter((mark) => mark.offset <= start)]) ?? block.page;
  right.marks = go.map((mark) => ({ ...mark, offset: Math.max(0, mark.offset - start) }));
  block.marks = stay;
  open.blocks.splice(open.blocks.indexOf(block) + 1, 0, right);
  return right;
}

/** Takes the text of the block behind this one into it, with `glue` in between. The other's kind, turn and section go. */
export function joinNext(open: OpenContent, block: OpenBlock, glue: string): void {
  const at = open.blocks.indexOf(block);
  const next = open.blocks[at + 1];
  if (!next) return;
  const shift = pointLength(block.text) + pointLength(glue);
  setPiece(block, joinPieces([pieceOf(block), pieceOf(next)], [glue]));
  block.marks.push(...next.marks.map((mark) => ({ ...mark, offset: mark.offset + shift })));
  open.blocks.splice(at + 1, 1);
}

/** Takes out a block whose text is gone. What stood at its places goes to the block behind it, else to the one before. */
export function removeBlock(open: OpenContent, block: OpenBlock): void {
  const at = open.blocks.indexOf(block);
  open.blocks.splice(at, 1);
  open.notes = open.notes.filter((note) => note.block !== block);
  const next = open.blocks[at];
  const before = open.blocks[at - 1];
  if (next) next.marks.unshift(...block.marks.map((mark) => ({ ...mark, offset: 0 })));
  else if (before) before.marks.push(...block.marks.map((mark) => ({ ...mark, offset: pointLength(before.text) })));
  if (next) next.page = pageOf(next.marks.filter(({ offset }) => offset === 0)) ?? next.page;
  endSection(open, block, at);
}

/** The section that a heading opened goes on as part of the one before, where the heading is none any more. */
export function endSection(open: OpenContent, heading: OpenBlock, at: number): void {
  const gone = heading.section;
  const before = open.blocks[at - 1]?.section ?? null;
  if (heading.kind !== 'heading' || !gone || gone === before) return;
  heading.section = before;
  for (let index = at; open.blocks[index] === heading || open.blocks[index]?.section === gone; index += 1) {
    const block = open.blocks[index];
    if (block) block.section = before;
  }
}

/** The last page that starts at these marks. */
export function pageOf(marks: readonly Mark[]): number | null {
  const pages = marks.flatMap((mark) => (mark.kind === 'page' ? [mark.page] : []));
  return pages.length === 0 ? null : Math.max(...pages);
}

/** The page on which a block ends. */
export const lastPage = (block: OpenBlock): number | null => pageOf(block.marks) ?? block.page;

/** A block's text without the source of its letters: where they stood is found in `map`. */
export const pieceOf = ({ text, map }: OpenBlock): Piece => ({ text, map });

/** Part of a block's text, by code points. */
function slicePoints(block: OpenBlock, from: number, to?: number): Piece {
  const units = codePointIndex(block.text);
  return slicePiece(pieceOf(block), units.toUtf16(from as CodePoint), to === undefined ? undefined : units.toUtf16(to as CodePoint));
}

function setPiece(block: OpenBlock, { text, map }: Piece): void {
  const isSection = block.kind === 'heading' && block.section?.heading === block.text;
  if (isSection && block.section) block.section.heading = text;
  block.text = text;
  block.map = map;
  block.source = map.length > 0 ? spanOfRuns(map) : block.source;
}

/** Runs may stand in another order than in the source, where a note was brought back into the text. */
function spanOfRuns(map: SourceMap): SourceSpan {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const [, source, length] of map) {
    from = Math.min(from, source);
    to = Math.max(to, source + length);
  }
  return [from as CodePoint, to as CodePoint];
}

/** A page or a comment starts with the letter behind it; a note's mark and a comment's end belong to the letter before. */
const goesWithNext = (mark: Mark) => mark.kind === 'page' || mark.kind === 'comment-start';
