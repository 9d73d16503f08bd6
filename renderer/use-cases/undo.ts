import type { Change } from '../../schemas/change.ts';
import { planUndo } from '../../app/coding/history.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { dismissInfos, telling } from './notices.ts';
import { useWorkbench } from './workbench.ts';

/** Takes the last change back, as a new change; null where there is nothing to take back. Works after a restart too. */
export async function undo(): Promise<Result<Change | null>> {
  const { project } = useWorkbench.getState();
  const planned = project && planUndo(project.stacks);
  if (!planned) return ok(null);
  dismissInfos();
  return telling(await applyPlan(planned.plan, { links: { undoes: planned.undoes } }));
}
