import type { CodePoint } from '../../schemas/ids.ts';
import type { Content, Place } from '../../schemas/records/content.ts';
import { codePointIndex, type Utf16 } from './offsets.ts';
import { firstIndex } from '../support/first-index.ts';

/** A half-open range in UTF-16 units of a document's plain text. */
export interface TextRange { start: Utf16; end: Utf16 }

/**
 * A document's plain text with what is needed to find one's way in it: built once per content, then asked often.
 * Every offset it takes or gives is UTF-16 unless it says code point.
 */
export interface PlainText {
  content: Content;
  text: string;
  /** One per block, in order; `text.slice(start, end)` is the block's text. */
  blocks: readonly TextRange[];
  /** One per turn: from its first block's start to its last block's end. */
  turns: readonly TextRange[];
  /** Length of the text in code points. */
  codePoints: CodePoint;
  toUtf16(offset: CodePoint): Utf16;
  toCodePoint(offset: Utf16): CodePoint;
  /** A place inside a block as an offset in the text. */
  at(place: Place): Utf16;
  /** The block that holds this offset; at a line break the block before it. Binary search. */
  blockAt(offset: Utf16): number;
}

export function plainText(content: Content): PlainText {
  const text = content.blocks.map((block) => block.text).join('\n');
  const index = codePointIndex(text);
  const blocks: TextRange[] = [];
  let start = 0;
  for (const block of content.blocks) {
    blocks.push({ start: start as Utf16, end: (start + block.text.length) as Utf16 });
    start += block.text.length + 1;
  }
  const range = (at: number): TextRange => {
    const found = blocks[at];
    if (!found) throw new RangeError(`no block ${at}`);
    return found;
  };
  return {
    content,
    text,
    blocks,
    turns: content.turns.map((turn) => ({ start: range(turn.firstBlock).start, end: range(turn.lastBlock).end })),
    codePoints: index.length,
    toUtf16: index.toUtf16,
    toCodePoint: index.toCodePoint,
    at: (place) => index.toUtf16((index.toCodePoint(range(place.block).start) + place.offset) as CodePoint),
    blockAt: (offset) => Math.max(0, firstIndex(blocks.length, (block) => (blocks[block]?.start ?? 0) > offset) - 1),
  };
}
