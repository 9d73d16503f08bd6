import { coderSchema, type Coder } from '../../schemas/records/coder.ts';
import type { CoderId } from '../../schemas/ids.ts';
import { planSaveCoder } from '../../app/coding/plan-coder.ts';
import { cleanName, sameName } from '../../app/coding/planning.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { commit } from './commit.ts';
import { knownCoders } from './known-coders.ts';
import { telling } from './notices.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Says who codes in this profile; asked for once, changed in the settings. Someone who worked here before under the
 * same name and initials is the same coder again, so that a wiped profile or another host goes on as one person.
 */
export async function saveCoderProfile({ name, initials }: { name: string; initials: string }): Promise<Result<Coder>> {
  return telling(await save(name, initials));
}

async function save(name: string, initials: string): Promise<Result<Coder>> {
  const clean = cleanName(name);
  if (!clean.ok) return clean;
  const { coder: before, phase, project } = useWorkbench.getState();
  const same = before ? null : (await knownCoders()).find((known) => sameName(known.name, clean.value) && sameName(known.initials, initials.trim()));
  const id = before?.id ?? same?.id ?? (crypto.randomUUID() as CoderId);
  const parsed = coderSchema.safeParse({ id, name: clean.value, initials: initials.trim() });
  if (!parsed.success) return fail('coder-invalid', 'initials are one to six characters');
  await runtime.catalogue?.setCoder(parsed.data);
  useWorkbench.setState({ coder: parsed.data, ...(phase === 'coder' && { phase: 'start' }) });
  if (project) {
    useWorkbench.setState({ project: { ...project, coder: parsed.data } });
    // Only a project in which this coder has worked knows them, and should know the new name.
    if (runtime.session?.now.state.coders.has(parsed.data.id) && !project.readOnly) await commit((open) => planSaveCoder(open.state, parsed.data));
  }
  return ok(parsed.data);
}
