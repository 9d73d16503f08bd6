import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameId } from '../../../app/support/hash.ts';
import type { ProjectId } from '../../../schemas/ids.ts';
import { minimalFreeBytes } from '../../../schemas/host.ts';
import { appendOf, copyId, growBy, headOf, instant, projectId, withDocument, workOf } from '../invented-work.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openTestServices } from './open-test-services.ts';
import { fullDisk } from './test-disks.ts';

const journalOf = (folder: string) => path.join(folder, 'projects', projectId, 'journal.ndjson');

function notThere(): never {
  throw new Error('the invented document has blobs');
}

/** All files under a folder with their bytes, the marks of the lock left out. */
function everything(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('lock-'));
  return Object.fromEntries(files.map((entry) => [path.join(entry.parentPath, entry.name), readFileSync(path.join(entry.parentPath, entry.name), 'hex')]));
}

describe('the services', () => {
  it('keep changes for the next program, list the project and remember which copy held it', async () => {
    const first = await openTestServices({ now: () => instant });
    const work = workOf(3);
    expect(await first.services.calls['journal.append'](appendOf(work))).toEqual({ head: headOf(work) });
    await first.services.close();

    const { services } = await openTestServices({ folder: first.folder });
    expect(await services.calls['journal.read']({ projectId, after: 0, limit: 10 })).toEqual({ head: headOf(work), changes: work.changes, damage: null });
    const counts = { documents: 0, speakers: 0, codes: 2, codings: 0, memos: 0, coders: 1, queries: 0 };
    expect(await services.calls['projects.list']({})).toEqual([
      { id: projectId, name: 'Bos en beek', head: headOf(work), counts, updatedAt: instant, damage: null },
    ]);
    expect(await services.calls['copies.list']({})).toEqual([{ copyId, host: 'browser', projectId, head: headOf(work), counts, at: instant }]);
  });

  it('keep files that only this user can read', async () => {
    const { services, folder } = await openTestServices({ folder: path.join(temporaryFolder(), 'made', 'here') });
    await services.calls['journal.append'](appendOf(workOf(1)));
    await services.calls['snapshots.make']({ projectId });
    const modes = readdirSync(path.dirname(folder), { recursive: true, withFileTypes: true })
      .map((entry) => [entry.isDirectory(), (statSync(path.join(entry.parentPath, entry.name)).mode & 0o777).toString(8)]);
    expect(modes.filter(([isFolder]) => isFolder).every(([, mode]) => mode === '700')).toBe(true);
    expect(modes.filter(([isFolder]) => !isFolder).every(([, mode]) => mode === '600')).toBe(true);
  });

  it('put appends that come together one after the other, so that one of two rivals is refused', async () => {
    const { services } = await openTestServices();
    await services.calls['journal.append'](appendOf(workOf(1)));
    const rivals = await Promise.allSettled([growBy(workOf(1), 2), growBy(workOf(1), 3)].map((work) => services.calls['journal.append'](appendOf(work, 1))));
    expect(rivals.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await services.calls['journal.read']({ projectId, after: 0, limit: 10 })).head.seq).toBe(3);
  });

  it('read but write nothing where another program holds the folder, and write once that one has closed', async () => {
    const holder = await openTestServices();
    const { work, blobs } = withDocument(workOf(2));
    await holder.services.calls['journal.append'](appendOf(workOf(2)));
    const { services, folder } = await openTestServices({ folder: holder.folder });
    const before = everything(folder);
    expect((await services.calls['host.info']({})).holdsFolder).toBe(false);
    expect(await services.calls['lease.take']({ windowId: nameId('window', 'a') })).toEqual({ writer: false });
    const [{ sha256, bytes } = notThere()] = blobs;
    const writes = [
      () => services.calls['journal.append'](appendOf(work, 2)),
      () => services.calls['blobs.put']({ projectId, sha256, bytes }),
      () => services.calls['snapshots.make']({ projectId }),
      () => services.calls['copies.record']({ copyId, host: 'browser', projectId, head: headOf(work), counts: appendOf(work).counts }),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'read-only' });
    expect(everything(folder)).toEqual(before);
    expect((await services.calls['journal.read']({ projectId, after: 0, limit: 10 })).changes).toHaveLength(2);

    await holder.services.close();
    expect((await services.calls['host.info']({})).holdsFolder).toBe(true);
    expect(await services.calls['journal.append'](appendOf(work, 2))).toEqual({ head: headOf(work) });
  });

  it('write nothing under 200 MB of free space, and go on above it', async () => {
    let free = minimalFreeBytes - 1;
    const { services, folder } = await openTestServices({ freeBytes: async () => free });
    const before = everything(folder);
    await expect(services.calls['journal.append'](appendOf(workOf(1)))).rejects.toMatchObject({ code: 'disk-low' });
    expect(everything(folder)).toEqual(before);
    expect((await services.calls['host.info']({})).freeBytes).toBe(free);
    free = minimalFreeBytes;
    expect(await services.calls['journal.append'](appendOf(workOf(1)))).toEqual({ head: headOf(workOf(1)) });
  });

  it.each([0, 1, 100, 300, 900])('leave the journal as it was where the disk is full after %i bytes, and append later', async (bytesLeft) => {
    const first = await openTestServices();
    await first.services.calls['journal.append'](appendOf(workOf(2)));
    await first.services.close();
    const before = readFileSync(journalOf(first.folder));
    const work = growBy(workOf(2), 3);

    const { services, folder } = await openTestServices({ folder: first.folder, fs: fullDisk({ bytes: bytesLeft }) });
    await expect(services.calls['journal.append'](appendOf(work, 2))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(journalOf(folder))).toEqual(before);
    expect(await services.calls['projects.list']({})).toMatchObject([{ head: headOf(work, 2), damage: null }]);
    await services.close();

    const later = await openTestServices({ folder });
    expect(await later.services.calls['journal.append'](appendOf(work, 2))).toEqual({ head: headOf(work) });
  });

  it('keep the work where only the sentinel could not be written, and say so in the log', async () => {
    const { services, folder, logged } = await openTestServices();
    mkdirSync(path.join(folder, 'copies.json'));
    expect(await services.calls['journal.append'](appendOf(workOf(1)))).toEqual({ head: headOf(workOf(1)) });
    expect(logged.join('\n')).toContain('after change 1:');
  });

  it('keep a sentinel that can\'t be read beside the new one', async () => {
    const { services, folder, logged } = await openTestServices();
    writeFileSync(path.join(folder, 'copies.json'), '{"version":1,"copies":[{');
    expect(await services.calls['copies.list']({})).toEqual([]);
    expect(logged).toEqual(['copies.json can\'t be read: what the stores held before is not known']);
    await services.calls['journal.append'](appendOf(workOf(1)));
    expect(await services.calls['copies.list']({})).toHaveLength(1);
    const kept = readdirSync(folder).filter((name) => name.startsWith('copies.damaged-'));
    expect(kept.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['{"version":1,"copies":[{']);
  });

  it('list a project whose journal must be left alone, with the reason', async () => {
    const { services, folder } = await openTestServices();
    const other = nameId<ProjectId>('project', 'other');
    mkdirSync(path.join(folder, 'projects', other), { recursive: true });
    writeFileSync(path.join(folder, 'projects', other, 'journal.ndjson'), `{"format":"hoorwerk-journal","version":99,"projectId":"${other}"}\n`);
    expect(await services.calls['projects.list']({})).toMatchObject([{ id: other, head: { seq: 0 }, damage: expect.stringContaining('newer Hoorwerk') }]);
    await expect(services.calls['journal.read']({ projectId: other, after: 0, limit: 1 })).rejects.toMatchObject({ code: 'journal-newer' });
  });

  it('know nothing of a project without a journal', async () => {
    const { services } = await openTestServices();
    await expect(services.calls['journal.read']({ projectId, after: 0, limit: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(services.calls['snapshots.make']({ projectId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await services.calls['projects.list']({})).toEqual([]);
  });

  it('remove what a program that was ended in the middle of writing left, and nothing else', async () => {
    const first = await openTestServices();
    await first.services.calls['journal.append'](appendOf(workOf(1)));
    await first.services.calls['snapshots.make']({ projectId });
    await first.services.close();
    const before = everything(first.folder);
    for (const place of ['', `projects/${projectId}`, `projects/${projectId}/blobs`, `snapshots/${projectId}`]) {
      mkdirSync(path.join(first.folder, place), { recursive: true });
      writeFileSync(path.join(first.folder, place, '.tmp-left'), 'half');
    }
    await openTestServices({ folder: first.folder });
    expect(everything(first.folder)).toEqual(before);
  });

  it('say that a folder that can\'t be made is one, where a file is in its place', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(openTestServices({ folder: path.join(file, 'data') })).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining(file) });
  });
});
