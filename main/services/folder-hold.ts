import path from 'node:path';
import type { Disk } from './disk.ts';
import { takeFolder, type FolderLock } from './folder-lock.ts';
import { toProblem } from './host-failure.ts';

/** Whether this program is the one that writes in the data folder. */
export interface FolderHold {
  /** Takes the folder where it is free: at start, and again later, since the program that had it may have ended. */
  take(): Promise<boolean>;
  /** Whether it is held at this moment. */
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

/** `whenTaken` runs each time the folder was taken, before anything is written. */
export function createHold(folder: string, whenTaken: () => Promise<void>, log: (line: string) => void): FolderHold {
  let lock: FolderLock | null = null;
  let taking: Promise<boolean> | null = null;

  async function take(): Promise<boolean> {
    if (lock && (await lock.holds())) return true;
    await lock?.release();
    lock = await takeFolder(folder).catch((cause: unknown) => {
      log(`the data folder can only be read here: ${toProblem(cause).message}`);
      return null;
    });
    if (lock) await whenTaken();
    return lock !== null;
  }

  return {
    take: () => (taking ??= take().finally(() => { taking = null; })),
    holds: async () => (await lock?.holds()) ?? false,
    async release() {
      await taking?.catch(() => undefined);
      await lock?.release();
      lock = null;
    },
  };
}

/** Removes what a program that was ended in the middle of writing left behind. */
export async function tidyFolder(disk: Disk, folder: string): Promise<void> {
  await disk.tidy(folder);
  for (const name of await disk.names(path.join(folder, 'projects'))) {
    await disk.tidy(path.join(folder, 'projects', name));
    await disk.tidy(path.join(folder, 'projects', name, 'blobs'));
  }
  for (const name of await disk.names(path.join(folder, 'snapshots'))) await disk.tidy(path.join(folder, 'snapshots', name));
}
