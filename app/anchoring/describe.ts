import type { Anchor } from '../../schemas/records/coding.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText } from '../document/plain-text.ts';

/** How much of the text around a passage an anchor keeps, in code points: a line's worth, enough to tell repeats apart. */
const contextLength = 32;

/**
 * A passage as a record keeps it. A bound inside a surrogate pair is widened to the whole character.
 * @throws RangeError for an empty passage or one outside the text.
 */
export function describe(text: PlainText, start: Utf16, end: Utf16): Anchor {
  const from = insidePair(text.text, start) ? start - 1 : start;
  const to = insidePair(text.text, end) ? end + 1 : end;
  if (to <= from) throw new RangeError(`an empty passage at ${start}`);
  return {
    start: text.toCodePoint(from as Utf16),
    end: text.toCodePoint(to as Utf16),
    quotation: text.text.slice(from, to),
    prefix: characters(text.text.slice(Math.max(0, from - 2 * contextLength), from)).slice(-contextLength).join(''),
    suffix: characters(text.text.slice(to, to + 2 * contextLength)).slice(0, contextLength).join(''),
  };
}

function insidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

const characters = (text: string): string[] => Array.from(text);
