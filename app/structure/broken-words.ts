/** A word that goes over from one line to the next at a hyphen. */
export interface BrokenWord {
  left: string;
  right: string;
  /** The hyphen as it stands. */
  sign: string;
  /** What follows the word, a few letters of it. */
  after: string;
}

/** The word at a line's end and the next one's start; null where no word goes over, or one is cut short on purpose. */
export function brokenWord(here: string, next: string): BrokenWord | null {
  // Words longer than this are no words; looking at the whole line would make a file of one long line slow.
  const left = /[-\u2010\u00AD]$/.test(here.slice(-1)) ? /[\p{L}\p{N}][\p{L}\p{N}'’-]*[-\u2010\u00AD]$/u.exec(here.slice(-60))?.[0] ?? '' : '';
  const right = /^[\p{L}\p{N}][\p{L}\p{N}'’-]*/u.exec(next.slice(0, 60))?.[0] ?? '';
  if (left === '' || right === '' || suspended.test(next.slice(0, 20))) return null;
  return { left: left.slice(0, -1), right, sign: left.slice(-1), after: next.slice(right.length, right.length + 20) };
}

/** `en`, `of` after a hyphen: *in- en uitvoer*. */
const suspended = /^(en|of|en\/of|dan wel|tot|noch|maar ook|and|or)(?=[\s,(]|$)/iu;
