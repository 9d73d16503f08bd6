import { sentences } from './sentences.ts';

/** Where a passage can be cut in two: before each word but the first, as UTF-16 indexes into its text. */
export interface CutPlaces {
  words: readonly number[];
  /** Those of them where a sentence or a block begins. */
  sentences: readonly number[];
  /** The one to propose: the sentence that begins nearest to the middle, else the word. Null for a single word. */
  proposed: number | null;
}

export function cutPlaces(passage: string): CutPlaces {
  const words = [...passage.matchAll(/\S+/gu)].map(({ index }) => index).slice(1);
  const starts = new Set<number>();
  let from = 0;
  for (const block of passage.split('\n')) {
    for (const { start } of sentences(block)) starts.add(from + start);
    from += block.length + 1;
  }
  const found = words.filter((index) => starts.has(index));
  return { words, sentences: found, proposed: nearest(found.length > 0 ? found : words, passage.length / 2) };
}

function nearest(places: readonly number[], middle: number): number | null {
  const [first = null, ...others] = places;
  return others.reduce((best, place) => (best !== null && Math.abs(best - middle) <= Math.abs(place - middle) ? best : place), first);
}
