import type { ProjectId } from '../../schemas/ids.ts';
import { assertNever, ok, type Result } from '../../app/support/result.ts';
import { keepBoth } from './keep-both.ts';
import { notify, telling } from './notices.ts';
import { openProject } from './open-project.ts';
import { refreshProjects } from './refresh-projects.ts';
import { restoreStore } from './restore-store.ts';
import { startTask } from './tasks.ts';
import { useWorkbench, type RecoveryCase } from './workbench.ts';

/**
 * `restore`: go on with all that can be read (every kind but `diverged`). `keep-store`, `keep-journal`: for `diverged`,
 * which version goes on under the project's own name; the other is kept as a copy. `later`: leave it as it is.
 */
export type RecoveryChoice = 'restore' | 'keep-store' | 'keep-journal' | 'later';

/** Does what the user chose about one project. After the last one the workbench goes on, with that project open. */
export async function resolveRecovery(found: RecoveryCase, choice: RecoveryChoice): Promise<Result<null>> {
  const task = startTask({ title: 'task.recover', values: { name: found.name } });
  const done = telling(await act(found, choice));
  task.end();
  if (!done.ok) return done;
  await settled(found.projectId);
  const { phase } = useWorkbench.getState();
  return phase === 'start' && choice !== 'later' ? openProject(found.projectId) : ok(null);
}

/** Restores every project of the recovery screen but those that went apart, which need a choice each. */
export async function recoverAll(): Promise<Result<null>> {
  const cases = useWorkbench.getState().recovery.filter((found) => found.kind !== 'diverged');
  const sum = { count: 0, verified: 0, total: 0 };
  for (const found of cases) {
    const task = startTask({ title: 'task.recover', values: { name: found.name } });
    const restored = telling(await restoreStore(found));
    task.end();
    if (!restored.ok) continue;
    sum.count += 1;
    sum.verified += restored.value.verified;
    sum.total += restored.value.total;
    tellOfMissing(found);
    await settled(found.projectId);
  }
  if (sum.count > 0) notify({ kind: 'info', key: 'notice.recovered', values: sum });
  return ok(null);
}

async function act(found: RecoveryCase, choice: RecoveryChoice): Promise<Result<null>> {
  switch (choice) {
    case 'later': return ok(null);
    case 'restore': {
      const restored = await restoreStore(found);
      if (!restored.ok) return restored;
      const { verified, total } = restored.value;
      notify({ kind: 'info', key: 'notice.restored', values: { name: found.name, verified, total } });
      tellOfMissing(found);
      return ok(null);
    }
    case 'keep-store':
    case 'keep-journal': {
      const kept = await keepBoth(found, choice === 'keep-store' ? 'store' : 'journal');
      if (!kept.ok) return kept;
      notify({ kind: 'info', key: 'notice.kept-both', values: { copy: kept.value.copy } });
      return ok(null);
    }
    default: return assertNever(choice);
  }
}

/** "n of n verified" is of what there is: what is not there is said beside it. */
function tellOfMissing({ name, missing }: RecoveryCase): void {
  if (missing) notify({ kind: 'problem', key: 'notice.recovered-part', values: { name, count: missing.count } });
}

/** Takes a case off the screen; after the last one the workbench goes on where it would have been. */
async function settled(projectId: ProjectId): Promise<void> {
  const { recovery, coder } = useWorkbench.getState();
  const left = recovery.filter((found) => found.projectId !== projectId);
  await refreshProjects();
  useWorkbench.setState({ recovery: left, ...(left.length === 0 && { phase: coder ? 'start' : 'coder' }) });
}
