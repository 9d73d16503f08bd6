import type { Change, Op } from '../../schemas/change.ts';
import type { ChangeId, ProjectId, Sha256 } from '../../schemas/ids.ts';
import { makeChange, replay } from '../../app/coding/change.ts';
import { planEditProject } from '../../app/coding/plan-project.ts';
import { emptyState } from '../../app/coding/state.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { deleteProjectStore, openProjectStore } from '../store/project-store.ts';
import { journalProject } from './journal-project.ts';
import { refreshProjects } from './refresh-projects.ts';
import { useWorkbench } from './workbench.ts';

export interface Installation {
  projectId: ProjectId;
  changes: readonly Change[];
  blob(sha256: Sha256): Promise<Uint8Array | null>;
}

/**
 * Puts a whole project, made or read elsewhere and validated, in this window's store under an id that has nothing
 * yet: files first, then the history, all or none. The journal gets it too, now or when it is opened.
 */
export async function installProject({ projectId, changes, blob }: Installation): Promise<Result<null>> {
  const opened = await openProjectStore(projectId);
  if (!opened.ok) return opened;
  const store = opened.value;
  const written = await (async (): Promise<Result<null>> => {
    const { originals, contents } = blobsNamed(changes);
    for (const sha256 of [...originals, ...contents]) {
      const bytes = await blob(sha256);
      const put = bytes ? await store.putBlob(sha256, bytes) : ok(null);
      if (!put.ok) return put;
    }
    return store.replaceAll(changes);
  })();
  if (written.ok) await journalProject(store, changes, 0);
  store.close();
  if (!written.ok) await deleteProjectStore(projectId);
  await refreshProjects();
  return written;
}

/** Installs a copy under an id of its own and a name that says what it is. The history goes along. */
export async function installCopy(
  { changes, blob }: Omit<Installation, 'projectId'>, name: string,
): Promise<Result<{ projectId: ProjectId; name: string }>> {
  const state = replay(emptyState, changes);
  if (!state.ok) return state;
  const free = freeName(name);
  const plan = planEditProject(state.value, { name: free });
  if (!plan.ok) return plan;
  const { coder } = useWorkbench.getState();
  const entered: Op[] = coder && !state.value.coders.has(coder.id) ? [{ op: 'put', table: 'coders', record: coder }] : [];
  const coderId = coder?.id ?? null;
  const { change } = makeChange(state.value, { ...plan.value, ops: [...entered, ...plan.value.ops] }, { id: crypto.randomUUID() as ChangeId, at: new Date().toISOString(), coderId });
  const projectId = crypto.randomUUID() as ProjectId;
  const installed = await installProject({ projectId, changes: [...changes, change], blob });
  return installed.ok ? ok({ projectId, name: free }) : installed;
}

/** Two projects of one name can't be told apart in a list. */
function freeName(name: string): string {
  const taken = new Set(useWorkbench.getState().projects.map((project) => project.name));
  const room = name.slice(0, 190);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? room : `${room} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
