import type { CodePoint } from '../../../schemas/ids.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';

/** Words found in a text, with a few words around them. */
export interface TextHit {
  start: CodePoint;
  end: CodePoint;
  excerpt: string;
  /** UTF-16 indexes in the excerpt. */
  hits: number[];
}

/** UTF-16 units shown before and after a hit. */
const before = 28;
const after = 44;

/** The first `limit` places of these words in a text, whatever the case. Only letters that keep their length fold. */
export function findInText(text: PlainText, words: string, limit: number): TextHit[] {
  const hits: TextHit[] = [];
  const haystack = foldCase(text.text);
  const needle = foldCase(words);
  if (needle === '') return hits;
  for (let at = haystack.indexOf(needle); at >= 0 && hits.length < limit; at = haystack.indexOf(needle, at + needle.length)) {
    hits.push(hitAt(text, at, needle.length));
  }
  return hits;
}

function hitAt(text: PlainText, at: number, length: number): TextHit {
  const from = wordStart(text.text, Math.max(0, at - before), at);
  const to = Math.min(text.text.length, at + length + after);
  const lead = from > 0 ? '…' : '';
  const excerpt = `${lead}${text.text.slice(from, to).replaceAll('\n', ' ')}${to < text.text.length ? '…' : ''}`;
  return {
    start: text.toCodePoint(at as Utf16),
    end: text.toCodePoint((at + length) as Utf16),
    excerpt,
    hits: Array.from({ length }, (_, index) => lead.length + at - from + index),
  };
}

/** The start of the first whole word at or after `from`, not past `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? limit : from + space + 1;
}

/** Lower case, unit by unit: a letter whose lower case is longer (İ) stays, so that places stay places. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}
