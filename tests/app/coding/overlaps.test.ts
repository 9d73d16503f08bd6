import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenOverlaps, lanes, type IdRange } from '../../../app/coding/overlaps.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';

const range = (start: number, end: number, id: string): IdRange => ({ start: start as Utf16, end: end as Utf16, id });

const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 25 })
  .map((pairs) => pairs.map(([start, length], at) => range(start, start + length, `r${String(at).padStart(2, '0')}`)));

describe('overlapping ranges', () => {
  it('become segments that agree with a walk over every character', () => {
    fc.assert(fc.property(ranges, (all) => {
      const segments = flattenOverlaps(all);
      const covering = (at: number) => all.filter((one) => one.start <= at && at < one.end).map((one) => one.id).toSorted();
      for (let at = 0; at < 60; at += 1) {
        const here = segments.filter((segment) => segment.start <= at && at < segment.end);
        expect(here.length).toBeLessThanOrEqual(1);
        expect((here[0]?.ids ?? []).toSorted()).toEqual(covering(at));
      }
    }));
  });

  it('become segments in the order of the text, never empty, split only where a range begins or ends', () => {
    fc.assert(fc.property(ranges, (all) => {
      const bounds = new Set<number>(all.filter((one) => one.end > one.start).flatMap((one) => [one.start, one.end]));
      let last = 0;
      for (const segment of flattenOverlaps(all)) {
        expect(segment.start).toBeGreaterThanOrEqual(last);
        expect(segment.end).toBeGreaterThan(segment.start);
        expect(bounds.has(segment.start) && bounds.has(segment.end)).toBe(true);
        last = segment.end;
      }
    }));
  });

  it('name what covers a segment by where it starts, the longest first', () => {
    expect(flattenOverlaps([range(2, 5, 'b'), range(0, 9, 'c'), range(2, 9, 'a')]).map((segment) => segment.ids))
      .toEqual([['c'], ['c', 'a', 'b'], ['c', 'a']]);
  });
});

describe('margin lanes', () => {
  it('are shared only by ranges that do not overlap', () => {
    fc.assert(fc.property(ranges, (all) => {
      const found = lanes(all);
      expect(found.size).toBe(all.length);
      const clashes = all.flatMap((a) => all.filter((b) => a.id < b.id && a.start < b.end && b.start < a.end && found.get(a.id) === found.get(b.id)));
      expect(clashes).toEqual([]);
    }));
  });

  it('give the longest the outermost lane', () => {
    expect(lanes([range(3, 5, 'short'), range(0, 20, 'long'), range(2, 12, 'middle'), range(14, 18, 'later')]))
      .toEqual(new Map([['long', 0], ['middle', 1], ['later', 1], ['short', 2]]));
  });

  it('leave no lane empty between taken ones', () => {
    fc.assert(fc.property(ranges, (all) => {
      const used = new Set(lanes(all).values());
      expect([...used].toSorted((a, b) => a - b)).toEqual([...used.keys()].map((_, at) => at));
    }));
  });
});
