import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../app/support/hash.ts';
import { openBlobs } from '../../../main/services/blobs.ts';
import { openDisk } from '../../../main/services/disk.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { fullDisk } from './test-disks.ts';

const bytes = new TextEncoder().encode('Een bezwaar werd gegrond verklaard.');
const name = sha256(bytes);
const disk = openDisk({ holds: async () => true, freeBytes: async () => null });

describe('blobs', () => {
  it('come back as they were, and are missing before', async () => {
    const blobs = openBlobs(disk, path.join(temporaryFolder(), 'blobs'));
    expect(await blobs.missing([name])).toEqual([name]);
    expect(await blobs.get(name)).toBeNull();
    await blobs.put(name, bytes);
    expect(await blobs.missing([name])).toEqual([]);
    expect(Uint8Array.from(await blobs.get(name) ?? [])).toEqual(bytes);
  });

  it('are refused under a name that is not theirs', async () => {
    const folder = temporaryFolder();
    await expect(openBlobs(disk, folder).put(sha256('iets anders'), bytes)).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that were damaged count as missing and are put right again, also where the size and the program are the same', async () => {
    const folder = temporaryFolder();
    const blobs = openBlobs(disk, folder);
    await blobs.put(name, bytes);
    const file = path.join(folder, name);
    writeFileSync(file, Buffer.from(readFileSync(file)).fill(0, 3, 4));
    utimesSync(file, 0, new Date(statSync(file).mtimeMs + 5000));
    await expect(blobs.get(name)).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(await blobs.missing([name])).toEqual([name]);
    await blobs.put(name, bytes);
    expect(await blobs.missing([name])).toEqual([]);
    expect(await blobs.get(name)).not.toBeNull();
  });

  it('leave nothing behind where the disk is full', async () => {
    const folder = temporaryFolder();
    const full = openDisk({ holds: async () => true, freeBytes: async () => null, fs: fullDisk({ bytes: 10 }) });
    await expect(openBlobs(full, folder).put(name, bytes)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
