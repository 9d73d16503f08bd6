import { ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { applyOps, type ProjectState } from './state.ts';

/** A plan, and another one on what it leaves, as one step of the history that is told as the second one. */
export function planAfter<P extends Plan>(state: ProjectState, first: Result<Plan>, then: (state: ProjectState) => Result<P>): Result<P> {
  if (!first.ok) return first;
  const second = then(applyOps(state, first.value.ops));
  return second.ok ? ok({ ...second.value, ops: [...first.value.ops, ...second.value.ops] }) : second;
}
