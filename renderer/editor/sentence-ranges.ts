import type { Utf16 } from '../../app/document/offsets.ts';
import type { TextRange } from '../../app/document/plain-text.ts';
import { sentences } from '../../app/document/sentences.ts';
import type { ReadingDocument } from './reading-document.ts';

const known = new WeakMap<ReadingDocument, Map<number, TextRange[]>>();

/** The sentences of a block as offsets in the document's text; none for a block that the page does not show. */
export function sentencesIn(reading: ReadingDocument, block: number): TextRange[] {
  const cache = known.get(reading) ?? new Map<number, TextRange[]>();
  known.set(reading, cache);
  const cached = cache.get(block);
  if (cached) return cached;
  const range = reading.text.blocks[block];
  const found = !range || reading.silent.has(block) ? [] : sentences(reading.text.text.slice(range.start, range.end))
    .map(({ start, end }) => ({ start: (range.start + start) as Utf16, end: (range.start + end) as Utf16 }));
  cache.set(block, found);
  return found;
}

/** The first sentence, from this offset on, for which the test holds. */
export function sentenceAfter(reading: ReadingDocument, from: Utf16, test: (sentence: TextRange) => boolean): TextRange | null {
  for (let block = reading.text.blockAt(from); block < reading.text.blocks.length; block += 1) {
    const found = sentencesIn(reading, block).find(test);
    if (found) return found;
  }
  return null;
}

/** The last sentence, from this offset back, for which the test holds. */
export function sentenceBefore(reading: ReadingDocument, from: Utf16, test: (sentence: TextRange) => boolean): TextRange | null {
  for (let block = reading.text.blockAt(from); block >= 0; block -= 1) {
    const found = sentencesIn(reading, block).findLast(test);
    if (found) return found;
  }
  return null;
}
