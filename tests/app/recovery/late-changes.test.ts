import { describe, expect, it } from 'vitest';
import type { Change } from '../../../schemas/change.ts';
import type { ChangeId, CodeId } from '../../../schemas/ids.ts';
import { makeChange, replay, type Plan } from '../../../app/coding/change.ts';
import { planAddCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { emptyState, type ProjectState } from '../../../app/coding/state.ts';
import { lateChanges } from '../../../app/recovery/late-changes.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { Result } from '../../../app/support/result.ts';
import { coder, must, now } from '../world.ts';

const pier = nameId<CodeId>('code', 'pier');
const boat = nameId<CodeId>('code', 'boat');

function step(history: readonly Change[], plan: (state: ProjectState) => Result<Plan>): Change {
  const state = must(replay(emptyState, history));
  const id = nameId<ChangeId>('change', crypto.randomUUID());
  return makeChange(state, must(plan(state)), { id, at: now, coderId: coder.id }).change;
}
const add = (history: readonly Change[], id: CodeId, name: string) => step(history, (state) => planAddCode(state, { id, name, now }));
const define = (history: readonly Change[], definition: string) => step(history, (state) => planEditCode(state, pier, { definition }));
const late = (history: readonly Change[], aside: readonly Change[]) => lateChanges(must(replay(emptyState, history)), history, aside);

describe('Changes that a window put aside as it went', () => {
  const first = [add([], pier, 'Steiger')];
  const written = define(first, 'Waar men wacht.');

  it('are the next ones where the store has none of them, letter for letter', () => {
    const again = define([...first, written], 'Waar men staat te wachten.');
    expect(late(first, [written, again])).toEqual({ next: [written, again], left: [] });
  });

  it('are not made twice where they got there after all', () => {
    expect(late([...first, written], [written])).toEqual({ next: [], left: [] });
  });

  it('follow on what another window did meanwhile, with their own moment and coder', () => {
    const meanwhile = [...first, add(first, boat, 'Boot')];
    const { next, left } = late(meanwhile, [written]);
    expect(left).toEqual([]);
    expect(next).toEqual([{ ...written, seq: 3, previous: meanwhile.at(-1)?.id }]);
    expect(must(replay(emptyState, [...meanwhile, ...next])).codes.get(pier)?.definition).toBe('Waar men wacht.');
  });

  it('are left where the same record was changed meanwhile', () => {
    const meanwhile = [...first, define(first, 'Waar de boot aanlegt.')];
    expect(late(meanwhile, [written])).toEqual({ next: [], left: [written] });
  });
});
