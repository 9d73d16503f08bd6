import type { Change } from '../../schemas/change.ts';
import type { Plan } from '../../app/coding/change.ts';
import { fail, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { telling } from './notices.ts';
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
  const applied = planned.ok ? await applyPlan(planned.value) : planned;
  return quiet ? applied : telling(applied);
}

function planNow(plan: (project: OpenProject, context: CommitContext) => Result<Plan>): Result<Plan> {
  const { project } = useWorkbench.getState();
  if (!project) return fail('no-project', 'no project is open');
  return plan(project, { now: new Date().toISOString(), newId: <Id extends string>() => crypto.randomUUID() as string as Id });
}
