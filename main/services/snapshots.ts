import path from 'node:path';
import filenamify from 'filenamify';
import type { Change } from '../../schemas/change.ts';
import type { SnapshotInfo } from '../../schemas/host.ts';
import { projectIdSchema, type ChangeId, type ProjectId, type Sha256 } from '../../schemas/ids.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { sameValue } from '../../app/support/same-value.ts';
import { hashOf } from './blobs.ts';
import type { Disk } from './disk.ts';
import { HostFailure } from './host-failure.ts';
import type { JournalSummary } from './journal.ts';
import { readAll, readIndex, readSnapshot, snapshotEnding, writeIndex, type SnapshotEntry } from './snapshot-index.ts';
import { droppable } from './snapshot-keeping.ts';

/** What a snapshot is made of, read at one moment. */
export interface SnapshotSource {
  changes: Change[];
  summary: JournalSummary;
  blob(sha256: Sha256): Promise<Uint8Array | null>;
  /** The id of the journal's change of that number; null where it has none. */
  idAt(seq: number): ChangeId | null;
}

/** Snapshots in files of the data folder. Calls for one project are not serialised here (services.ts does). */
export interface Snapshots {
  /** Newest first; of all projects where `projectId` is null. */
  list(projectId: ProjectId | null): Promise<SnapshotInfo[]>;
  /** The newest one of the journal's present state, if there is one that is whole; else a new one, proven before older ones go. */
  make(projectId: ProjectId, source: SnapshotSource): Promise<SnapshotInfo>;
  /** @throws HostFailure `not-found`, or `hash-mismatch` where the file is damaged. */
  read(id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The projects of which there are snapshots. */
  projects(): Promise<ProjectId[]>;
  /** Every snapshot of a project read whole, the furthest first; see snapshot-index.ts. */
  readAll(projectId: ProjectId): ReturnType<typeof readAll>;
  /** The file's path, for the host itself. */
  locate(id: string): Promise<string>;
}

export function openSnapshots(disk: Disk, root: string, { version, now }: { version: string; now: () => string }): Snapshots {
  const folderOf = (projectId: ProjectId) => path.join(root, projectId);
  const info = ({ id, projectId, name, head, counts, at, bytes, file }: SnapshotEntry): SnapshotInfo =>
    ({ id, projectId, name, head, counts, at, bytes, where: path.join(folderOf(projectId), file) });

  async function projects(): Promise<ProjectId[]> {
    return (await disk.names(root)).flatMap((name) => projectIdSchema.safeParse(name).data ?? []);
  }

  async function list(projectId: ProjectId | null): Promise<SnapshotInfo[]> {
    const ids = projectId ? [projectId] : await projects();
    const found: SnapshotInfo[] = [];
    for (const id of ids) found.push(...(await readIndex(disk, folderOf(id), id)).map(info));
    return found.toSorted((a, b) => b.at.localeCompare(a.at) || b.head.seq - a.head.seq);
  }

  async function find(id: string): Promise<SnapshotEntry> {
    const projectId = projectIdSchema.safeParse(id.split('.')[0]).data;
    const entries = projectId ? await readIndex(disk, folderOf(projectId), projectId) : [];
    const found = entries.find((entry) => entry.id === id);
    if (!found) throw new HostFailure('not-found', 'there is no such snapshot');
    return found;
  }

  async function make(projectId: ProjectId, source: SnapshotSource): Promise<SnapshotInfo> {
    await disk.mayWrite();
    const folder = folderOf(projectId);
    const { head } = source.summary;
    const entries = await readIndex(disk, folder, projectId);
    const same = entries.find((entry) => entry.head.seq === head.seq && entry.head.id === head.id);
    if (same && (await isWhole(disk, folder, same))) return info(same);

    const at = now();
    const bytes = await writeProjectFile({ projectId, changes: source.changes, blobs: source.blob, now: at, version });
    const file = fileName(source.summary.name, at, head.seq);
    await disk.writeWhole(path.join(folder, file), bytes);
    const { entry, missing } = await prove(projectId, file, bytes, source.summary);
    const others = entries.filter((other) => other.file !== file);
    await writeIndex(disk, folder, [entry, ...others]);
    // An older one may hold the original that this one lacks.
    if (missing.length === 0) await drop(folder, [entry, ...others], source);
    return info(entry);
  }

  /** Reads the file back and compares it with the journal; what does not agree is no snapshot and drops no other. */
  async function prove(
    projectId: ProjectId, file: string, bytes: Uint8Array, { head, counts }: JournalSummary,
  ): Promise<{ entry: SnapshotEntry; missing: string[] }> {
    const read = await readSnapshot(disk, folderOf(projectId), file, projectId);
    if (read && read.entry.sha256 === hashOf(bytes) && sameValue(read.entry.head, head) && sameValue(read.entry.counts, counts)) return read;
    await disk.remove(path.join(folderOf(projectId), file));
    throw new HostFailure('failed', 'the snapshot did not read back as it was made');
  }

  async function drop(folder: string, entries: SnapshotEntry[], source: SnapshotSource): Promise<void> {
    const onChain = ({ head }: SnapshotInfo) => head.seq === 0 || source.idAt(head.seq) === head.id;
    const gone = new Set(droppable(entries.map(info), now(), onChain).map(({ id }) => id));
    if (gone.size === 0) return;
    await writeIndex(disk, folder, entries.filter(({ id }) => !gone.has(id)));
    for (const { id, file } of entries) if (gone.has(id)) await disk.remove(path.join(folder, file));
  }

  return {
    list,
    make,
    projects,
    readAll: (projectId) => readAll(disk, folderOf(projectId), projectId),
    async read(id) {
      const entry = await find(id);
      const bytes = await disk.read(path.join(folderOf(entry.projectId), entry.file));
      if (!bytes) throw new HostFailure('not-found', 'the snapshot is gone');
      if (hashOf(bytes) !== entry.sha256) throw new HostFailure('hash-mismatch', 'the snapshot is damaged');
      return bytes;
    },
    async locate(id) {
      const entry = await find(id);
      return path.join(folderOf(entry.projectId), entry.file);
    },
  };
}

async function isWhole(disk: Disk, folder: string, entry: SnapshotEntry): Promise<boolean> {
  const bytes = await disk.read(path.join(folder, entry.file));
  return bytes !== null && hashOf(bytes) === entry.sha256;
}

/** For people who look in the folder: the project's name, when, and the number of the last change. */
function fileName(name: string, at: string, seq: number): string {
  const safe = filenamify(name, { replacement: ' ', maxLength: 60 }).trim() || 'project';
  return `${safe} ${at.slice(0, 10)} ${at.slice(11, 19).replaceAll(':', '')} ${seq}${snapshotEnding}`;
}
