import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRow } from '../../../renderer/screens/passages/roving.ts';

const rows = ['group', 'passage', 'passage', 'group', 'passage'].map((kind) => ({ kind: kind as 'group' | 'passage' }));

describe('moving through the list by keyboard', () => {
  it('steps over group headings and stays within the list', () => {
    expect(nextRow('ArrowDown', 2, rows)).toBe(4);
    expect(nextRow('ArrowUp', 4, rows)).toBe(2);
    expect(nextRow('ArrowUp', 1, rows)).toBe(1);
    expect(nextRow('End', 1, rows)).toBe(4);
    expect(nextRow('Home', 4, rows)).toBe(1);
    expect(nextRow('x', 1, rows)).toBeNull();
  });

  it('always lands on a passage', () => {
    const list = fc.array(fc.record({ kind: fc.constantFrom<'group' | 'passage'>('group', 'passage') }));
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(fc.property(list, key, fc.integer({ min: -1, max: 30 }), (some, pressed, from) => {
      const next = nextRow(pressed, from, some);
      const anywhere = some.some((row) => row.kind === 'passage');
      expect(next === null ? 'nowhere' : some[next]?.kind).toBe(anywhere ? 'passage' : 'nowhere');
    }));
  });
});
