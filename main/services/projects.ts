import path from 'node:path';
import type { Change } from '../../schemas/change.ts';
import type { ProjectOnDisk } from '../../schemas/host.ts';
import { projectIdSchema, type ProjectId, type Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { KnownRecords } from '../../schemas/upgrades/index.ts';
import { countsOf, emptyState } from '../../app/coding/state.ts';
import { readContent } from '../../app/document/content-blob.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import type { Disk } from './disk.ts';
import { toProblem } from './host-failure.ts';
import { openJournal, type Journal } from './journal.ts';
import type { Queue } from './queue.ts';
import type { Snapshots } from './snapshots.ts';

interface ProjectFiles { journal: Journal; blobs: Blobs }

/** The folders of projects. What reads or writes one project's journal runs in `queue` under its id. */
export interface Projects {
  files(projectId: ProjectId): ProjectFiles;
  list(): Promise<ProjectOnDisk[]>;
}

export interface ProjectsParts { disk: Disk; root: string; snapshots: Snapshots; queue: Queue; records: KnownRecords }

export function openProjects({ disk, root, snapshots, queue, records }: ProjectsParts): Projects {
  const opened = new Map<ProjectId, ProjectFiles>();

  function files(projectId: ProjectId): ProjectFiles {
    const known = opened.get(projectId);
    if (known) return known;
    const folder = path.join(root, projectId);
    const blobs = openBlobs(disk, path.join(folder, 'blobs'));
    const journal = openJournal(disk, folder, projectId, {
      records,
      contents: (changes) => contentsOf(blobs, changes),
      async snapshot(changes, summary) {
        const idAt = (seq: number) => changes[seq - 1]?.id ?? null;
        await snapshots.make(projectId, { changes, summary, blob: (sha256) => blobs.getWhole(sha256), idAt });
      },
    });
    const made = { journal, blobs };
    opened.set(projectId, made);
    return made;
  }

  /** A project whose journal is gone while snapshots of it are there is one that was lost, and not one that never was. */
  async function withoutJournal(projectId: ProjectId): Promise<ProjectOnDisk | null> {
    const [newest] = await snapshots.list(projectId);
    return newest ? { ...nothingOf(projectId), name: newest.name, updatedAt: newest.at, damage: 'the journal is not there, but snapshots are' } : null;
  }

  /** What there is to list of a project; also where its journal must be left alone, so that none is out of sight. */
  async function describe(projectId: ProjectId): Promise<ProjectOnDisk | null> {
    try {
      const summary = await files(projectId).journal.summary();
      return summary ? { id: projectId, ...summary } : await withoutJournal(projectId);
    } catch (cause) {
      return { ...nothingOf(projectId), damage: toProblem(cause).message };
    }
  }

  return {
    files,
    async list() {
      const found: ProjectOnDisk[] = [];
      const withFolder = (await disk.names(root)).flatMap((name) => projectIdSchema.safeParse(name).data ?? []);
      for (const projectId of new Set([...withFolder, ...await snapshots.projects()])) {
        const described = await queue.run(projectId, () => describe(projectId));
        if (described) found.push(described);
      }
      return found;
    },
  };
}

const nothingOf = (projectId: ProjectId): Omit<ProjectOnDisk, 'damage'> =>
  ({ id: projectId, name: projectId, head: { seq: 0, id: null }, counts: countsOf(emptyState), updatedAt: null });

async function contentsOf(blobs: Blobs, changes: readonly Change[]): Promise<Map<Sha256, Content>> {
  const contents = new Map<Sha256, Content>();
  for (const sha256 of blobsNamed(changes).contents) {
    const bytes = await blobs.getWhole(sha256);
    const content = bytes && readContent(bytes);
    if (content?.ok) contents.set(sha256, content.value);
  }
  return contents;
}
