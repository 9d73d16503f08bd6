import type { ProjectId } from '../../schemas/ids.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { copyName } from './copy-name.ts';
import { installCopy } from './install-project.ts';
import { telling } from './notices.ts';
import { openProject } from './open-project.ts';
import { readBundle } from './read-bundle.ts';
import { readOnlyReason } from './read-only.ts';

/** Opens a snapshot as a project of its own, whose name says so; the project that it was made of stays as it is. */
export async function openSnapshot(id: string): Promise<Result<ProjectId>> {
  return telling(await open(id));
}

async function open(id: string): Promise<Result<ProjectId>> {
  const readOnly = readOnlyReason();
  if (readOnly) return fail(`read-only-${readOnly}`, 'nothing can be changed in this window now');
  const listed = await asked(host().call('snapshots.list', { projectId: null }));
  if (!listed.ok) return listed;
  const info = listed.value.find((snapshot) => snapshot.id === id);
  const bytes = await asked(host().call('snapshots.read', { id }));
  if (!bytes.ok) return bytes;
  const bundle = await readBundle(info?.name ?? '', bytes.value);
  if (!bundle.ok) return bundle;
  const { changes, name, blobs } = bundle.value;
  const copy = await installCopy({ changes, blob: async (sha256) => blobs.get(sha256) ?? null }, copyName('copy.snapshot', name, info?.at));
  if (!copy.ok) return copy;
  const opened = await openProject(copy.value.projectId);
  return opened.ok ? ok(copy.value.projectId) : opened;
}
