import type { Change } from '../../schemas/change.ts';
import type { Head, Rescue } from '../../schemas/host.ts';
import { instantSchema, type ChangeId, type ProjectId, type Sha256 } from '../../schemas/ids.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { countsAfter, noCounts } from '../../app/recovery/counts-after.ts';
import { reachFurthest } from '../../app/recovery/reach.ts';
import type { Projects } from './projects.ts';
import type { Snapshots } from './snapshots.ts';

/** Brings back what journal or blobs lost, out of what else the data folder holds. Not serialised here (services.ts does). */
export interface Rescuer {
  /** What follows on `from` in lines that were set aside and in snapshots. */
  look(projectId: ProjectId, from: Head): Promise<Rescue>;
  /** The same from the journal's own head on, written to the journal, with its blobs. */
  mend(projectId: ProjectId): Promise<Rescue>;
  /** Puts blobs that are missing or damaged back from snapshots; answers those that no snapshot has. */
  restoreBlobs(projectId: ProjectId, hashes: readonly Sha256[]): Promise<Sha256[]>;
}

export function createRescuer(projects: Projects, snapshots: Snapshots): Rescuer {
  async function find(projectId: ProjectId, from: Head): Promise<{ row: Change[]; rescue: Rescue }> {
    const { changes: aside, seen } = await projects.files(projectId).journal.aside();
    const ofJournal = new Set<ChangeId>(aside.map(({ id }) => id));
    const found = [...aside];
    let row = reachFurthest(from, found);
    let snapshotAt: string | null = null;
    let damagedSnapshots = 0;
    for await (const { upTo, bundle } of snapshots.readAll(projectId)) {
      if (Math.max(upTo, seen) <= (row.at(-1)?.seq ?? from.seq)) break;
      if (!bundle) damagedSnapshots += 1;
      found.push(...bundle?.changes ?? []);
      const longer = reachFurthest(from, found);
      if (bundle && longer.length > row.length) snapshotAt = [snapshotAt ?? '', bundle.manifest.savedAt].toSorted()[1] ?? null;
      row = longer;
    }
    const last = row.at(-1);
    const fromJournal = row.filter(({ id }) => ofJournal.has(id)).length;
    const rescue: Rescue = {
      head: last ? { seq: last.seq, id: last.id } : from,
      gain: row.reduce(countsAfter, noCounts),
      updatedAt: instantSchema.safeParse(last?.at).data ?? null,
      fromJournal, fromSnapshots: row.length - fromJournal, snapshotAt: fromJournal < row.length ? snapshotAt : null, damagedSnapshots, seen,
    };
    return { row, rescue };
  }

  async function restoreBlobs(projectId: ProjectId, hashes: readonly Sha256[]): Promise<Sha256[]> {
    const { blobs } = projects.files(projectId);
    const missing = new Set(await blobs.missing(hashes));
    if (missing.size === 0) return [];
    for await (const { bundle } of snapshots.readAll(projectId)) {
      for (const sha256 of missing) {
        const bytes = bundle?.blobs.get(sha256);
        if (!bytes) continue;
        await blobs.put(sha256, bytes);
        missing.delete(sha256);
      }
      if (missing.size === 0) break;
    }
    return [...missing];
  }

  return {
    restoreBlobs,
    look: async (projectId, from) => (await find(projectId, from)).rescue,
    async mend(projectId) {
      const { journal } = projects.files(projectId);
      const head = (await journal.summary())?.head ?? { seq: 0, id: null };
      const { row, rescue } = await find(projectId, head);
      const { contents, originals } = blobsNamed(row);
      await restoreBlobs(projectId, [...contents, ...originals]);
      await journal.mend(row);
      return rescue;
    },
  };
}
