import type { ImportChange } from '../../schemas/records/content.ts';
import type { Line } from './lines.ts';
import { joinPieces, slicePiece, spanOf, type Piece } from './pieces.ts';
import type { Quote } from './quote.ts';

/** What lines become when they are joined: the pieces (a hyphen may be gone) and what stands between them. */
export interface Joined { pieces: Piece[]; glue: string[]; changes: ImportChange[] }

/** Counts a word, in lower case, in the whole document. */
export type CountWord = (word: string) => number;

/**
 * Lines that belong together, joined by one space, but for words that were broken at the line's end. `- en`, `- of`
 * and the like are kept as they are: *in- en uitvoer*. Any other hyphen stays, without a space, unless it is a soft one
 * or the document writes the word without it elsewhere: most programs break lines only at hyphens that were there.
 */
export function joinLines(lines: readonly Piece[], count: CountWord, quote: Quote): Joined {
  const pieces = [...lines];
  const glue: string[] = [];
  const changes: ImportChange[] = [];
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const here = pieces[at] ?? { text: '', map: [] };
    const next = pieces[at + 1] ?? { text: '', map: [] };
    // Words longer than this are no words; looking at the whole line would make a file of one long line slow.
    const left = !/[-\u2010\u00AD]/.test(here.text.slice(-1)) ? '' : /[\p{L}\p{N}][\p{L}\p{N}'’-]*[-\u2010\u00AD]$/u.exec(here.text.slice(-60))?.[0] ?? '';
    const right = /^[\p{L}\p{N}][\p{L}\p{N}'’-]*/u.exec(next.text.slice(0, 60))?.[0] ?? '';
    if (left === '' || right === '' || suspended.test(next.text.slice(0, 20))) {
      glue.push(' ');
      continue;
    }
    const stem = slicePiece(here, here.text.length - left.length, here.text.length - 1);
    const drop = left.endsWith('\u00AD') || isOneWord(stem.text, right, count);
    const kept = drop ? stem : slicePiece(here, here.text.length - left.length);
    const rest = slicePiece(next, 0, right.length);
    const span = spanOf([...stem.map, ...rest.map]);
    changes.push({ rule: 'hyphen', source: span, before: quote(span, `${left}\n${right}`), after: joinPieces([kept, rest], ['']).text });
    if (drop) pieces[at] = slicePiece(here, 0, here.text.length - 1);
    glue.push('');
  }
  return { pieces, glue, changes };
}

/** `en`, `of` after a hyphen: the word is cut short on purpose, not broken. */
const suspended = /^(en|of|en\/of|dan wel|tot|noch|maar ook|and|or)(?=[\s,(]|$)/iu;

function isOneWord(left: string, right: string, count: CountWord): boolean {
  return /\p{L}$/u.test(left) && /^\p{Ll}/u.test(right)
    && count((left + right).toLowerCase()) > count(`${left}-${right}`.toLowerCase());
}

/** Counts words when first asked; one pass over the lines. */
export function wordCounter(lines: readonly Line[]): CountWord {
  let counts: Map<string, number> | null = null;
  return (word) => {
    counts ??= countWords(lines);
    return counts.get(word) ?? 0;
  };
}

function countWords(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const [word] of line.text.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
