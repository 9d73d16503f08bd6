import { coderSchema, type Coder } from '../../schemas/records/coder.ts';
import type { CoderId } from '../../schemas/ids.ts';
import { planSaveCoder } from '../../app/coding/plan-coder.ts';
import { cleanName, sameName } from '../../app/coding/planning.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { withCoder } from './apply-plan.ts';
import { commit } from './commit.ts';
import { knownCoders } from './known-coders.ts';
import { telling } from './notices.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Says who codes in this profile: asked for once, then corrected (the name of who codes now, on all of their work), or
 * changed for `someoneElse`, whose work is kept apart. Someone who worked here before under the same name and initials
 * is the same coder again, so that a wiped profile or another host goes on as one person.
 */
export async function saveCoderProfile({ name, initials, someoneElse = false }: { name: string; initials: string; someoneElse?: boolean }): Promise<Result<Coder>> {
  return telling(await save(name, initials, someoneElse));
}

async function save(name: string, initials: string, someoneElse: boolean): Promise<Result<Coder>> {
  const clean = cleanName(name);
  if (!clean.ok) return clean;
  const before = someoneElse ? null : useWorkbench.getState().coder;
  const same = before ? null : (await knownCoders()).find((known) => sameName(known.name, clean.value) && sameName(known.initials, initials.trim()));
  const id = before?.id ?? same?.id ?? (crypto.randomUUID() as CoderId);
  const parsed = coderSchema.safeParse({ id, name: clean.value, initials: initials.trim() });
  if (!parsed.success) return fail('coder-invalid', 'initials are one to six characters');
  await runtime.catalogue?.setCoder(parsed.data);
  const { phase, project } = useWorkbench.getState();
  useWorkbench.setState({ coder: parsed.data, ...(phase === 'coder' && { phase: 'start' }) });
  if (project) {
    const stored = runtime.session?.now.state ?? project.state;
    useWorkbench.setState({ project: { ...project, coder: parsed.data, state: withCoder(stored, parsed.data) } });
    // Only a project in which this coder has worked knows them, and should know the new name.
    if (stored.coders.has(parsed.data.id) && !project.readOnly) await commit(planSaveCoder(stored, parsed.data));
  }
  return ok(parsed.data);
}
