/** What numbering puts before a paragraph. */
export interface NumberMark {
  /** Level in the list, from 1. */
  level: number;
  /** A number or letter, not a bullet. */
  isNumber: boolean;
  /** The mark itself where it says words (*Vraag 3*), which belong to the text; null where it is a mark only. */
  words: string | null;
}

/** A number in the formats of Word, which name them; formats of other scripts as digits. */
export function inFormat(number: number, format: string): string {
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  if (format === 'lowerRoman') return roman(number);
  return format === 'upperRoman' ? roman(number).toUpperCase() : String(number);
}

/** a … z, aa, bb … */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((Math.max(1, number) - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(Math.max(1, number) / 26)));
}

const romanSigns: readonly [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

function roman(number: number): string {
  let left = number;
  if (left < 1 || left > 5000) return String(number);
  let text = '';
  for (const [value, sign] of romanSigns) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
