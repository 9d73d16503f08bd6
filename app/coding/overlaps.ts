import type { Utf16 } from '../document/offsets.ts';
import { firstIndex } from '../support/first-index.ts';

export interface IdRange<Id extends string = string> { start: Utf16; end: Utf16; id: Id }

/** A stretch under one and the same set of ranges; `ids` ordered by where their ranges start, longest first. */
export interface Segment<Id extends string = string> { start: Utf16; end: Utf16; ids: Id[] }

/**
 * Overlapping ranges as segments that lie side by side and know what covers them, in the order of the text. Empty
 * ranges cover nothing. Costs the sort, and at each boundary the depth of the overlap.
 */
export function flattenOverlaps<Id extends string>(ranges: readonly IdRange<Id>[]): Segment<Id>[] {
  const opening = ranges.filter((range) => range.end > range.start).toSorted(byStart);
  const bounds = [...new Set(opening.flatMap((range) => [range.start, range.end]))].toSorted((a, b) => a - b);
  const segments: Segment<Id>[] = [];
  let active: IdRange<Id>[] = [];
  let next = 0;
  for (const [at, start] of bounds.entries()) {
    active = active.filter((range) => range.end > start);
    for (let range = opening[next]; range && range.start === start; range = opening[next]) {
      active.push(range);
      next += 1;
    }
    const end = bounds[at + 1];
    if (end !== undefined && active.length > 0) segments.push({ start, end, ids: active.map((range) => range.id) });
  }
  return segments;
}

/**
 * The margin lane of each range, 0 the outermost: the longest ranges take the outermost lanes, and two ranges share a
 * lane only where they do not overlap. Empty ranges get a lane as if they were one unit long, so that none is hidden.
 */
export function lanes<Id extends string>(ranges: readonly IdRange<Id>[]): Map<Id, number> {
  const taken: { start: number; end: number }[][] = [];
  const found = new Map<Id, number>();
  for (const range of ranges.toSorted((a, b) => b.end - b.start - (a.end - a.start) || byStart(a, b))) {
    const span = { start: range.start, end: Math.max(range.end, range.start + 1) };
    let lane = 0;
    for (; ; lane += 1) {
      const row = taken[lane] ?? (taken[lane] = []);
      const at = firstFrom(row, span.start);
      const after = row[at];
      const before = row[at - 1];
      if ((before && before.end > span.start) || (after && after.start < span.end)) continue;
      row.splice(at, 0, span);
      break;
    }
    found.set(range.id, lane);
  }
  return found;
}

const byStart = <Id extends string>(a: IdRange<Id>, b: IdRange<Id>) =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Index of the first span of a sorted row that starts at or after an offset. */
function firstFrom(row: readonly { start: number }[], offset: number): number {
  return firstIndex(row.length, (at) => (row[at]?.start ?? 0) >= offset);
}
