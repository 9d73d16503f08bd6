import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../schemas/change.ts';
import type { ChangeId, CodeId } from '../../../schemas/ids.ts';
import { makeChange, replay, type Plan } from '../../../app/coding/change.ts';
import { planRedo, planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planAddCode, planDeleteCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { emptyState, type ProjectState } from '../../../app/coding/state.ts';
import { commonLength, graft } from '../../../app/recovery/graft.ts';

const now = '2026-03-01T12:00:00.000Z';
const newId = () => crypto.randomUUID() as ChangeId;

/** One step of work on codes, undoing and redoing included. */
type Step = { kind: 'add'; at: number } | { kind: 'rename'; at: number } | { kind: 'delete'; at: number } | { kind: 'undo' } | { kind: 'redo' };
const step: fc.Arbitrary<Step> = fc.oneof(
  ...(['add', 'rename', 'delete'] as const).map((kind) => fc.record({ kind: fc.constant(kind), at: fc.nat(5) })),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
);

describe('Grafting one history onto another', () => {
  const branches = [fc.array(step, { maxLength: 6 }), fc.array(step, { minLength: 1, maxLength: 6 }), fc.array(step, { minLength: 1, maxLength: 6 })] as const;

  it('leads to what the wanted one made, and strikes nothing', () => {
    fc.assert(fc.property(...branches, (trunk, here, there) => {
      const common = work([], trunk);
      const kept = work(common, here);
      const wanted = work(common, there);
      const grafted = graft(kept, wanted, { newId, now, coderId: null });
      if (!grafted.ok) throw new Error(grafted.problem.message);
      const whole = replay(emptyState, [...kept, ...grafted.value]);
      expect(records(whole)).toEqual(records(replay(emptyState, wanted)));
    }));
  });

  it('can be undone step by step, back through both', () => {
    fc.assert(fc.property(...branches, (trunk, here, there) => {
      const common = work([], trunk);
      const kept = work(common, here);
      const grafted = graft(kept, work(common, there), { newId, now, coderId: null });
      if (!grafted.ok) throw new Error(grafted.problem.message);
      let history: Change[] = [...kept, ...grafted.value];
      for (;;) {
        const planned = planUndo(undoStacks(history));
        if (!planned) break;
        history = [...history, next(stateOf(history), planned.plan, { undoes: planned.undoes })];
      }
      expect(stateOf(history).codes.size).toBe(0);
    }));
  });

  it('finds how far two histories go together', () => {
    const trunk = work([], [{ kind: 'add', at: 0 }, { kind: 'add', at: 1 }]);
    const longer = work(trunk, [{ kind: 'add', at: 2 }]);
    expect(commonLength(trunk, longer)).toBe(2);
    expect(commonLength(longer, work(trunk, [{ kind: 'add', at: 2 }]))).toBe(2);
    expect(commonLength([], longer)).toBe(0);
  });
});

function work(history: Change[], steps: readonly Step[]): Change[] {
  return steps.reduce((before, one) => {
    const planned = planStep(before, one);
    return planned && planned.plan.ops.length > 0 ? [...before, next(stateOf(before), planned.plan, planned.links)] : before;
  }, history);
}

function planStep(history: Change[], one: Step): { plan: Plan; links?: { undoes?: ChangeId; redoes?: ChangeId } } | null {
  const state = stateOf(history);
  if (one.kind === 'undo') {
    const planned = planUndo(undoStacks(history));
    return planned && { plan: planned.plan, links: { undoes: planned.undoes } };
  }
  if (one.kind === 'redo') {
    const planned = planRedo(undoStacks(history));
    return planned && { plan: planned.plan, links: { redoes: planned.redoes } };
  }
  const id = [...state.codes.keys()][one.at];
  const plan = one.kind === 'add'
    ? planAddCode(state, { id: crypto.randomUUID() as CodeId, name: `thema ${history.length} ${one.at}`, now })
    : id && (one.kind === 'rename' ? planEditCode(state, id, { name: `anders ${history.length}` }) : planDeleteCode(state, id));
  return plan && plan.ok ? { plan: plan.value } : null;
}

const next = (state: ProjectState, plan: Plan, links = {}) => makeChange(state, plan, { id: newId(), at: now, coderId: null }, links).change;

function stateOf(history: readonly Change[]): ProjectState {
  const state = replay(emptyState, history);
  if (!state.ok) throw new Error(state.problem.message);
  return state.value;
}

function records(result: ReturnType<typeof replay>) {
  if (!result.ok) throw new Error(result.problem.message);
  return new Map([...result.value.codes].toSorted(([a], [b]) => a.localeCompare(b)));
}
