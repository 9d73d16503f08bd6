import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../app/support/canonical-json.ts';

describe('canonical JSON', () => {
  it('says what was put in, and the same whatever the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }));
  });

  it('has no white space, sorted keys, and nothing that is undefined', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x y' }], a: undefined })).toBe('{"b":[1,{"c":"x y","d":null}]}');
  });
});

/** The same value with every object's keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, item]) => [key, turned(item)]));
}
