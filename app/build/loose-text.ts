import { occurrences } from '../anchoring/resolve.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { TextRange } from '../document/plain-text.ts';

/** A text in which quotations are found whatever white space stands between their words. */
export interface LooseText {
  /** Every place of a quotation, in UTF-16 units of the text; white space at the quotation's ends is left out. */
  find(quotation: string): TextRange[];
}

/** Linear in the text; holds a number for each of its letters. */
export function looseText(text: string): LooseText {
  const places = new Int32Array(text.length);
  const pieces: string[] = [];
  let taken = 0;
  for (const match of text.matchAll(/\s+|\S+/g)) {
    const piece = /^\s/.test(match[0]) ? ' ' : match[0];
    for (let i = 0; i < piece.length; i += 1) places[taken + i] = match.index + i;
    taken += piece.length;
    pieces.push(piece);
  }
  const loose = pieces.join('');
  return {
    find(quotation) {
      const wanted = quotation.trim().replaceAll(/\s+/g, ' ');
      return occurrences(loose, wanted).map((at): TextRange => ({
        start: (places[at] ?? 0) as Utf16, end: ((places[at + wanted.length - 1] ?? 0) + 1) as Utf16,
      }));
    },
  };
}
