import { occurrences } from '../anchoring/resolve.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { TextRange } from '../document/plain-text.ts';

/** A text in which quotations are found whatever white space stands between their words. */
export interface LooseText {
  /**
   * Every place of a quotation, in UTF-16 units of the text; white space at the quotation's ends is left out. One that
   * is not there letter for letter is looked for with its accents composed otherwise (NFC, NFD).
   */
  find(quotation: string): TextRange[];
}

/** Linear in the text; holds two numbers for each of its letters, and as much again once accents were looked into. */
export function looseText(text: string): LooseText {
  const exact = fold(text, null);
  let decomposed: Folded | null = null;
  return {
    find(quotation) {
      const wanted = quotation.trim().replaceAll(/\s+/g, ' ');
      const found = placesIn(exact, wanted);
      if (found.length > 0 || !accented.test(wanted)) return found;
      decomposed ??= fold(text, 'NFD');
      return placesIn(decomposed, wanted.normalize('NFD'));
    },
  };
}

/** A text in another form: for each letter of it, from where to where the text has what that letter was made of. */
interface Folded { text: string; starts: Int32Array; ends: Int32Array }

const accented = /[^\0-\x7f]/;

/** With a form: letters with their accents are decomposed, each a whole of which no part is found. */
function fold(text: string, form: 'NFD' | null): Folded {
  const longest = form ? text.normalize(form).length : text.length;
  const made = { starts: new Int32Array(longest), ends: new Int32Array(longest) };
  const pieces: string[] = [];
  let taken = 0;
  for (const { 0: piece, index } of text.matchAll(form ? /\s+|[!-~]+(?!\p{M})|\S\p{M}*/gu : /\s+|\S+/g)) {
    const isSpace = /^\s/.test(piece);
    const folded = isSpace ? ' ' : form ? piece.normalize(form) : piece;
    const isWhole = isSpace || (form !== null && accented.test(piece));
    for (let at = 0; at < folded.length; at += 1) {
      made.starts[taken] = isWhole ? index : index + at;
      made.ends[taken] = isWhole ? index + piece.length : index + at + 1;
      taken += 1;
    }
    pieces.push(folded);
  }
  return { ...made, text: pieces.join('') };
}

function placesIn({ text, starts, ends }: Folded, wanted: string): TextRange[] {
  return occurrences(text, wanted).flatMap((at): TextRange[] => {
    const last = at + wanted.length - 1;
    const cutsWhole = (at > 0 && starts[at - 1] === starts[at]) || (last + 1 < text.length && ends[last + 1] === ends[last]);
    return cutsWhole ? [] : [{ start: starts[at] as Utf16, end: ends[last] as Utf16 }];
  });
}
