import type { ChangeId, CoderId } from '../../schemas/ids.ts';
import type { Change, ChangeLabel, Op } from '../../schemas/change.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { applyOps, inverseOps, type ProjectState } from './state.ts';

/** What a planner wants done: the words for the history and the steps. An empty list means nothing to do. */
export interface Plan { label: ChangeLabel; ops: Op[] }

/** Who, when and under which id: given from outside, so that planning stays pure. */
export interface ChangeContext { id: ChangeId; at: string; coderId: CoderId | null }

/** A plan as the next change of this state, with its inverse, and the state that it makes. */
export function makeChange(
  state: ProjectState, plan: Plan, context: ChangeContext, links: { undoes?: ChangeId; redoes?: ChangeId } = {},
): { change: Change; state: ProjectState } {
  const change: Change = {
    id: context.id, seq: state.seq + 1, previous: state.head, at: context.at, coderId: context.coderId,
    label: plan.label, ops: plan.ops, inverse: inverseOps(state, plan.ops),
    undoes: links.undoes ?? null, redoes: links.redoes ?? null,
  };
  return { change, state: advance(state, change) };
}

function advance(state: ProjectState, change: Change): ProjectState {
  return { ...applyOps(state, change.ops), seq: change.seq, head: change.id };
}

/**
 * The state after changes that were made elsewhere: refused where they do not follow on this state. All steps are
 * applied at once, so that each table is copied once and not once a change.
 */
export function replay(state: ProjectState, changes: Iterable<Change>): Result<ProjectState> {
  let { seq, head } = state;
  const ops: Op[] = [];
  for (const change of changes) {
    if (change.seq !== seq + 1 || change.previous !== head) {
      return fail('history-broken', `change ${change.seq} does not follow on change ${seq}`, { seq: change.seq });
    }
    ({ seq, id: head } = change);
    for (const op of change.ops) ops.push(op);
  }
  return ok({ ...applyOps(state, ops), seq, head });
}
