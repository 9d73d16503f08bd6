import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import { joinPieces, slicePiece, spanOf, withMarks, type Piece } from './pieces.ts';

/** A stretch of a line, by UTF-16 offsets, that goes out: for `text`, or for the mark of a note. */
export interface Edit { from: number; to: number; text?: string; note?: string | undefined }

/** The line after edits (ascending, apart), without white space at its ends; null where nothing is left. */
export function editLine(line: Line, edits: readonly Edit[]): Line | null {
  if (edits.length === 0) return line;
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, note } of edits) {
    const piece = slicePiece(line, at, from);
    const until = note === undefined ? null : spanOf(slicePiece(line, from, to).map);
    const mark = note === undefined ? [] : [{ at: piece.text.length, note, ...(until ? { until: until[1] } : {}) }];
    pieces.push(withMarks(piece, [...(piece.marks ?? []), ...mark]));
    at = to;
  }
  pieces.push(slicePiece(line, at));
  return trimmed(line, joinPieces(pieces, edits.map(({ text }) => text ?? '')));
}

/** The line with the text of this piece, without white space at its ends. */
function trimmed(line: Line, piece: Piece): Line | null {
  const end = piece.text.trimEnd().length;
  if (end === 0) return null;
  const start = piece.text.length - piece.text.trimStart().length;
  const { text, map } = slicePiece(piece, start, end);
  const marks = (piece.marks ?? []).map((mark) => ({ ...mark, at: Math.max(0, Math.min(mark.at, end) - start) }));
  const { marks: _before, ...rest } = line;
  return withMarks({ ...rest, text, map }, marks);
}

/** Where a cut starts that leaves no space before what follows it: before the spaces that stand in front of it. */
export function cutStart(text: string, from: number, to: number): number {
  if (to < text.length && !/[\s.,;:?!)\]]/.test(text[to] ?? '')) return from;
  return text.slice(0, from).trimEnd().length;
}

/**
 * The text with these lines in place of its own, null for one that is gone. What stood around lines that interrupt
 * (`between`) is no author's gap: a sentence may go on behind them, as over a page's end.
 */
export function replaceLines(text: PageText, edited: readonly (Line | null)[], between: boolean): PageText {
  const lines: Line[] = [];
  const indexOf: number[] = [];
  let gap: Line['gap'] = 'none';
  edited.forEach((line, at) => {
    indexOf.push(lines.length);
    const own = text.lines[at]?.gap ?? 'none';
    if (gap !== 'page' && own !== 'none') gap = own;
    if (!line) {
      if (between) gap = 'page';
      return;
    }
    lines.push(line.gap === gap ? line : { ...line, gap: lines.length === 0 ? 'none' : gap });
    gap = 'none';
  });
  const starts = text.pages.map((page) => ({ ...page, line: indexOf[page.line] ?? lines.length }));
  // Where nothing is left of a page, the next one starts at the same line: that one is meant.
  const pages = starts.filter(({ line }, at) => line < lines.length && starts[at + 1]?.line !== line);
  return { ...text, lines, pages };
}
