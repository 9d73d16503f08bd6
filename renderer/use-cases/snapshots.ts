import type { SnapshotInfo } from '../../schemas/host.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import type { Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { notify, telling } from './notices.ts';
import { runtime } from './runtime.ts';
import { sendBlobs } from './send-blobs.ts';

/** The snapshots of a project, or of all; newest first. */
export async function listSnapshots(projectId: ProjectId | null): Promise<Result<SnapshotInfo[]>> {
  const listed = telling(await asked(host().call('snapshots.list', { projectId })));
  return listed.ok ? { ok: true, value: listed.value.toSorted((a, b) => b.at.localeCompare(a.at)) } : listed;
}

/** Has the host make a snapshot now, of what the journal has: all work, where it can be reached. */
export async function makeSnapshot(projectId: ProjectId): Promise<Result<SnapshotInfo>> {
  const { session } = runtime;
  if (session?.projectId === projectId) {
    await session.queue;
    await session.outbox?.flush();
    const { originals, contents } = blobsNamed(session.stored.changes);
    // What the data folder lost since, and this store has, goes in; what can't, the snapshot says that it lacks.
    await sendBlobs({ projectId, hashes: [...contents, ...originals], blob: async (sha256) => (await session.store?.getBlob(sha256)) ?? null });
  }
  const made = telling(await asked(host().call('snapshots.make', { projectId })));
  if (made.ok) notify({ kind: 'info', key: 'notice.snapshot-made', values: { where: made.value.where } });
  return made;
}

/** Shows a snapshot's file in the system's file manager; false where the host can't. */
export async function showSnapshot(id: string): Promise<Result<boolean>> {
  return telling(await asked(host().call('snapshots.show', { id })));
}
