import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Op } from '../../../schemas/change.ts';
import type { ChangeId, CodeId } from '../../../schemas/ids.ts';
import { makeChange } from '../../../app/coding/change.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { countsOf, emptyState } from '../../../app/coding/state.ts';
import { countsAfter, noCounts } from '../../../app/recovery/counts-after.ts';

const ids = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}` as CodeId);
const [model] = starterCodes('2026-01-01T00:00:00.000Z');

const op: fc.Arbitrary<Op> = fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, put]) =>
  (put && model ? { op: 'put', table: 'codes', record: { ...model, id } } : { op: 'delete', table: 'codes', id }));

describe('The counts after a change', () => {
  it('are those of the state that it makes, whatever its steps', () => {
    fc.assert(fc.property(fc.array(fc.array(op, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (plans) => {
      let state = emptyState;
      let counts = noCounts;
      for (const ops of plans) {
        const made = makeChange(state, { label: { key: 'code.edit', values: {} }, ops }, { id: crypto.randomUUID() as ChangeId, at: '', coderId: null });
        counts = countsAfter(counts, made.change);
        ({ state } = made);
        expect(counts).toEqual(countsOf(state));
      }
    }));
  });
});
