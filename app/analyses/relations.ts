import type { QueryRelation } from '../../schemas/query.ts';
import { firstIndex } from '../support/first-index.ts';
import type { PlacedCoding } from './counting.ts';
import { wordsBetween } from './meetings.ts';
import type { Speech } from './speech.ts';

/** Whether some other coding of a list stands so to this one; the list is of the same document. */
export type Standing = (one: PlacedCoding) => boolean;

/**
 * Answers for one relation and the codings of one document that may stand so, in any order; O(log n) a question after
 * sorting them once. Codings that touch overlap nothing, but one follows the other.
 */
export function standingTo(speech: Speech, others: readonly PlacedCoding[], relation: QueryRelation, words: number): Standing {
  switch (relation) {
    case 'overlapping': return overlapping(others);
    case 'within': return within(others);
    case 'containing': return containing(others);
    case 'followed-by': return followedBy(speech, others, words);
    case 'preceded-by': return precededBy(speech, others, words);
    case 'near': {
      const any = [overlapping(others), followedBy(speech, others, words), precededBy(speech, others, words)];
      return (one) => any.some((test) => test(one));
    }
  }
}

/** Among those that start before this one ends, does one end behind its start? */
function overlapping(others: readonly PlacedCoding[]): Standing {
  const { sorted, furthest } = byStartWithFurthest(others);
  return (one) => (furthest[firstIndex(sorted.length, (at) => (sorted[at]?.start ?? 0) >= one.end) - 1]?.(one) ?? -1) > one.start;
}

/** Among those that start no later, does one end no earlier? */
function within(others: readonly PlacedCoding[]): Standing {
  const { sorted, furthest } = byStartWithFurthest(others);
  return (one) => (furthest[firstIndex(sorted.length, (at) => (sorted[at]?.start ?? 0) > one.start) - 1]?.(one) ?? -1) >= one.end;
}

/** Among those that start no earlier, does one end no later? */
function containing(others: readonly PlacedCoding[]): Standing {
  const sorted = others.toSorted((a, b) => b.start - a.start);
  const nearest = best(sorted, (a, b) => a.end < b.end);
  return (one) => (nearest[firstIndex(sorted.length, (at) => (sorted[at]?.start ?? 0) < one.start) - 1]?.(one) ?? Infinity) <= one.end;
}

function followedBy(speech: Speech, others: readonly PlacedCoding[], words: number): Standing {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  const between = wordsBetween(speech);
  return (one) => {
    const next = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.start ?? 0) >= one.end)];
    return next !== undefined && between(one, next) <= words;
  };
}

function precededBy(speech: Speech, others: readonly PlacedCoding[], words: number): Standing {
  const sorted = others.toSorted((a, b) => a.end - b.end);
  const between = wordsBetween(speech);
  return (one) => {
    const before = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.end ?? 0) > one.start) - 1];
    return before !== undefined && between(before, one) <= words;
  };
}

function byStartWithFurthest(others: readonly PlacedCoding[]) {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  return { sorted, furthest: best(sorted, (a, b) => a.end > b.end) };
}

/**
 * For each index, where the best of the codings up to it ends, leaving out the one that asks: so the two best are kept.
 */
function best(sorted: readonly PlacedCoding[], isBetter: (a: PlacedCoding, b: PlacedCoding) => boolean): ((asking: PlacedCoding) => number | undefined)[] {
  let first: PlacedCoding | undefined;
  let second: PlacedCoding | undefined;
  return sorted.map((coding) => {
    if (!first || isBetter(coding, first)) [first, second] = [coding, first];
    else if (!second || isBetter(coding, second)) second = coding;
    const [one, other] = [first, second];
    return (asking) => (one.coding.id === asking.coding.id ? other : one)?.end;
  });
}
