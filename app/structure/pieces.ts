import type { CodePoint } from '../../schemas/ids.ts';
import type { SourceMap, SourceSpan } from '../../schemas/records/content.ts';

/** Text that remembers where its letters stand in the source. The map counts code points, from the piece's start. */
export interface Piece { text: string; map: SourceMap; marks?: readonly NoteMark[] }

/**
 * Where the mark of a note stood: behind the letter before `at`, a UTF-16 offset in the piece's text. `until`: the
 * code point of the source at which it ended, where it stood among the letters there.
 */
export interface NoteMark { at: number; note: string; until?: CodePoint }

/** Part of a piece, by UTF-16 offsets in its text. A mark goes with the letter before it. */
export function slicePiece(piece: Piece, from: number, to = piece.text.length): Piece {
  if (from <= 0 && to >= piece.text.length) return piece;
  const text = piece.text.slice(from, to);
  const start = pointLength(piece.text.slice(0, from));
  const end = start + pointLength(text);
  const map: SourceMap = [];
  for (const [at, source, length] of piece.map) {
    const first = Math.max(at, start);
    const last = Math.min(at + length, end);
    if (first < last) map.push(run(first - start, source + first - at, last - first));
  }
  const marks = (piece.marks ?? []).filter(({ at }) => at <= to && (at > from || (at === 0 && from <= 0))).map((mark) => ({ ...mark, at: mark.at - from }));
  return withMarks({ text, map }, marks);
}

/** The piece with these marks; without the field where there are none, as nearly everywhere. */
export function withMarks<T extends Piece>(piece: T, marks: readonly NoteMark[]): T {
  return marks.length === 0 ? piece : { ...piece, marks };
}

/** Pieces behind each other, with `glue[i]` (made, not in the source) between piece i and piece i + 1. */
export function joinPieces(pieces: readonly Piece[], glue: readonly string[]): Piece {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const map: SourceMap = [];
  const texts: string[] = [];
  const marks: NoteMark[] = [];
  let length = 0;
  let units = 0;
  pieces.forEach((piece, at) => {
    for (const [start, source, size] of piece.map) {
      const last = map.at(-1);
      if (last && last[0] + last[2] === length + start && last[1] + last[2] === source) last[2] += size;
      else map.push(run(length + start, source, size));
    }
    for (const mark of piece.marks ?? []) marks.push({ ...mark, at: units + mark.at });
    const after = at < pieces.length - 1 ? (glue[at] ?? '') : '';
    texts.push(piece.text, after);
    length += pointLength(piece.text) + pointLength(after);
    units += piece.text.length + after.length;
  });
  return withMarks({ text: texts.join(''), map }, marks);
}

/** From the source of the first letter to behind that of the last; null where nothing of it stands in the source. */
export function spanOf(map: SourceMap): SourceSpan {
  const first = map[0];
  const last = map.at(-1);
  return first && last ? [first[1], (last[1] + last[2]) as CodePoint] : null;
}

/** Length in code points. Nearly all text has no surrogates: then it costs one test. */
export function pointLength(text: string): number {
  if (!/[\uD800-\uDBFF]/.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const run = (at: number, source: number, length: number): SourceMap[number] => [at as CodePoint, source as CodePoint, length];
