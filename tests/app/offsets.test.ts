import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointIndex, type Utf16 } from '../../app/document/offsets.ts';
import type { CodePoint } from '../../schemas/ids.ts';

describe('offsets', () => {
  it('agree with the string taken apart into code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const index = codePointIndex(text);
      const points = [...text];
      expect(index.length).toBe(points.length);
      let at = 0;
      for (let i = 0; i <= points.length; i += 1) {
        expect(index.toUtf16(i as CodePoint)).toBe(at);
        expect(index.toCodePoint(at as Utf16)).toBe(i);
        at += points[i]?.length ?? 0;
      }
    }));
  });

  it('give the start of a pair for an offset inside it', () => {
    expect(codePointIndex('a😀b').toCodePoint(2 as Utf16)).toBe(1);
  });

  it('refuse offsets outside the text', () => {
    expect(() => codePointIndex('ab').toUtf16(3 as CodePoint)).toThrow(RangeError);
    expect(() => codePointIndex('ab').toCodePoint(-1 as Utf16)).toThrow(RangeError);
  });
});
