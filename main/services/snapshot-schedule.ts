import type { SnapshotInfo } from '../../schemas/host.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { HostFailure, toProblem } from './host-failure.ts';
import type { Projects } from './projects.ts';
import type { Queue } from './queue.ts';
import type { Rescuer } from './rescue.ts';
import type { Snapshots } from './snapshots.ts';

/** After so many changes a snapshot is made unasked. */
const snapshotEvery = 100;

/** Makes snapshots when they are asked for and when they are due. */
export interface SnapshotSchedule {
  make(projectId: ProjectId): Promise<SnapshotInfo>;
  /** A change was written. Makes a snapshot when one is due, without keeping the writer waiting. */
  wrote(projectId: ProjectId, seq: number): Promise<void>;
  /** Makes what is due when the program ends: of each project written to since its last snapshot. */
  finish(): Promise<void>;
}

/** Numbers of a project's changes: of the last in a snapshot, the last for which one was asked, and the last written. */
interface Progress { made: number; asked: number; written: number }

export interface ScheduleParts { projects: Projects; snapshots: Snapshots; rescuer: Rescuer; queue: Queue; log: (line: string) => void }

export function scheduleSnapshots({ projects, snapshots, rescuer, queue, log }: ScheduleParts): SnapshotSchedule {
  const progress = new Map<ProjectId, Progress>();
  const quietly = async (projectId: ProjectId) => {
    await make(projectId).catch((cause: unknown) => log(`no snapshot could be made: ${toProblem(cause).message}`));
  };

  async function make(projectId: ProjectId): Promise<SnapshotInfo> {
    const { journal, blobs } = projects.files(projectId);
    // A queue of their own: while one is made, work goes on being written.
    return queue.run(`snapshots ${projectId}`, async () => {
      const source = await queue.run(projectId, async () => {
        const summary = await journal.summary();
        if (!summary || summary.head.seq === 0) throw new HostFailure('not-found', 'the journal holds no work of this project');
        const changes = await journal.read(0, summary.head.seq);
        const { contents, originals } = blobsNamed(changes);
        // What is not to be had is left out of the snapshot, and said in it.
        await rescuer.restoreBlobs(projectId, [...contents, ...originals]);
        return { summary, changes };
      });
      const made = await snapshots.make(projectId, { ...source, blob: (sha256) => blobs.getWhole(sha256), idAt: journal.idAt });
      const known = progress.get(projectId);
      if (known) known.made = Math.max(known.made, made.head.seq);
      return made;
    });
  }

  /** The last change that is in a snapshot which this journal explains. */
  async function lastMade(projectId: ProjectId): Promise<number> {
    const { journal } = projects.files(projectId);
    const explained = (await snapshots.list(projectId)).filter(({ head }) => journal.idAt(head.seq) === head.id);
    return Math.max(0, ...explained.map(({ head }) => head.seq));
  }

  return {
    make,
    async wrote(projectId, seq) {
      const known = progress.get(projectId) ?? { made: await lastMade(projectId), asked: 0, written: seq };
      progress.set(projectId, known);
      known.written = seq;
      if (seq - Math.max(known.made, known.asked) < snapshotEvery) return;
      known.asked = seq;
      void quietly(projectId);
    },
    async finish() {
      await queue.idle();
      for (const [projectId, { made, written }] of progress) if (written > made) await quietly(projectId);
    },
  };
}
