import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameId } from '../../../app/support/hash.ts';
import { recordsVersion } from '../../../schemas/upgrades/index.ts';
import { openDisk } from '../../../main/services/disk.ts';
import { HostFailure } from '../../../main/services/host-failure.ts';
import { openJournal, type Journal } from '../../../main/services/journal.ts';
import { appendOf, growBy, headOf, projectId, workOf, type Work } from '../invented-work.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { hastyDisk } from './test-disks.ts';

function journalIn(folder: string, holds = true): Journal {
  return openJournal(openDisk({ holds: async () => holds, freeBytes: async () => null, fs: hastyDisk() }), folder, projectId);
}

async function append(journal: Journal, work: Work, already = 0): Promise<void> {
  const { expected, changes, counts } = appendOf(work, already);
  await journal.append(expected, changes, counts);
}

async function journalOf(work: Work): Promise<{ folder: string; file: string; bytes: Buffer }> {
  const folder = temporaryFolder();
  await append(journalIn(folder), work);
  const file = path.join(folder, 'journal.ndjson');
  return { folder, file, bytes: readFileSync(file) };
}

const hasDamage = (found: unknown) => typeof found === 'object' && found !== null && 'damage' in found && typeof found.damage === 'string';

const asides = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('journal.damaged-'));

describe('a journal', () => {
  it('gives back what was appended, also to a program that opens it anew', async () => {
    const { folder } = await journalOf(workOf(3));
    const work = growBy(workOf(3), 2);
    await append(journalIn(folder), work, 3);
    const journal = journalIn(folder);
    expect(await journal.summary()).toEqual({
      head: headOf(work), name: 'Bos en beek', updatedAt: work.changes[4]?.at, damage: null,
      counts: { documents: 0, speakers: 0, codes: 4, codings: 0, memos: 0, coders: 1, queries: 0 },
    });
    expect(await journal.read(0, 5000)).toEqual(work.changes);
    expect(await journal.read(3, 1)).toEqual(work.changes.slice(3, 4));
    expect(await journal.read(5, 10)).toEqual([]);
  });

  it('is lines of JSON that other programs can read', async () => {
    const { bytes } = await journalOf(workOf(2));
    const [header, first] = bytes.toString('utf8').trim().split('\n').map((line): unknown => JSON.parse(line));
    expect(header).toEqual({ format: 'hoorwerk-journal', version: 1, records: recordsVersion, projectId });
    expect(first).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), change: workOf(1).changes[0] });
  });

  it('is not there before the first change', async () => {
    expect(await journalIn(temporaryFolder()).summary()).toBeNull();
  });

  it('goes on from the last good line, wherever the last line is cut, and keeps the rest', async () => {
    const work = workOf(3);
    const { bytes } = await journalOf(work);
    const lastLine = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    const again = growBy(workOf(2), 1);
    for (let length = lastLine + 1; length < bytes.length; length++) {
      const folder = temporaryFolder();
      writeFileSync(path.join(folder, 'journal.ndjson'), bytes.subarray(0, length));
      const journal = journalIn(folder);
      const found = await journal.summary();
      expect(found?.head, `cut at ${length}`).toEqual(headOf(work, 2));
      expect(found?.damage).toContain('the last line is cut');
      const [aside = ''] = asides(folder);
      expect(readFileSync(path.join(folder, aside))).toEqual(bytes.subarray(lastLine, length));
      expect(readFileSync(path.join(folder, 'journal.ndjson'))).toEqual(bytes.subarray(0, lastLine));
      if (length % 40 !== 0) continue;
      await append(journal, again, 2);
      expect(readFileSync(path.join(folder, 'journal.ndjson'))).toEqual(bytes);
      expect((await journal.summary())?.damage).toBeNull();
    }
  });

  it('is whole where it is cut between lines', async () => {
    const { bytes } = await journalOf(workOf(3));
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'journal.ndjson'), bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length - 2) + 1));
    expect(await journalIn(folder).summary()).toMatchObject({ head: headOf(workOf(2)), damage: null });
  });

  it('never takes a changed byte for work, and keeps every byte that it sets aside', async () => {
    const work = workOf(4);
    const { bytes } = await journalOf(work);
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const folder = temporaryFolder();
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ flip, at);
      writeFileSync(path.join(folder, 'journal.ndjson'), damaged);
      const journal = journalIn(folder);
      const found = await journal.summary().catch((cause: unknown) => cause);
      const read = await journal.read(0, 100).catch(() => []);
      expect(read).toEqual(work.changes.slice(0, read.length));
      // Nothing is gone: all of it is still work, or the file is untouched, or what was damaged is kept beside it.
      const now = readFileSync(path.join(folder, 'journal.ndjson'));
      const kept = Buffer.concat(asides(folder).map((name) => readFileSync(path.join(folder, name))));
      const fromDamage = damaged.subarray(Math.max(at, bytes.indexOf('\n') + 1));
      expect([read.length === work.changes.length, now.equals(damaged), kept.includes(fromDamage)]).toContain(true);
      // And it is said, unless nothing was lost.
      expect([read.length === work.changes.length, found instanceof HostFailure, hasDamage(found)]).toContain(true);
    }), { numRuns: 150 });
  });

  it('says after a restart that it was damaged, until work went on past that place', async () => {
    const work = workOf(4);
    const { folder, file, bytes } = await journalOf(work);
    const second = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1;
    bytes.writeUInt8(bytes.readUInt8(second + 90) ^ 1, second + 90);
    writeFileSync(file, bytes);
    expect((await journalIn(folder).summary())?.damage).toContain('the checksum is not that of the line (line 3)');
    const journal = journalIn(folder);
    expect(await journal.summary()).toMatchObject({ head: headOf(work, 1), damage: expect.stringContaining('journal.damaged-after-1-') });
    await append(journal, work, 1);
    expect((await journalIn(folder).summary())?.damage).toBeNull();
    expect(asides(folder)).toHaveLength(1);
  });

  it('reads its changes also where only the first line is damaged', async () => {
    const work = workOf(2);
    const { folder, file, bytes } = await journalOf(work);
    writeFileSync(file, Buffer.concat([Buffer.from('######'), bytes.subarray(6)]));
    const journal = journalIn(folder);
    expect(await journal.summary()).toMatchObject({ head: headOf(work), damage: expect.stringContaining('first line') });
    expect(readFileSync(file)).toEqual(bytes);
    await append(journal, growBy(work, 1), 2);
    expect(await journalIn(folder).read(0, 10)).toEqual(growBy(work, 1).changes);
  });

  it.each([
    ['a newer format', { format: 'hoorwerk-journal', version: 2, projectId }, 'journal-newer'],
    ['newer records', { format: 'hoorwerk-journal', version: 1, records: recordsVersion + 1, projectId }, 'journal-newer'],
    ['another project', { format: 'hoorwerk-journal', version: 1, projectId: nameId('project', 'other') }, 'journal-damaged'],
  ])('of %s is refused and left as it is', async (_, header, code) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'journal.ndjson');
    writeFileSync(file, `${JSON.stringify(header)}\nwhatever stands here\n`);
    const before = readFileSync(file);
    const journal = journalIn(folder);
    await expect(journal.summary()).rejects.toMatchObject({ code });
    await expect(append(journal, workOf(1))).rejects.toMatchObject({ code });
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['journal.ndjson']);
  });

  it('refuses changes that do not follow on its head', async () => {
    const { folder, file, bytes } = await journalOf(workOf(3));
    const journal = journalIn(folder);
    await expect(append(journal, growBy(workOf(2), 1), 2)).rejects.toMatchObject({ code: 'journal-behind' });
    await expect(append(journal, workOf(4, ' anders'), 3)).rejects.toMatchObject({ code: 'journal-behind' });
    const { expected, counts } = appendOf(growBy(workOf(3), 2), 3);
    await expect(journal.append(expected, growBy(workOf(3), 2).changes.slice(4), counts)).rejects.toMatchObject({ code: 'failed' });
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('refuses changes that do not lead to the counts of the store', async () => {
    const { folder, file, bytes } = await journalOf(workOf(3));
    const { expected, changes, counts } = appendOf(growBy(workOf(3), 1), 3);
    await expect(journalIn(folder).append(expected, changes, { ...counts, codes: 9 }))
      .rejects.toMatchObject({ code: 'failed', message: 'with these changes there are 3 codes, not as many as the store has' });
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('is only read where another program holds the folder: not a byte is set aside, and a line being written is no damage', async () => {
    const { folder, file } = await journalOf(workOf(2));
    appendFileSync(file, '{"sha256":');
    const before = readFileSync(file);
    const journal = journalIn(folder, false);
    expect(await journal.summary()).toMatchObject({ head: headOf(workOf(2)), damage: null });
    await expect(append(journal, growBy(workOf(2), 1), 2)).rejects.toMatchObject({ code: 'read-only' });
    expect(readFileSync(file)).toEqual(before);
  });

  it('follows what another program appends', async () => {
    const { folder } = await journalOf(workOf(2));
    const reader = journalIn(folder, false);
    expect((await reader.summary())?.head.seq).toBe(2);
    await append(journalIn(folder), growBy(workOf(2), 3), 2);
    expect((await reader.summary())?.head.seq).toBe(5);
    expect(await reader.read(2, 10)).toHaveLength(3);
  });
});
