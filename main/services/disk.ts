import { minimalFreeBytes } from '../../schemas/host.ts';
import { randomUUID } from 'node:crypto';
import * as node from 'node:fs/promises';
import path from 'node:path';
import { errnoOf, HostFailure } from './host-failure.ts';

/** The system's file operations that are used; a test may give some that fail. */
export type FileSystem = Pick<typeof node, 'open' | 'rename' | 'mkdir' | 'readFile' | 'readdir' | 'stat' | 'rm'>;

/** The data folder's files. Everything that writes asks `mayWrite` first, and answers after the disk has it. */
export interface Disk {
  /** @throws HostFailure `read-only` where another program holds the folder, `disk-low` where there is too little room. */
  mayWrite(): Promise<void>;
  /** Free bytes on the folder's disk; null where it can't be told. */
  freeBytes(): Promise<number | null>;
  /** The file's bytes; null where there is no such file. */
  read(file: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Bytes `[from, to)` of a file. @throws HostFailure `failed` where the file ends before. */
  readRange(file: string, from: number, to: number): Promise<Buffer>;
  /** Size and time of change; null where there is no such file. */
  look(file: string): Promise<{ size: number; changed: number } | null>;
  /** Names in a folder, sorted; empty where there is no such folder. */
  names(folder: string): Promise<string[]>;
  /** Writes a file whole or not at all: to a temporary file, synced, read back, renamed, the folder synced. */
  writeWhole(file: string, bytes: Uint8Array): Promise<void>;
  /** Writes at `at`, the file's end, and syncs; what was written in part is taken off again. */
  appendAt(file: string, at: number, bytes: Uint8Array): Promise<void>;
  /** Cuts a file at `size` and syncs. */
  cut(file: string, size: number): Promise<void>;
  /** Gives a file another name in its own folder. */
  rename(file: string, name: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Removes temporary files in a folder that an ended program left. Only while the folder is held. */
  tidy(folder: string): Promise<void>;
}

export interface DiskOptions {
  holds: () => Promise<boolean>;
  freeBytes: () => Promise<number | null>;
  fs?: FileSystem;
}

const temporary = '.tmp-';

export function openDisk({ holds, freeBytes, fs = node }: DiskOptions): Disk {
  const disk: Disk = {
    freeBytes,
    async mayWrite() {
      if (!(await holds())) throw new HostFailure('read-only', 'another program holds the data folder');
      const free = await freeBytes();
      if (free !== null && free < minimalFreeBytes) throw new HostFailure('disk-low', `only ${free} bytes are free on the disk of the data folder`);
    },
    read: (file) => orNull(fs.readFile(file)),
    async readRange(file, from, to) {
      const handle = await fs.open(file, 'r');
      try {
        const bytes = Buffer.alloc(to - from);
        for (let at = 0; at < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
          if (bytesRead === 0) throw new HostFailure('failed', `${path.basename(file)} is shorter than it was`);
          at += bytesRead;
        }
        return bytes;
      } finally {
        await handle.close();
      }
    },
    look: async (file) => {
      const found = await orNull(fs.stat(file));
      return found ? { size: found.size, changed: found.mtimeMs } : null;
    },
    names: async (folder) => ((await orNull(fs.readdir(folder))) ?? []).toSorted(),
    async writeWhole(file, bytes) {
      const folder = path.dirname(file);
      await makeFolder(fs, folder);
      const made = path.join(folder, `${temporary}${randomUUID()}`);
      try {
        await withFile(fs, made, 'wx', async (handle) => {
          await handle.writeFile(bytes);
          await handle.sync();
        });
        if (!(await fs.readFile(made)).equals(bytes)) throw new HostFailure('failed', `${path.basename(file)} did not read back as it was written`);
        await fs.rename(made, file);
      } catch (cause) {
        await fs.rm(made, { force: true }).catch(() => undefined);
        throw cause;
      }
      await syncFolder(fs, folder);
    },
    appendAt: (file, at, bytes) => withFile(fs, file, 'r+', async (handle) => {
      try {
        for (let done = 0; done < bytes.length;) {
          done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
        }
        await handle.sync();
      } catch (cause) {
        // What can't be taken off is a cut last line, which the next reading sets aside.
        await handle.truncate(at).then(() => handle.sync()).catch(() => undefined);
        throw cause;
      }
    }),
    cut: (file, size) => withFile(fs, file, 'r+', async (handle) => {
      await handle.truncate(size);
      await handle.sync();
    }),
    async rename(file, name) {
      await fs.rename(file, path.join(path.dirname(file), name));
      await syncFolder(fs, path.dirname(file));
    },
    async remove(file) {
      await fs.rm(file, { force: true });
      await syncFolder(fs, path.dirname(file));
    },
    async tidy(folder) {
      for (const name of await disk.names(folder)) if (name.startsWith(temporary)) await fs.rm(path.join(folder, name), { force: true });
    },
  };
  return disk;
}

/** Free bytes for this user on the disk of a folder; null where the system does not tell. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  return node.statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => null);
}

/** Makes a folder that only this user can enter, and syncs the ones it was made in. */
export async function makeFolder(fs: FileSystem, folder: string): Promise<void> {
  const first = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  let made = folder;
  while (made.length >= first.length) {
    made = path.dirname(made);
    await syncFolder(fs, made);
  }
}

async function withFile<T>(fs: FileSystem, file: string, flags: string, work: (handle: node.FileHandle) => Promise<T>): Promise<T> {
  const handle = await fs.open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** So that a new name survives a power cut. Windows has no such call and does it itself. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT' || errnoOf(cause) === 'ENOTDIR') return null;
    throw cause;
  }
}
