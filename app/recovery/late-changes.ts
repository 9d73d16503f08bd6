import type { Change } from '../../schemas/change.ts';
import { makeChange } from '../coding/change.ts';
import { inverseOps, type ProjectState } from '../coding/state.ts';
import { sameValue } from '../support/same-value.ts';

/** `next` follow on the history; `left` are those whose records were changed by others since. */
export interface Late { next: Change[]; left: Change[] }

/**
 * Changes that a window put aside as it went, made the next ones of what its store has: without those that got there
 * after all, under their own ids, moments and coders. One whose records are not what it found them is left: it would
 * put older words in the place of newer ones.
 */
export function lateChanges(state: ProjectState, history: readonly Change[], aside: readonly Change[]): Late {
  const known = new Set(history.map(({ id }) => id));
  const late: Late = { next: [], left: [] };
  let now = state;
  for (const change of aside.filter(({ id }) => !known.has(id))) {
    if (!sameValue(inverseOps(now, change.ops), change.inverse)) {
      late.left.push(change);
      continue;
    }
    const { undoes, redoes } = change;
    const made = makeChange(now, change, change, { ...(undoes ? { undoes } : {}), ...(redoes ? { redoes } : {}) });
    late.next.push(made.change);
    now = made.state;
  }
  return late;
}
