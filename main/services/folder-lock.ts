import { randomUUID } from 'node:crypto';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { machineId, startOf } from './process-identity.ts';

/** A program's hold on the data folder. */
export interface FolderLock {
  /** Whether the mark is still there; false after somebody removed it, so that this program writes no more. */
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

/** How often a holder shows that it lives, and after how long another machine's silence means that it doesn't. */
const beat = 10_000;
const silence = 90_000;

/**
 * Takes the folder for this program; null where another one has it. Each comer puts down a mark with a name of its own
 * and then looks for others: of two that come together, the later always sees the earlier, so that both never hold it
 * (both may let go; they try again). A mark is only ever removed by its owner, or once its owner is gone for certain,
 * so a crash leaves nothing that has to be cleared by hand.
 * @throws the system's error where no mark can be made in the folder.
 */
export async function takeFolder(folder: string): Promise<FolderLock | null> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const name = `lock-${machineId()}-${process.pid}-${startOf(process.pid) ?? 'unknown'}-${randomUUID()}`;
    const mark = path.join(folder, name);
    await writeFile(mark, '', { flag: 'wx', mode: 0o600 });
    if (!(await someoneElse(folder, name))) return hold(mark);
    await rm(mark, { force: true });
    await wait(20 + Math.random() * 60);
  }
  return null;
}

async function someoneElse(folder: string, own: string): Promise<boolean> {
  let taken = false;
  for (const name of await readdir(folder)) {
    if (!name.startsWith('lock-') || name === own) continue;
    const mark = path.join(folder, name);
    const age = await stat(mark).then((found) => Date.now() - found.mtimeMs, () => null);
    if (age === null) continue;
    if (lives(name, age)) taken = true;
    else await rm(mark, { force: true });
  }
  return taken;
}

/**
 * On this machine the process and the moment it began decide, since a number is given out again after a crash. Where
 * the moment can't be told (Windows), and for a folder shared with another machine, the holder must have shown itself.
 */
function lives(name: string, age: number): boolean {
  const [, machine, pid, start] = name.split('-');
  if (machine !== machineId()) return age < silence;
  if (!runs(Number(pid))) return false;
  const startNow = startOf(Number(pid));
  return startNow === null || start === 'unknown' ? age < silence : startNow === start;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

function hold(mark: string): FolderLock {
  const timer = setInterval(() => {
    const now = new Date();
    // A mark that can't be touched is noticed by `holds` before the next write.
    utimes(mark, now, now).catch(() => undefined);
  }, beat);
  timer.unref();
  return {
    holds: () => stat(mark).then(() => true, () => false),
    async release() {
      clearInterval(timer);
      await rm(mark, { force: true });
    },
  };
}
