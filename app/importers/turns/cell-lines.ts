import type { CodePoint } from '../../../schemas/ids.ts';
import type { ImportChange } from '../../../schemas/records/content.ts';
import type { CodePointIndex, Utf16 } from '../../document/offsets.ts';
import { endsAtBreak } from '../../structure/lines.ts';
import { joinPieces, slicePiece, type Piece } from '../../structure/pieces.ts';
import type { RawLine } from '../importer.ts';
import { linesOf } from '../text.ts';
import type { Cell } from './cells.ts';

/** The lines of a cell, with their places in the file, and what was taken out of them. */
export function cellLines(source: string, index: CodePointIndex, { from, to, isQuoted }: Cell): { lines: RawLine[]; changes: ImportChange[] } {
  const start = index.toCodePoint(from as Utf16);
  const { lines, changes } = linesOf(source.slice(from, to));
  const moved = (span: RawLine['source']): RawLine['source'] => span && [(span[0] + start) as CodePoint, (span[1] + start) as CodePoint];
  return {
    lines: lines.map(({ text, source: span, sourceMap }, line) => {
      const piece: Piece = { text, map: sourceMap.map(([at, place, length]) => [at, (place + start) as CodePoint, length]) };
      const { text: words, map } = isQuoted ? withoutDoubled(piece) : piece;
      return { text: words, source: moved(span), sourceMap: map, endsParagraph: endsAtBreak(text, lines[line + 1]?.text ?? '') };
    }),
    changes: changes.map((change) => ({ ...change, source: moved(change.source) })),
  };
}

/** In a quoted cell two quotation marks stand for one. */
function withoutDoubled(piece: Piece): Piece {
  if (!piece.text.includes('""')) return piece;
  const kept: Piece[] = [];
  let from = 0;
  for (const { index } of piece.text.matchAll(/""/gu)) {
    kept.push(slicePiece(piece, from, index + 1));
    from = index + 2;
  }
  return joinPieces([...kept, slicePiece(piece, from)], []);
}
