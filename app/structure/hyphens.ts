import type { ImportChange } from '../../schemas/records/content.ts';
import { brokenWord } from './broken-words.ts';
import { hyphenJudge, type Judge } from './hyphen-judge.ts';
import type { Line } from './lines.ts';
import { joinPieces, slicePiece, spanOf, type Piece } from './pieces.ts';
import type { Quote } from './quote.ts';

/** What lines become when they are joined: the pieces (a hyphen may be gone) and what stands between them. */
export interface Joined { pieces: Piece[]; glue: string[]; changes: ImportChange[] }

/**
 * Lines that belong together, joined by one space, but for words that were broken at the line's end. `- en`, `- of`
 * and the like are kept as they are: *in- en uitvoer*. Any other hyphen stays, without a space, or goes, as `judge` says.
 */
export function joinLines(lines: readonly Piece[], judge: Judge, quote: Quote): Joined {
  const pieces = [...lines];
  const glue: string[] = [];
  const changes: ImportChange[] = [];
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const here = pieces[at] ?? { text: '', map: [] };
    const next = pieces[at + 1] ?? { text: '', map: [] };
    const word = brokenWord(here.text, next.text);
    if (!word) {
      glue.push(' ');
      continue;
    }
    const drop = judge(word) === 'drop';
    const stem = slicePiece(here, here.text.length - word.left.length - 1, here.text.length - 1);
    const kept = drop ? stem : slicePiece(here, here.text.length - word.left.length - 1);
    const rest = slicePiece(next, 0, word.right.length);
    const span = spanOf([...stem.map, ...rest.map]);
    changes.push({ rule: drop ? 'hyphen' : 'hyphen-kept', source: span, before: quote(span, `${word.left}${word.sign}\n${word.right}`), after: joinPieces([kept, rest], ['']).text });
    if (drop) pieces[at] = slicePiece(here, 0, here.text.length - 1);
    glue.push('');
  }
  return { pieces, glue, changes };
}

/** The words of lines that belong together, of all `lines` of a document. */
export function joinedText(own: readonly Piece[], lines: readonly Line[]): string {
  const { pieces, glue } = joinLines(own, hyphenJudge(lines), (_span, otherwise) => otherwise);
  return joinPieces(pieces, glue).text;
}
