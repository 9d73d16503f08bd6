import * as node from 'node:fs/promises';
import path from 'node:path';
import type { HostServices } from '../../schemas/host.ts';
import { knownRecords, type KnownRecords } from '../../schemas/upgrades/index.ts';
import { openCopies } from './copies.ts';
import { freeBytesOf, makeFolder, openDisk, type FileSystem } from './disk.ts';
import { createHold, tidyFolder } from './folder-hold.ts';
import { HostFailure, toProblem } from './host-failure.ts';
import { createLeases, type Leases } from './leases.ts';
import { openProjects } from './projects.ts';
import { createQueue } from './queue.ts';
import { createRescuer } from './rescue.ts';
import { scheduleSnapshots } from './snapshot-schedule.ts';
import { openSnapshots } from './snapshots.ts';

/** The calls that both hosts answer alike; each host adds its own for files that people choose, folders that it shows and what it says itself. */
type SharedCalls = Omit<HostServices, 'host.language' | 'files.open' | 'files.read' | 'files.save' | 'snapshots.show'>;

export interface Services {
  calls: SharedCalls;
  /** The host releases a window's lease when the window closes, and passes `onWriter` on to the window as an event. */
  leases: Leases;
  /** A snapshot's path, for the host to show in a file manager. @throws HostFailure `not-found`. */
  snapshotPath(id: string): Promise<string>;
  /** Waits for what was asked, makes the snapshots that are due and lets go of the folder. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  folder: string;
  /** The program's, for snapshots and for people. */
  version: string;
  /** BCP 47. */
  locale: string;
  host: 'electron' | 'browser';
  /** Hears what went wrong beside the calls; standard error by default. */
  log?: (line: string) => void;
  /** The clock, the file system and the free bytes, for tests. */
  now?: () => string;
  fs?: FileSystem;
  freeBytes?: () => Promise<number | null>;
  /** Another version of records than this program's, for tests. */
  records?: KnownRecords;
}

/**
 * Opens the data folder, made where it is missing, and takes it for this program. Where another one has it, everything
 * can be read and nothing written. @throws HostFailure `failed` where the folder can't be made.
 */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { folder, version, locale, host, fs = node, freeBytes = () => freeBytesOf(folder) } = options;
  const log = options.log ?? ((line) => void process.stderr.write(`${line}\n`));
  const now = options.now ?? (() => new Date().toISOString());
  await makeFolder(fs, folder).catch((cause: unknown) => {
    throw new HostFailure('failed', `the data folder ${folder} can't be made: ${toProblem(cause).message}`, { cause });
  });

  const hold = createHold(folder, () => tidyFolder(disk, folder), log);
  const disk = openDisk({ fs, freeBytes, holds: hold.holds });
  const queue = createQueue();
  const copies = openCopies(disk, folder, log);
  const snapshots = openSnapshots(disk, path.join(folder, 'snapshots'), { version, now });
  const projects = openProjects({ disk, root: path.join(folder, 'projects'), snapshots, queue, records: options.records ?? knownRecords });
  const rescuer = createRescuer(projects, snapshots);
  const schedule = scheduleSnapshots({ projects, snapshots, rescuer, queue, log });
  const leases = createLeases();
  await hold.take();

  const calls: SharedCalls = {
    async 'host.info'() {
      const holdsFolder = await hold.take();
      return { host, version, locale, where: folder, freeBytes: await freeBytes(), holdsFolder };
    },
    'lease.take': async ({ windowId }) => ({ writer: (await hold.take()) && leases.take(windowId) }),
    'projects.list': () => projects.list(),
    'journal.read': ({ projectId, after, limit }) => queue.run(projectId, async () => {
      const { journal } = projects.files(projectId);
      const summary = await journal.summary();
      if (!summary) throw new HostFailure('not-found', 'the data folder has no journal of this project');
      return { head: summary.head, changes: await journal.read(after, limit), damage: summary.damage };
    }),
    'journal.append': ({ projectId, copyId, expected, changes, counts }) => queue.run(projectId, async () => {
      const { head } = await projects.files(projectId).journal.append(expected, changes, counts);
      // From here on the work is safe: what goes wrong is for the log, not for the writer.
      const note = (cause: unknown) => log(`after change ${head.seq}: ${toProblem(cause).message}`);
      await copies.record({ copyId, host, projectId, head, counts, at: now() }).catch(note);
      await schedule.wrote(projectId, head.seq).catch(note);
      return { head };
    }),
    'blobs.missing': ({ projectId, hashes }) => projects.files(projectId).blobs.missing(hashes),
    'blobs.put': ({ projectId, sha256, bytes }) => queue.run(projectId, async () => {
      await projects.files(projectId).blobs.put(sha256, bytes);
      return {};
    }),
    'blobs.get': ({ projectId, sha256 }) => projects.files(projectId).blobs.get(sha256),
    'blobs.restore': ({ projectId, hashes }) => queue.run(projectId, () => rescuer.restoreBlobs(projectId, hashes)),
    'rescue.look': ({ projectId, from }) => queue.run(projectId, () => rescuer.look(projectId, from)),
    'rescue.mend': ({ projectId }) => queue.run(projectId, () => rescuer.mend(projectId)),
    'snapshots.list': ({ projectId }) => snapshots.list(projectId),
    'snapshots.make': ({ projectId }) => schedule.make(projectId),
    'snapshots.read': ({ id }) => snapshots.read(id),
    'copies.list': () => copies.list(),
    async 'copies.record'(copy) {
      await copies.record({ ...copy, at: now() });
      return {};
    },
  };

  return {
    calls,
    leases,
    snapshotPath: (id) => snapshots.locate(id),
    async close() {
      await schedule.finish();
      await queue.idle();
      await hold.release();
    },
  };
}
