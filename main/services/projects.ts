import path from 'node:path';
import type { ProjectOnDisk } from '../../schemas/host.ts';
import { projectIdSchema, type ProjectId } from '../../schemas/ids.ts';
import { countsOf, emptyState } from '../../app/coding/state.ts';
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

export function openProjects(disk: Disk, root: string, snapshots: Snapshots, queue: Queue): Projects {
  const opened = new Map<ProjectId, ProjectFiles>();

  function files(projectId: ProjectId): ProjectFiles {
    const known = opened.get(projectId);
    if (known) return known;
    const folder = path.join(root, projectId);
    const made = { journal: openJournal(disk, folder, projectId), blobs: openBlobs(disk, path.join(folder, 'blobs')) };
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
