import type { ChangeId, ProjectId } from '../../schemas/ids.ts';
import { makeChange } from '../../app/coding/change.ts';
import { planCreateProject } from '../../app/coding/plan-project.ts';
import { starterCodes } from '../../app/coding/starter-codes.ts';
import { emptyState } from '../../app/coding/state.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { closeProject } from './close-project.ts';
import { installProject } from './install-project.ts';
import { telling } from './notices.ts';
import { openProject } from './open-project.ts';
import { readOnlyReason } from './read-only.ts';
import { useWorkbench } from './workbench.ts';

/** Makes a project with the four starter themes and opens it. */
export async function createProject({ name, description = '' }: { name: string; description?: string }): Promise<Result<ProjectId>> {
  const made = telling(await make(name, description));
  if (!made.ok) return made;
  const opened = await openProject(made.value);
  return opened.ok ? made : opened;
}

async function make(name: string, description: string): Promise<Result<ProjectId>> {
  const { coder } = useWorkbench.getState();
  const readOnly = readOnlyReason();
  if (readOnly) return fail(`read-only-${readOnly}`, 'nothing can be changed in this window now');
  if (!coder) return fail('no-coder', 'there is no coder yet');
  const now = new Date().toISOString();
  const plan = planCreateProject({ name, description, coder, codes: starterCodes(now), now });
  if (!plan.ok) return plan;
  await closeProject();
  const { change } = makeChange(emptyState, plan.value, { id: crypto.randomUUID() as ChangeId, at: now, coderId: coder.id });
  const projectId = crypto.randomUUID() as ProjectId;
  const installed = await installProject({ projectId, changes: [change], blob: async () => null });
  return installed.ok ? ok(projectId) : installed;
}
