import type { Utf16 } from '../../document/offsets.ts';
import type { PlainText, TextRange } from '../../document/plain-text.ts';

/** The words of a document that are counted (see the definitions), numbered from 0 in their order. */
export interface CountedWords {
  total: number;
  /** Numbers of the words that a range touches: from `first` up to but not including `after`. Binary search. */
  between(start: Utf16, end: Utf16): { first: number; after: number };
}

const known = new WeakMap<PlainText, CountedWords>();

export function countedWords(text: PlainText): CountedWords {
  const found = known.get(text) ?? number(text);
  known.set(text, found);
  return found;
}

function number(text: PlainText): CountedWords {
  const units = text.turns.length > 0 ? text.turns : text.blocks;
  const words = units.flatMap((unit) => wordsIn(text.text, unit));
  return {
    total: words.length,
    between: (start, end) => {
      const first = firstIndex(words.length, (at) => (words[at]?.end ?? 0) > start);
      return { first, after: Math.max(first, firstIndex(words.length, (at) => (words[at]?.start ?? 0) >= end)) };
    },
  };
}

/** Notes in square brackets are blanked first, so that they are no words and part none. */
function wordsIn(text: string, { start, end }: TextRange): TextRange[] {
  const speech = text.slice(start, end).replaceAll(/\[[^[\]]*\]/g, (note) => ' '.repeat(note.length));
  return Array.from(speech.matchAll(/\S+/g), (match): TextRange =>
    ({ start: (start + match.index) as Utf16, end: (start + match.index + match[0].length) as Utf16 }));
}

function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
