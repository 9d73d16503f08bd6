import type { CodePoint } from '../../schemas/ids.ts';
import { firstIndex } from '../support/first-index.ts';

/** An offset in UTF-16 units, as JavaScript strings count. Lives in memory only; records and files hold code points. */
export type Utf16 = number & { readonly __unit: 'utf16' };

export interface CodePointIndex {
  /** Length in code points. */
  length: CodePoint;
  /** @throws RangeError outside the text. */
  toUtf16(offset: CodePoint): Utf16;
  /** Inside a surrogate pair: the pair's start. @throws RangeError outside the text. */
  toCodePoint(offset: Utf16): CodePoint;
}

/**
 * The one place where the two units meet. Remembers where the astral characters are (usually none), so that a
 * conversion costs a binary search among those only.
 */
export function codePointIndex(text: string): CodePointIndex {
  const astral: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) astral.push(match.index);
  const length = text.length - astral.length;
  /** How many astral characters start before a UTF-16 offset. */
  const before = (offset: number) => firstIndex(astral.length, (at) => (astral[at] ?? 0) >= offset);
  /** How many astral characters start before a code point offset: the i-th starts at astral[i] - i. */
  const beforeCodePoint = (offset: number) => firstIndex(astral.length, (at) => (astral[at] ?? 0) - at >= offset);
  return {
    length: length as CodePoint,
    toUtf16(offset) {
      if (offset < 0 || offset > length) throw new RangeError(`code point ${offset} outside a text of ${length}`);
      return (offset + beforeCodePoint(offset)) as Utf16;
    },
    toCodePoint(offset) {
      if (offset < 0 || offset > text.length) throw new RangeError(`offset ${offset} outside a text of ${text.length}`);
      return (offset - before(offset)) as CodePoint;
    },
  };
}

/** Length in code points. */
export function countCodePoints(text: string): CodePoint {
  return codePointIndex(text).length;
}
