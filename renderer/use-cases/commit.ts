import type { Change } from '../../schemas/change.ts';
import type { Plan } from '../../app/coding/change.ts';
import { fail, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { notifyProblem } from './notices.ts';
import { useWorkbench, type OpenProject } from './workbench.ts';

export interface CommitContext {
  /** ISO 8601, UTC. */
  now: string;
  /** A new UUID, of the kind that is asked for. */
  newId<Id extends string>(): Id;
}

/**
 * Makes a planned change in the open project: on the screen at once, then in the store and the journal. Resolves when
 * the store has it; null where there was nothing to do. Tells the user why it could not, unless `quiet` (for a dialog
 * that says so itself).
 */
export async function commit(
  plan: Result<Plan> | ((project: OpenProject, context: CommitContext) => Result<Plan>), { quiet = false } = {},
): Promise<Result<Change | null>> {
  const planned = typeof plan === 'function' ? planNow(plan) : plan;
  if (planned.ok) {
    const applied = await applyPlan(planned.value);
    // A failure of the store was told when the screen went back.
    if (!applied.ok && !quiet && !toldAlready.has(applied.problem.code)) notifyProblem(applied.problem);
    return applied;
  }
  if (!quiet) notifyProblem(planned.problem);
  return planned;
}

const toldAlready = new Set(['store-failed', 'store-moved']);

function planNow(plan: (project: OpenProject, context: CommitContext) => Result<Plan>): Result<Plan> {
  const { project } = useWorkbench.getState();
  if (!project) return fail('no-project', 'no project is open');
  return plan(project, { now: new Date().toISOString(), newId: <Id extends string>() => crypto.randomUUID() as string as Id });
}
