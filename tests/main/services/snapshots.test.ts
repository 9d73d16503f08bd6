import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { SnapshotInfo } from '../../../schemas/host.ts';
import { readProjectFile } from '../../../app/project-file/read-project-file.ts';
import { droppable } from '../../../main/services/snapshot-keeping.ts';
import { appendOf, growBy, headOf, projectId, withDocument, workOf } from '../invented-work.ts';
import { fullDisk } from './test-disks.ts';
import { openTestServices, type TestServices } from './open-test-services.ts';

const folderOf = (folder: string) => path.join(folder, 'snapshots', projectId);
const filesOf = (folder: string) => readdirSync(folderOf(folder)).filter((name) => name.endsWith('.hoorwerk'));

async function withWork(): Promise<TestServices & { work: ReturnType<typeof workOf> }> {
  const opened = await openTestServices();
  const { work, blobs } = withDocument(workOf(3));
  for (const blob of blobs) await opened.services.calls['blobs.put']({ projectId, ...blob });
  await opened.services.calls['journal.append'](appendOf(work));
  return { ...opened, work };
}

describe('a snapshot', () => {
  it('is a project file with the whole of the work, made from the data folder alone', async () => {
    const { services, folder, work } = await withWork();
    const made = await services.calls['snapshots.make']({ projectId });
    expect(made).toMatchObject({ projectId, name: 'Bos en beek', head: headOf(work), counts: appendOf(work).counts });
    expect(made.where).toBe(path.join(folderOf(folder), filesOf(folder)[0] ?? ''));
    expect(path.basename(made.where)).toMatch(/^Bos en beek \d{4}-\d\d-\d\d \d{6} 4\.hoorwerk$/);
    const read = await readProjectFile(await services.calls['snapshots.read']({ id: made.id }));
    expect(read).toMatchObject({ ok: true, value: { projectId, changes: work.changes } });
    expect(await services.calls['snapshots.list']({ projectId: null })).toEqual([made]);
    expect(await services.snapshotPath(made.id)).toBe(made.where);
  });

  it('is not made twice of the same state, unless the first one was damaged', async () => {
    const { services, folder } = await withWork();
    const first = await services.calls['snapshots.make']({ projectId });
    expect(await services.calls['snapshots.make']({ projectId })).toEqual(first);
    expect(filesOf(folder)).toHaveLength(1);
    writeFileSync(first.where, readFileSync(first.where).fill(1, 100, 101));
    await expect(services.calls['snapshots.read']({ id: first.id })).rejects.toMatchObject({ code: 'hash-mismatch' });
    const second = await services.calls['snapshots.make']({ projectId });
    expect((await readProjectFile(await services.calls['snapshots.read']({ id: second.id }))).ok).toBe(true);
  });

  it('is made at close where there is work that no snapshot holds, and only then', async () => {
    const { services, folder, work } = await withWork();
    await services.close();
    expect(filesOf(folder)).toHaveLength(1);
    const again = await openTestServices({ folder });
    await again.services.close();
    expect(filesOf(folder)).toHaveLength(1);
    const last = await openTestServices({ folder });
    await last.services.calls['journal.append'](appendOf(growBy(work, 1), 4));
    await last.services.close();
    expect(filesOf(folder)).toHaveLength(2);
  });

  it('is made after every hundred changes, unasked', async () => {
    const { services, folder } = await openTestServices();
    await services.calls['journal.append'](appendOf(workOf(99)));
    expect(await services.calls['snapshots.list']({ projectId })).toEqual([]);
    await services.calls['journal.append'](appendOf(workOf(100), 99));
    await vi.waitFor(async () => expect(await services.calls['snapshots.list']({ projectId })).toMatchObject([{ head: { seq: 100 } }]), 20_000);
    await services.calls['journal.append'](appendOf(workOf(150), 100));
    await services.close();
    const { services: later } = await openTestServices({ folder });
    expect((await later.calls['snapshots.list']({ projectId })).map(({ head }) => head.seq)).toEqual([150, 100]);
  });

  it('is found again where the index was lost, and forgotten where its file is gone', async () => {
    const { services, folder } = await withWork();
    const made = await services.calls['snapshots.make']({ projectId });
    rmSync(path.join(folderOf(folder), 'index.json'));
    expect(await services.calls['snapshots.list']({ projectId })).toEqual([made]);
    writeFileSync(path.join(folderOf(folder), 'index.json'), 'no JSON');
    expect(await services.calls['snapshots.list']({ projectId })).toEqual([made]);
    rmSync(made.where);
    expect(await services.calls['snapshots.list']({ projectId })).toEqual([]);
    await expect(services.calls['snapshots.read']({ id: made.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['../../copies.json', projectId, `${projectId}.../index.json`, `${projectId}.0123456789abcdef`])('is never named by a path (%s)', async (id) => {
    const { services } = await withWork();
    await expect(services.calls['snapshots.read']({ id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says that it lacks an original that is damaged, and holds the rest', async () => {
    const { services, folder, work } = await withWork();
    const [document] = work.state.documents.values();
    writeFileSync(path.join(folder, 'projects', projectId, 'blobs', document?.sourceSha256 ?? ''), 'damaged');
    const made = await services.calls['snapshots.make']({ projectId });
    const read = await readProjectFile(await services.calls['snapshots.read']({ id: made.id }));
    expect(read).toMatchObject({ ok: true, value: { changes: work.changes, manifest: { missing: [document?.sourceSha256] } } });
  });

  it('is made without the text of a document whose content is gone', async () => {
    const { services, folder, work } = await withWork();
    const [document] = work.state.documents.values();
    rmSync(path.join(folder, 'projects', projectId, 'blobs', document?.contentSha256 ?? ''));
    const made = await services.calls['snapshots.make']({ projectId });
    const read = await readProjectFile(await services.calls['snapshots.read']({ id: made.id }));
    expect(read).toMatchObject({ ok: true, value: { changes: work.changes, manifest: { missing: [document?.contentSha256] } } });
  });

  it('leaves the earlier ones and no half one where the disk is full', async () => {
    const room = { bytes: Infinity };
    const { services, folder } = await openTestServices({ fs: fullDisk(room) });
    await services.calls['journal.append'](appendOf(workOf(2)));
    const made = await services.calls['snapshots.make']({ projectId });
    await services.calls['journal.append'](appendOf(workOf(3), 2));
    const names = readdirSync(folderOf(folder));
    room.bytes = 200;
    await expect(services.calls['snapshots.make']({ projectId })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(folderOf(folder))).toEqual(names);
    expect((await readProjectFile(await services.calls['snapshots.read']({ id: made.id }))).ok).toBe(true);
  });
});

describe('older snapshots', () => {
  it('go once newer ones are proven, but not while the journal is another one', async () => {
    let minute = 0;
    const clock = () => new Date(Date.UTC(2026, 2, 1, 10, minute++)).toISOString();
    const { services, folder } = await openTestServices({ now: clock });
    for (let seq = 1; seq <= 12; seq++) {
      await services.calls['journal.append'](appendOf(workOf(seq), seq - 1));
      await services.calls['snapshots.make']({ projectId });
    }
    const kept = (await services.calls['snapshots.list']({ projectId })).map(({ head }) => head.seq);
    expect(kept).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(filesOf(folder)).toHaveLength(10);

    rmSync(path.join(folder, 'projects', projectId, 'journal.ndjson'));
    await services.calls['journal.append'](appendOf(workOf(2, ' opnieuw')));
    await services.calls['snapshots.make']({ projectId });
    expect(filesOf(folder)).toHaveLength(11);
  });

  const at = (day: string, seq: number): SnapshotInfo => ({
    id: `${seq}`, projectId, name: '', head: { seq, id: null }, counts: appendOf(workOf(0)).counts, at: `${day}T12:00:00.000Z`, bytes: 1, where: '',
  });
  const seqs = (snapshots: SnapshotInfo[]) => snapshots.map(({ head }) => head.seq);
  const now = '2026-06-30T12:00:00.000Z';
  const tenToday = Array.from({ length: 10 }, (_, index) => at('2026-06-30', 100 + index));

  it('all stay up to ten', () => {
    expect(droppable(tenToday, now, () => true)).toEqual([]);
  });

  it('stay as the last of their day for thirty days, and as the last of their month beyond', () => {
    const older = [at('2026-06-20', 50), at('2026-06-20', 51), at('2026-06-01', 30), at('2026-04-20', 21), at('2026-04-03', 20), at('2025-12-24', 10)];
    expect(seqs(droppable([...older, ...tenToday], now, () => true))).toEqual([50, 20]);
  });

  it('stay where the journal does not explain them', () => {
    const older = [at('2026-06-20', 50), at('2026-06-20', 51), at('2026-06-20', 52)];
    expect(seqs(droppable([...older, ...tenToday], now, ({ head }) => head.seq !== 50))).toEqual([51]);
  });
});
