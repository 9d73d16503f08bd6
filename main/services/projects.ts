import path from 'node:path';
import type { ProjectOnDisk } from '../../schemas/host.ts';
import { projectIdSchema, type ProjectId } from '../../schemas/ids.ts';
import { countsOf, emptyState } from '../../app/coding/state.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import type { Disk } from './disk.ts';
import { toProblem } from './host-failure.ts';
import { openJournal, type Journal } from './journal.ts';
import type { Queue } from './queue.ts';

interface ProjectFiles { journal: Journal; blobs: Blobs }

/** The folders of projects. What reads or writes one project's journal runs in `queue` under its id. */
export interface Projects {
  files(projectId: ProjectId): ProjectFiles;
  list(): Promise<ProjectOnDisk[]>;
}

export function openProjects(disk: Disk, root: string, queue: Queue): Projects {
  const opened = new Map<ProjectId, ProjectFiles>();

  function files(projectId: ProjectId): ProjectFiles {
    const known = opened.get(projectId);
    if (known) return known;
    const folder = path.join(root, projectId);
    const made = { journal: openJournal(disk, folder, projectId), blobs: openBlobs(disk, path.join(folder, 'blobs')) };
    opened.set(projectId, made);
    return made;
  }

  /** What there is to list of a project; also where its journal must be left alone, so that none is out of sight. */
  async function describe(projectId: ProjectId): Promise<ProjectOnDisk | null> {
    try {
      const summary = await files(projectId).journal.summary();
      return summary && { id: projectId, ...summary };
    } catch (cause) {
      const damage = toProblem(cause).message;
      return { id: projectId, name: projectId, head: { seq: 0, id: null }, counts: countsOf(emptyState), updatedAt: null, damage };
    }
  }

  return {
    files,
    async list() {
      const found: ProjectOnDisk[] = [];
      for (const name of await disk.names(root)) {
        const { data: projectId } = projectIdSchema.safeParse(name);
        const described = projectId ? await queue.run(projectId, () => describe(projectId)) : null;
        if (described) found.push(described);
      }
      return found;
    },
  };
}
