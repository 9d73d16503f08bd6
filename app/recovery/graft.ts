import type { Change, Op } from '../../schemas/change.ts';
import type { ChangeId, CoderId } from '../../schemas/ids.ts';
import { makeChange, replay } from '../coding/change.ts';
import { emptyState, type ProjectState } from '../coding/state.ts';
import { ok, type Result } from '../support/result.ts';

/**
 * Changes that follow on `kept` and lead to what `wanted` makes, where the two histories went apart: one that goes
 * back to where they were still the same, then each change of the other branch, made again in its place. So a
 * history that only grows can take over another one; nothing is struck from it, and undo walks back through both.
 */
export function graft(
  kept: readonly Change[], wanted: readonly Change[], context: { newId: () => ChangeId; now: string; coderId: CoderId | null },
): Result<Change[]> {
  const common = commonLength(kept, wanted);
  const here = replay(emptyState, kept);
  if (!here.ok) return here;
  const made: Change[] = [];
  let state: ProjectState = here.value;
  const add = (next: { change: Change; state: ProjectState }) => {
    made.push(next.change);
    state = next.state;
  };
  const back = kept.slice(common).toReversed().flatMap((change): Op[] => change.inverse);
  if (back.length > 0) {
    const label = { key: 'project.restore', values: { name: state.project?.name ?? '' } } as const;
    add(makeChange(state, { label, ops: back }, { id: context.newId(), at: context.now, coderId: context.coderId }));
  }
  /** Links between changes of the branch are kept under the new ids; those to changes before it can't be. */
  const renamed = new Map<ChangeId, ChangeId>();
  const link = (id: ChangeId | null) => (id ? renamed.get(id) : undefined);
  for (const change of wanted.slice(common)) {
    const id = context.newId();
    renamed.set(change.id, id);
    const undoes = link(change.undoes);
    const redoes = link(change.redoes);
    const links = { ...(undoes && { undoes }), ...(redoes && { redoes }) };
    add(makeChange(state, { label: change.label, ops: change.ops }, { id, at: change.at, coderId: change.coderId }, links));
  }
  return ok(made);
}

/** How many changes two histories have in common, from the first on. */
export function commonLength(a: readonly Change[], b: readonly Change[]): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    if (a[at]?.id !== b[at]?.id) return at;
  }
  return most;
}
