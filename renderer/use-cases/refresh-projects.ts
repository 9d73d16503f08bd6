import type { ProjectOnDisk } from '../../schemas/host.ts';
import { countsOf } from '../../app/coding/state.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { openProjectStore, storedProjectIds } from '../store/project-store.ts';
import { useWorkbench } from './workbench.ts';

/** The projects there are: those of the data folder, and those that only this window's store has. Newest first. */
export async function refreshProjects(): Promise<Result<ProjectOnDisk[]>> {
  const listed = await asked(host().call('projects.list', {}));
  if (!listed.ok) return listed;
  const known = new Set(listed.value.map((project) => project.id));
  const projects = [...listed.value];
  for (const id of (await storedProjectIds()) ?? []) {
    const only = known.has(id) ? null : await inStoreOnly(id);
    if (only) projects.push(only);
  }
  projects.sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
  useWorkbench.setState({ projects });
  return ok(projects);
}

async function inStoreOnly(id: ProjectOnDisk['id']): Promise<ProjectOnDisk | null> {
  const opened = await openProjectStore(id);
  if (!opened.ok) return null;
  const { state, changes } = await opened.value.load();
  opened.value.close();
  if (!state.project) return null;
  const head = { seq: state.seq, id: state.head };
  return { id, name: state.project.name, head, counts: countsOf(state), updatedAt: changes.at(-1)?.at ?? null, damage: null };
}
