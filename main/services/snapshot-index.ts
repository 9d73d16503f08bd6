import path from 'node:path';
import { z } from 'zod';
import { snapshotInfoSchema } from '../../schemas/host.ts';
import { sha256Schema, type ProjectId } from '../../schemas/ids.ts';
import { countsOf } from '../../app/coding/state.ts';
import { readProjectFile, type ProjectBundle } from '../../app/project-file/read-project-file.ts';
import { hashOf } from './blobs.ts';
import type { Disk } from './disk.ts';

const entrySchema = snapshotInfoSchema.omit({ where: true }).extend({ file: z.string().min(1), sha256: sha256Schema });
/** A snapshot as its project's folder knows it. `file`: its name in that folder. */
export type SnapshotEntry = z.output<typeof entrySchema>;

const indexSchema = z.strictObject({ version: z.literal(1), snapshots: z.array(entrySchema) });

export const snapshotEnding = '.hoorwerk';

/**
 * The snapshots in a project's folder. The index only spares reading them: a file that it does not know (it was lost or
 * damaged, or the file was put there by hand) is read and known from then on; one that is gone is forgotten.
 */
export async function readIndex(disk: Disk, folder: string, projectId: ProjectId): Promise<SnapshotEntry[]> {
  const files = (await disk.names(folder)).filter((name) => name.endsWith(snapshotEnding));
  if (files.length === 0) return [];
  const known = parse(await disk.read(path.join(folder, 'index.json')));
  const entries: SnapshotEntry[] = [];
  for (const file of files) {
    const entry = known.find((candidate) => candidate.file === file) ?? (await readSnapshot(disk, folder, file, projectId))?.entry;
    if (entry) entries.push(entry);
  }
  return entries.toSorted((a, b) => b.at.localeCompare(a.at) || b.head.seq - a.head.seq);
}

export async function writeIndex(disk: Disk, folder: string, snapshots: SnapshotEntry[]): Promise<void> {
  await disk.writeWhole(path.join(folder, 'index.json'), Buffer.from(`${JSON.stringify({ version: 1, snapshots }, null, 1)}\n`));
}

/**
 * What a snapshot's own bytes say of it, and the hashes of originals that it lacks; null where they are no whole project
 * file of this project.
 */
export async function readSnapshot(
  disk: Disk, folder: string, file: string, projectId: ProjectId,
): Promise<{ entry: SnapshotEntry; missing: string[] } | null> {
  const bytes = await disk.read(path.join(folder, file));
  const bundle = bytes && (await bundleIn(bytes, projectId));
  if (!bytes || !bundle) return null;
  const { state, name, manifest } = bundle;
  const sha256 = hashOf(bytes);
  const entry = {
    id: snapshotId(projectId, sha256), projectId, name, file, sha256, bytes: bytes.length,
    head: { seq: state.seq, id: state.head }, counts: countsOf(state), at: manifest.savedAt,
  };
  return { entry, missing: manifest.missing };
}

/**
 * Every file in a project's folder of snapshots, read whole, the one that goes furthest by its name first; `bundle` is
 * null where it is damaged. `upTo`: what its name says that it goes to, and no limit where the name says nothing.
 */
export async function* readAll(disk: Disk, folder: string, projectId: ProjectId): AsyncGenerator<{ upTo: number; bundle: ProjectBundle | null }> {
  const files = (await disk.names(folder)).filter((name) => name.endsWith(snapshotEnding)).map((file) => ({ file, upTo: numberIn(file) }));
  for (const { file, upTo } of files.toSorted((a, b) => b.upTo - a.upTo || (a.file < b.file ? 1 : -1))) {
    const bytes = await disk.read(path.join(folder, file)).catch(() => null);
    yield { upTo, bundle: bytes && (await bundleIn(bytes, projectId)) };
  }
}

function numberIn(file: string): number {
  const found = / (\d+)\.hoorwerk$/.exec(file);
  return found ? Number(found[1]) : Number.MAX_SAFE_INTEGER;
}

async function bundleIn(bytes: Uint8Array, projectId: ProjectId): Promise<ProjectBundle | null> {
  const read = await readProjectFile(bytes);
  return read.ok && read.value.projectId === projectId ? read.value : null;
}

/** Names a snapshot to the screen: its project, and enough of its hash. Looked up among the known ones, never made into a path. */
function snapshotId(projectId: ProjectId, sha256: string): string {
  return `${projectId}.${sha256.slice(0, 16)}`;
}

function parse(bytes: Buffer | null): SnapshotEntry[] {
  if (!bytes) return [];
  try {
    return indexSchema.parse(JSON.parse(bytes.toString('utf8'))).snapshots;
  } catch {
    return [];
  }
}
