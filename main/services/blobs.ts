import { createHash } from 'node:crypto';
import path from 'node:path';
import { sha256Schema, type Sha256 } from '../../schemas/ids.ts';
import type { Disk } from './disk.ts';
import { HostFailure } from './host-failure.ts';

/** A project's content-addressed files: originals and contents. A blob whose bytes are not what its name says counts as missing. */
export interface Blobs {
  missing(hashes: readonly Sha256[]): Promise<Sha256[]>;
  put(sha256: Sha256, bytes: Uint8Array): Promise<void>;
  /** Null where it is missing. @throws HostFailure `hash-mismatch` where it is there but damaged. */
  get(sha256: Sha256): Promise<Buffer<ArrayBuffer> | null>;
  /** The same, where one that is damaged counts as one that is not there. */
  getWhole(sha256: Sha256): Promise<Buffer<ArrayBuffer> | null>;
}

export function openBlobs(disk: Disk, folder: string): Blobs {
  /** Those whose bytes were checked since the program started: size and time of change at that moment. */
  const checked = new Map<Sha256, string>();
  const fileOf = (sha256: Sha256) => path.join(folder, sha256);
  const stamp = async (sha256: Sha256) => {
    const found = await disk.look(fileOf(sha256));
    return found && `${found.size} ${found.changed}`;
  };

  async function isWhole(sha256: Sha256): Promise<boolean> {
    const now = await stamp(sha256);
    if (now === null) return false;
    if (checked.get(sha256) === now) return true;
    const bytes = await disk.read(fileOf(sha256));
    if (!bytes || hashOf(bytes) !== sha256) return false;
    checked.set(sha256, now);
    return true;
  }

  return {
    async missing(hashes) {
      const missing: Sha256[] = [];
      for (const sha256 of hashes) if (!(await isWhole(sha256))) missing.push(sha256);
      return missing;
    },
    async put(sha256, bytes) {
      if (hashOf(bytes) !== sha256) throw new HostFailure('hash-mismatch', 'the bytes are not those of this hash');
      await disk.mayWrite();
      if (await isWhole(sha256)) return;
      await disk.writeWhole(fileOf(sha256), bytes);
      const now = await stamp(sha256);
      if (now !== null) checked.set(sha256, now);
    },
    async get(sha256) {
      const bytes = await disk.read(fileOf(sha256));
      if (bytes && hashOf(bytes) !== sha256) throw new HostFailure('hash-mismatch', `the file ${sha256} is damaged`);
      return bytes;
    },
    async getWhole(sha256) {
      const bytes = await disk.read(fileOf(sha256));
      return bytes && hashOf(bytes) === sha256 ? bytes : null;
    },
  };
}

/** SHA-256 by Node's own code, several times as fast as the portable one of `app/support`. */
export function hashOf(bytes: Uint8Array): Sha256 {
  return sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
}
