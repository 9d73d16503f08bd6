import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touched } from '../../../app/analyses/counting.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';

describe('what a range touches of items side by side', () => {
  it('is what lies between its ends, however many there are and wherever it lies', () => {
    const gaps = fc.array(fc.record({ gap: fc.nat(3), length: fc.nat(4) }), { maxLength: 40 });
    fc.assert(fc.property(gaps, fc.nat(150), fc.nat(150), (made, from, length) => {
      let at = 0;
      const items = made.map((one) => {
        const start = at + one.gap;
        at = start + one.length + 1;
        return { start: start as Utf16, end: at as Utf16 };
      });
      const range = { start: from as Utf16, end: (from + length) as Utf16 };
      const { first, after } = touched(items, range);
      const share = items.flatMap(({ start, end }, index) => (start < range.end && end > range.start ? [index] : []));
      expect(Array.from({ length: after - first }, (_, index) => first + index)).toEqual(share);
    }), { numRuns: 500 });
  });
});
