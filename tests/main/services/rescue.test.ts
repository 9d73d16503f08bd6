import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjectFile } from '../../../app/project-file/read-project-file.ts';
import { appendOf, growBy, headOf, projectId, withDocument, workOf, type Work } from '../invented-work.ts';
import { openTestServices, type TestServices } from './open-test-services.ts';
import { fullDisk } from './test-disks.ts';

const projectFolder = (folder: string) => path.join(folder, 'projects', projectId);
const journalOf = (folder: string) => path.join(projectFolder(folder), 'journal.ndjson');
const asides = (folder: string, how = 'damaged') => readdirSync(projectFolder(folder)).filter((name) => name.startsWith(`journal.${how}-`));

/** A data folder with eight changes, the third a document, and snapshots after these many of them. */
async function dataFolder(...snapshotsAt: number[]): Promise<{ folder: string; work: Work; files: string[]; whole: Buffer; blobs: ReturnType<typeof withDocument>['blobs'] }> {
  const { services, folder } = await openTestServices();
  const { work: begun, blobs } = withDocument(workOf(2));
  const work = growBy(begun, 5);
  for (const blob of blobs) await services.calls['blobs.put']({ projectId, ...blob });
  const files: string[] = [];
  for (let seq = 1; seq <= work.changes.length; seq++) {
    const until = growBy(seq > 2 ? begun : workOf(Math.min(seq, 2)), Math.max(0, seq - 3));
    await services.calls['journal.append'](appendOf(until, seq - 1));
    if (snapshotsAt.includes(seq)) files.push((await services.calls['snapshots.make']({ projectId })).where);
  }
  // As after a crash: nothing is made at close.
  const whole = readFileSync(journalOf(folder));
  const made = new Set(files);
  await services.close();
  const snapshots = path.join(folder, 'snapshots', projectId);
  if (existsSync(snapshots)) for (const name of readdirSync(snapshots)) if (name.endsWith('.hoorwerk') && !made.has(path.join(snapshots, name))) rmSync(path.join(snapshots, name));
  return { folder, work, files, whole, blobs };
}

/** Flips a bit in the lines of these changes. */
function damage(folder: string, ...seqs: number[]): Buffer {
  const lines = readFileSync(journalOf(folder), 'utf8').split('\n');
  for (const seq of seqs) lines[seq] = (lines[seq] ?? '').replace('"seq"', '"sep"');
  writeFileSync(journalOf(folder), lines.join('\n'));
  return readFileSync(journalOf(folder));
}

function spoil(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, bytes.length >> 1, (bytes.length >> 1) + 9));
}

const nothing = { seq: 0, id: null };
async function headIn({ services }: TestServices) {
  const [project] = await services.calls['projects.list']({});
  return project?.head ?? nothing;
}

describe('work that the journal lost', () => {
  it.each([
    { name: 'a line in the middle, of which a snapshot knows', snapshots: [5], lines: [4], fromSnapshots: 1, fromJournal: 4, reach: 8 },
    { name: 'two lines, of which a snapshot knows', snapshots: [6], lines: [2, 5], fromSnapshots: 2, fromJournal: 5, reach: 8 },
    { name: 'the first change', snapshots: [3], lines: [1], fromSnapshots: 1, fromJournal: 7, reach: 8 },
    { name: 'the last change, of which a snapshot knows', snapshots: [8], lines: [8], fromSnapshots: 1, fromJournal: 0, reach: 8 },
    { name: 'a line that the snapshot does not reach', snapshots: [3], lines: [5], fromSnapshots: 0, fromJournal: 0, reach: 4 },
    { name: 'a line before and a line after the snapshot', snapshots: [5], lines: [3, 7], fromSnapshots: 1, fromJournal: 3, reach: 6 },
    { name: 'a line, and there is no snapshot', snapshots: [], lines: [4], fromSnapshots: 0, fromJournal: 0, reach: 3 },
  ])('is brought back as far as it can be: $name', async ({ snapshots, lines, fromSnapshots, fromJournal, reach }) => {
    const { folder, work, whole } = await dataFolder(...snapshots);
    const damaged = damage(folder, ...lines);
    const opened = await openTestServices({ folder });
    const { calls } = opened.services;
    const from = headOf(work, Math.min(...lines) - 1);
    expect(await headIn(opened)).toEqual(from);
    const looked = await calls['rescue.look']({ projectId, from });
    expect(looked).toMatchObject({ head: headOf(work, reach), fromSnapshots, fromJournal, damagedSnapshots: 0, seen: lines.includes(8) ? 7 : 8 });
    expect(looked.snapshotAt === null).toBe(fromSnapshots === 0);
    // Looking wrote nothing; the damaged journal stays beside it as it was, whatever comes.
    expect(await headIn(opened)).toEqual(from);
    expect(asides(folder).map((name) => readFileSync(path.join(projectFolder(folder), name)))).toEqual([damaged]);

    expect(await calls['rescue.mend']({ projectId })).toEqual(looked);
    expect(await calls['projects.list']({})).toMatchObject([{ head: headOf(work, reach), damage: null }]);
    expect(readFileSync(journalOf(folder)).equals(whole)).toBe(reach === 8);
    expect(asides(folder)).toEqual([]);
    expect(asides(folder, 'kept').map((name) => readFileSync(path.join(projectFolder(folder), name)))).toEqual([damaged]);
    await opened.services.close();
    const later = await openTestServices({ folder });
    expect(await later.services.calls['projects.list']({})).toMatchObject([{ head: headOf(work, reach), damage: null }]);
  });

  it('comes back from an older snapshot and the journal where the newest is damaged, and says that it is', async () => {
    const { folder, work, files } = await dataFolder(4, 6);
    damage(folder, 4);
    spoil(files[1] ?? '');
    const { services } = await openTestServices({ folder });
    expect(await services.calls['rescue.look']({ projectId, from: headOf(work, 3) }))
      .toMatchObject({ head: headOf(work), fromSnapshots: 1, fromJournal: 4, damagedSnapshots: 1 });
  });

  it('is what stands before the damage where every snapshot is damaged too', async () => {
    const { folder, work, files } = await dataFolder(4, 6);
    damage(folder, 4);
    spoil(files[0] ?? '');
    truncateSync(files[1] ?? '', 300);
    const opened = await openTestServices({ folder });
    expect(await opened.services.calls['rescue.look']({ projectId, from: headOf(work, 3) }))
      .toMatchObject({ head: headOf(work, 3), fromSnapshots: 0, fromJournal: 0, damagedSnapshots: 2, seen: 8 });
    await opened.services.calls['rescue.mend']({ projectId });
    expect(await headIn(opened)).toEqual(headOf(work, 3));
  });

  it('is listed where the journal is gone, and comes back from the snapshot with its files', async () => {
    const { folder, work, blobs } = await dataFolder(5);
    rmSync(projectFolder(folder), { recursive: true });
    const { services } = await openTestServices({ folder });
    expect(await services.calls['projects.list']({})).toMatchObject([{ id: projectId, name: 'Bos en beek', head: nothing, damage: expect.stringContaining('snapshots') }]);
    expect(await services.calls['rescue.mend']({ projectId })).toMatchObject({ head: headOf(work, 5), fromSnapshots: 5 });
    expect(await services.calls['projects.list']({})).toMatchObject([{ head: headOf(work, 5), damage: null }]);
    expect(await services.calls['blobs.missing']({ projectId, hashes: blobs.map(({ sha256 }) => sha256) })).toEqual([]);
  });

  it('is not taken from a snapshot that left the journal\'s path', async () => {
    const { folder, work } = await dataFolder(6);
    rmSync(journalOf(folder));
    const first = await openTestServices({ folder });
    const other = workOf(3, ' anders');
    await first.services.calls['journal.append'](appendOf(other));
    expect(await first.services.calls['rescue.look']({ projectId, from: headOf(other) })).toMatchObject({ head: headOf(other), fromSnapshots: 0 });
    expect(work.changes).toHaveLength(8);
  });

  it('stays as it is, damaged journal and all, where the disk is full while it is mended', async () => {
    const { folder, work } = await dataFolder(6);
    const room = { bytes: Infinity };
    const opened = await openTestServices({ folder, fs: fullDisk(room) });
    damage(folder, 4);
    await headIn(opened);
    const [before, kept] = [readFileSync(journalOf(folder)), asides(folder)];
    room.bytes = 500;
    await expect(opened.services.calls['rescue.mend']({ projectId })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(journalOf(folder))).toEqual(before);
    expect(asides(folder)).toEqual(kept);
    room.bytes = Infinity;
    expect(await opened.services.calls['rescue.mend']({ projectId })).toMatchObject({ head: headOf(work) });
  });

  it('is read as far as it goes where there is no room to set the rest aside, and nothing is written behind it', async () => {
    const { folder, work } = await dataFolder(6);
    const damaged = damage(folder, 4);
    const room = { bytes: 0 };
    const opened = await openTestServices({ folder, fs: fullDisk(room) });
    expect(await opened.services.calls['projects.list']({})).toMatchObject([{ head: headOf(work, 3), damage: expect.stringContaining('could not be set aside') }]);
    await expect(opened.services.calls['journal.append'](appendOf(growBy(workOf(3), 1), 3))).rejects.toMatchObject({ code: 'journal-damaged' });
    expect(readFileSync(journalOf(folder))).toEqual(damaged);
    room.bytes = Infinity;
    expect(await opened.services.calls['rescue.mend']({ projectId })).toMatchObject({ head: headOf(work) });
  });
});

describe('blobs that the data folder lost', () => {
  it.each([['is gone', (file: string) => rmSync(file)], ['is cut off', (file: string) => truncateSync(file, 20)]])(
    'are put back from a snapshot where one %s: when asked, and before the next snapshot', async (_, lose) => {
      const { folder, blobs } = await dataFolder(4);
      const { services } = await openTestServices({ folder });
      const hashes = blobs.map(({ sha256 }) => sha256);
      for (const sha256 of hashes) lose(path.join(projectFolder(folder), 'blobs', sha256));
      expect(await services.calls['blobs.missing']({ projectId, hashes })).toEqual(hashes);
      expect(await services.calls['blobs.restore']({ projectId, hashes })).toEqual([]);
      for (const blob of blobs) expect(Uint8Array.from(await services.calls['blobs.get']({ projectId, sha256: blob.sha256 }) ?? [])).toEqual(Uint8Array.from(blob.bytes));
      for (const sha256 of hashes) lose(path.join(projectFolder(folder), 'blobs', sha256));
      const made = await services.calls['snapshots.make']({ projectId });
      expect(await readProjectFile(await services.calls['snapshots.read']({ id: made.id }))).toMatchObject({ ok: true, value: { manifest: { missing: [] } } });
      expect(await services.calls['blobs.missing']({ projectId, hashes })).toEqual([]);
    },
  );

  it('and that no snapshot has are answered, and the snapshot is made without them', async () => {
    const { folder, blobs, work } = await dataFolder();
    const { services } = await openTestServices({ folder });
    const hashes = blobs.map(({ sha256 }) => sha256);
    rmSync(path.join(projectFolder(folder), 'blobs'), { recursive: true });
    expect(await services.calls['blobs.restore']({ projectId, hashes })).toEqual(hashes);
    const made = await services.calls['snapshots.make']({ projectId });
    const read = await readProjectFile(await services.calls['snapshots.read']({ id: made.id }));
    expect(read).toMatchObject({ ok: true, value: { changes: work.changes, manifest: { missing: hashes.toSorted() }, contents: new Map() } });
  });
});

describe('a folder of snapshots that can not be written', () => {
  it('keeps no work from the journal, and says so', async () => {
    const { folder, work } = await dataFolder(4);
    const { services, logged } = await openTestServices({ folder });
    const snapshots = path.join(folder, 'snapshots', projectId);
    rmSync(snapshots, { recursive: true });
    writeFileSync(snapshots, 'a file where the folder must be');
    chmodSync(snapshots, 0o400);
    const more = growBy(work, 1);
    expect(await services.calls['journal.append'](appendOf(more, 8))).toEqual({ head: headOf(more) });
    await expect(services.calls['snapshots.make']({ projectId })).rejects.toMatchObject({ code: expect.stringMatching(/^E(EXIST|NOTDIR)$/) });
    await services.close();
    expect(logged.join('\n')).toContain('no snapshot could be made');
  });
});

describe('a clock that went backwards', () => {
  it('mixes up neither changes nor snapshots: numbers decide', async () => {
    let minute = 0;
    const { services } = await openTestServices({ now: () => new Date(Date.UTC(2026, 2, 1, 10, minute--)).toISOString() });
    for (let seq = 1; seq <= 13; seq++) {
      await services.calls['journal.append'](appendOf(workOf(seq), seq - 1));
      await services.calls['snapshots.make']({ projectId });
    }
    const heads = (await services.calls['snapshots.list']({ projectId })).map(({ head }) => head.seq);
    expect(heads).toContain(13);
    expect(await services.calls['rescue.look']({ projectId, from: headOf(workOf(1)) })).toMatchObject({ head: headOf(workOf(13)) });
  });
});
