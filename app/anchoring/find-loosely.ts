import { diffArrays } from 'diff';
import type { Anchor } from '../../schemas/records/coding.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';
import { occurrences } from './resolve.ts';

/** Finds a passage whose text got cleaner; null where it is not certain. */
export type FindLoosely = (anchor: Anchor) => TextRange | null;

/** Letters of a passage's head and tail that must be found where its middle is another now: a few words. */
const endLength = 20;
/** Share of the quotation's words that must be left, in order. A passage wrongly found is worse than an orphan. */
const leastWords = 0.7;
/** Longer quotations are not compared word by word: that costs their length times what differs. */
const mostWords = 3000;
/** How much longer a passage may have become. */
const mostGrowth = 1.5;

/**
 * Looks for a quotation by its letters alone: hyphens, white space and signs that no reader sees left out on both sides.
 * Where these are not there in one piece, by its first and last letters, with most of its words between them in order.
 * The letters of the text are listed once, when first asked; each search is linear in the text.
 */
export function findLoosely({ text }: PlainText): FindLoosely {
  let known: Letters | null = null;
  return ({ quotation }) => {
    known ??= lettersOf(text);
    const sought = lettersOf(quotation).letters;
    if (sought.length < endLength) return null;
    const whole = occurrences(known.letters, sought);
    if (whole.length === 1) return rangeOf(known, whole[0] ?? 0, sought.length);
    return whole.length > 1 ? null : byEnds(text, known, quotation, sought);
  };
}

/** The letters of a text, and where each stands in it. */
interface Letters { letters: string; places: Uint32Array }

function lettersOf(text: string): Letters {
  const places = new Uint32Array(text.length);
  let letters = '';
  let count = 0;
  for (const { 0: run, index } of text.matchAll(/[^\s\p{Cf}\p{Pd}]+/gu)) {
    for (let at = 0; at < run.length; at += 1) places[count++] = index + at;
    letters += run;
  }
  return { letters, places };
}

function rangeOf({ places }: Letters, from: number, length: number): TextRange {
  return { start: (places[from] ?? 0) as Utf16, end: ((places[from + length - 1] ?? 0) + 1) as Utf16 };
}

function byEnds(text: string, known: Letters, quotation: string, sought: string): TextRange | null {
  if (sought.length < 3 * endLength) return null;
  const heads = occurrences(known.letters, sought.slice(0, endLength));
  const tails = occurrences(known.letters, sought.slice(-endLength));
  const words = wordsOf(quotation);
  if (words.length > mostWords) return null;
  const fits = heads.flatMap((head) => {
    const tail = tails.find((at) => at >= head + endLength);
    if (tail === undefined || tail + endLength - head > mostGrowth * sought.length) return [];
    const range = rangeOf(known, head, tail + endLength - head);
    const left = diffArrays(words, wordsOf(text.slice(range.start, range.end))).reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
    return left >= leastWords * words.length ? [range] : [];
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

const wordsOf = (text: string) => text.match(/[^\s\p{Cf}\p{Pd}]+/gu) ?? [];
