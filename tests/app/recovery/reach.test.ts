import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../schemas/change.ts';
import { reachFurthest } from '../../../app/recovery/reach.ts';
import type { ChangeId } from '../../../schemas/ids.ts';

/** Changes in letters: a capital is one of the other branch, which goes on from the small letter before it. */
const chain = (letters: string, from = ''): Change[] => [...letters].map((letter, at) => ({
  id: letter as ChangeId, seq: from.length + at + 1, previous: (`${from}${letters}`[from.length + at - 1] ?? null) as ChangeId | null,
  at: '2026-03-01T12:00:00.000Z', coderId: null, label: { key: 'project.edit', values: {} }, ops: [], inverse: [], undoes: null, redoes: null,
}));
const headOf = (letters: string) => ({ seq: letters.length, id: (letters.at(-1) ?? null) as ChangeId | null });
const letters = (changes: Change[]) => changes.map(({ id }) => id).join('');

describe('How far work can be brought with what was found', () => {
  it.each([
    ['', 'nothing was found', []],
    ['cde', 'a snapshot goes on where the journal ends', [chain('abcde')]],
    ['cdefgh', 'a line is damaged that a snapshot has, and the journal goes on behind it', [chain('defgh', 'abc'), chain('abcde')]],
    ['cdefgh', 'two lines are damaged, each in another snapshot', [chain('d', 'abc'), chain('fgh', 'abcde'), chain('abc'), chain('abcde')]],
    ['', 'what stands behind a gap follows on nothing', [chain('defgh', 'abc')]],
    ['cd', 'only part of it follows', [chain('abcd'), chain('fgh', 'abcde')]],
    ['cde', 'a snapshot of another branch goes less far', [chain('X', 'ab'), chain('abcde')]],
    ['', 'a snapshot left the path before the journal\'s end', [chain('aXYZ')]],
  ])('is %j where %s', (reached, _, found) => {
    expect(letters(reachFurthest(headOf('ab'), found.flat()))).toBe(reached);
  });

  it('is the longer of two branches, and the one found first of equals', () => {
    expect(letters(reachFurthest(headOf('a'), [...chain('XY', 'a'), ...chain('bcd', 'a')]))).toBe('bcd');
    expect(letters(reachFurthest(headOf('a'), [...chain('XY', 'a'), ...chain('bc', 'a')]))).toBe('XY');
  });

  it('does not depend on the order or on doubles, and always follows', () => {
    const all = [...chain('abcdefgh'), ...chain('XY', 'abc'), ...chain('Z', 'abcdef')];
    fc.assert(fc.property(fc.array(fc.constantFrom(...all), { maxLength: 30 }), fc.nat(8), (found, length) => {
      const from = headOf('abcdefgh'.slice(0, length));
      const row = reachFurthest(from, found);
      expect(row.length).toBe(reachFurthest(from, found.toReversed()).length);
      let { seq, id } = from;
      for (const change of row) {
        expect([change.seq, change.previous]).toEqual([seq + 1, id]);
        ({ seq, id } = change);
      }
      // Nothing that was found follows on its end.
      expect(found.some((change) => change.seq === seq + 1 && change.previous === id)).toBe(false);
    }));
  });
});
