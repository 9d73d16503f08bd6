import type { Change } from '../../schemas/change.ts';
import { planRedo } from '../../app/coding/history.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { dismissInfos, telling } from './notices.ts';
import { useWorkbench } from './workbench.ts';

/** Puts the last undone change back, as a new change; null where there is nothing to put back. Works after a restart too. */
export async function redo(): Promise<Result<Change | null>> {
  const { project } = useWorkbench.getState();
  const planned = project && planRedo(project.stacks);
  if (!planned) return ok(null);
  dismissInfos();
  return telling(await applyPlan(planned.plan, { links: { redoes: planned.redoes } }));
}
