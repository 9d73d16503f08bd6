import type { Content } from '../../schemas/records/content.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { TextRange } from '../document/plain-text.ts';
import { sentences } from '../document/sentences.ts';
import type { Speech } from './speech.ts';

/** The parts that speech falls into: each word lies in one of each. A paragraph is a block; a part of a turn lies within it. */
export type Part = 'sentence' | 'paragraph' | 'turn';

/** For each word of the speech, in its order, the number of the part that it lies in; numbers go up along the text. */
export function partsOfWords(speech: Speech, part: Part): readonly number[] {
  if (part === 'turn') return speech.words.map(({ unit }) => unit);
  const ranges = part === 'paragraph' ? speech.text.blocks : sentencesOf(speech);
  let at = 0;
  return speech.words.map(({ start }) => {
    while (at < ranges.length - 1 && (ranges[at]?.end ?? 0) <= start) at += 1;
    return at;
  });
}

const known = new WeakMap<Content, readonly TextRange[]>();

function sentencesOf({ text }: Speech): readonly TextRange[] {
  const found = known.get(text.content) ?? text.blocks.flatMap((block, at) =>
    sentences(text.content.blocks[at]?.text ?? '').map(({ start, end }): TextRange => ({ start: (block.start + start) as Utf16, end: (block.start + end) as Utf16 })));
  known.set(text.content, found);
  return found;
}
