import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordsVersion, upgrades, type KnownRecords, type RawProject } from '../../../schemas/upgrades/index.ts';
import { readProjectFile } from '../../../app/project-file/read-project-file.ts';
import { appendOf, growBy, headOf, projectId, workOf } from '../invented-work.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openTestServices } from './open-test-services.ts';
import { fullDisk } from './test-disks.ts';

const at = '2025-11-20T08:00:00.000Z';
const project = { name: 'Veerdienst', description: '', roles: ['reder'], createdAt: at };
const code = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0002', parentId: null, name: 'vaartijden', definition: '', color: '#b4531f', key: 1, order: 0, createdAt: at,
};
const savedQuery = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0007', name: 'Over de boot', createdAt: at, updatedAt: at,
  query: { kind: 'group', not: false, match: 'all', of: [{ kind: 'theme', not: false, theme: code.id, withSubtree: true }] },
};
const change = (seq: number, ops: unknown[], inverse: unknown[]) => ({
  id: `5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f010${seq}`, seq, previous: seq === 1 ? null : `5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f010${seq - 1}`,
  at, coderId: null, label: { key: 'project.create', values: { name: 'Veerdienst' } }, ops, inverse, undoes: null, redoes: null,
});

/** Changes as each version of records wrote them, never altered afterwards. */
const changesOf: { version: number; header: object; changes: unknown[] }[] = [
  {
    // The first journals said nothing of their records.
    version: 1, header: { format: 'hoorwerk-journal', version: 1, projectId },
    changes: [
      change(1, [{ op: 'put', table: 'project', record: project }], []),
      change(2, [{ op: 'put', table: 'codes', record: code }], [{ op: 'delete', table: 'codes', id: code.id }]),
      change(3, [{ op: 'put', table: 'codes', record: { ...code, name: 'afvaarten' } }], [{ op: 'put', table: 'codes', record: code }]),
    ],
  },
  {
    // The first with a number of its own: themes say when they are to be used, and codings can be extended.
    version: 2, header: { format: 'hoorwerk-journal', version: 1, projectId, records: 2 },
    changes: [
      change(1, [{ op: 'put', table: 'project', record: project }], []),
      change(2, [{ op: 'put', table: 'codes', record: { ...code, use: 'bij vertrek' } }], [{ op: 'delete', table: 'codes', id: code.id }]),
      change(3, [{ op: 'put', table: 'codes', record: { ...code, name: 'afvaarten', inactive: true } }], [{ op: 'put', table: 'codes', record: code }]),
    ],
  },
  {
    // Queries are saved.
    version: 3, header: { format: 'hoorwerk-journal', version: 1, projectId, records: 3 },
    changes: [
      change(1, [{ op: 'put', table: 'project', record: project }], []),
      change(2, [{ op: 'put', table: 'codes', record: code }, { op: 'put', table: 'queries', record: savedQuery }], [{ op: 'delete', table: 'queries', id: savedQuery.id }, { op: 'delete', table: 'codes', id: code.id }]),
      change(3, [{ op: 'put', table: 'codes', record: { ...code, name: 'afvaarten' } }], [{ op: 'put', table: 'codes', record: code }]),
    ],
  },
];

const line = (one: unknown) => {
  const json = JSON.stringify(one);
  return `{"sha256":"${createHash('sha256').update(json).digest('hex')}","change":${json}}\n`;
};

/** A data folder with a journal as that version left it. */
function folderOf({ header, changes }: (typeof changesOf)[number]): { folder: string; file: string; bytes: Buffer } {
  const folder = temporaryFolder();
  const file = path.join(folder, 'projects', projectId, 'journal.ndjson');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(header)}\n${changes.map(line).join('')}`);
  return { folder, file, bytes: readFileSync(file) };
}

/** The next version, invented here. */
const next = (upgrade: (raw: RawProject) => RawProject): KnownRecords =>
  ({ version: recordsVersion + 1, steps: [...upgrades, { to: recordsVersion + 1, upgrade }] });
const renamed = next((raw) => ({ ...raw, changes: JSON.parse(JSON.stringify(raw.changes).replaceAll('"afvaarten"', '"afvaarten (bijgewerkt)"')) }));
const newest = changesOf.at(-1) ?? changesOf[0];
if (!newest) throw new Error('no versions');

describe('a journal of an older version', () => {
  it('is there of every version to be tested with', () => {
    expect(changesOf.map(({ version }) => version)).toEqual(upgrades.map(({ to }) => to));
  });

  it.each(changesOf)('of records $version is opened, and holds the same work', async (old) => {
    const { folder } = folderOf(old);
    const { services } = await openTestServices({ folder });
    expect(await services.calls['projects.list']({})).toMatchObject([{ name: 'Veerdienst', head: { seq: 3 }, counts: { codes: 1 }, damage: null }]);
    expect((await services.calls['journal.read']({ projectId, after: 0, limit: 9 })).changes).toHaveLength(3);
  });

  it('is upgraded after a snapshot, and kept as it was beside the new one', async () => {
    const { folder, file, bytes } = folderOf(newest);
    const { services } = await openTestServices({ folder, records: renamed });
    expect(await services.calls['projects.list']({})).toMatchObject([{ head: { seq: 3 }, damage: null }]);
    const { changes } = await services.calls['journal.read']({ projectId, after: 0, limit: 9 });
    expect(JSON.stringify(changes[2]?.ops)).toContain('afvaarten (bijgewerkt)');
    expect(readFileSync(path.join(path.dirname(file), `journal.records-${recordsVersion}.ndjson`))).toEqual(bytes);
    expect(readFileSync(file, 'utf8').split('\n')[0]).toContain(`"records":${recordsVersion + 1}`);
    const [snapshot] = await services.calls['snapshots.list']({ projectId });
    expect(snapshot).toMatchObject({ head: { seq: 3 } });
    expect(await readProjectFile(await services.calls['snapshots.read']({ id: snapshot?.id ?? '' }))).toMatchObject({ ok: true, value: { changes } });
    await services.close();
    // A program of the version before leaves it alone.
    const before = readFileSync(file);
    const older = await openTestServices({ folder });
    await expect(older.services.calls['journal.read']({ projectId, after: 0, limit: 9 })).rejects.toMatchObject({ code: 'journal-newer' });
    expect(readFileSync(file)).toEqual(before);
  });

  it('goes on being written once it is upgraded', async () => {
    const first = await openTestServices();
    await first.services.calls['journal.append'](appendOf(workOf(2)));
    await first.services.close();
    const { services } = await openTestServices({ folder: first.folder, records: next((raw) => raw) });
    const work = growBy(workOf(2), 1);
    expect(await services.calls['journal.append'](appendOf(work, 2))).toEqual({ head: headOf(work) });
    expect((await services.calls['journal.read']({ projectId, after: 0, limit: 9 })).changes).toEqual(work.changes);
  });

  it.each([
    ['loses a row', next((raw) => ({ ...raw, changes: JSON.parse(JSON.stringify(raw.changes).replaceAll('"table":"codes"', '"table":"gone"')) })), 'no change'],
    ['loses a change', next((raw) => ({ ...raw, changes: raw.changes.slice(0, -1) })), 'change 3 is another'],
    ['throws', next(() => { throw new Error('a bug'); }), 'a bug'],
  ])('stays as it was, to the byte, where the upgrade %s', async (_, records, reason) => {
    const { folder, file, bytes } = folderOf(newest);
    const { services } = await openTestServices({ folder, records });
    await expect(services.calls['journal.read']({ projectId, after: 0, limit: 9 })).rejects.toMatchObject({ code: 'upgrade-failed', message: expect.stringContaining(reason) });
    expect(await services.calls['projects.list']({})).toMatchObject([{ id: projectId, damage: expect.stringContaining(reason) }]);
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(path.dirname(file))).toEqual(['journal.ndjson']);
  });

  it.each([0, 900, 2500, 4500])('stays whole where the disk is full after %i bytes, and is upgraded once there is room', async (bytesLeft) => {
    const { folder, file, bytes } = folderOf(newest);
    const room = { bytes: bytesLeft };
    const { services } = await openTestServices({ folder, records: renamed, fs: fullDisk(room) });
    await services.calls['journal.read']({ projectId, after: 0, limit: 9 }).catch(() => undefined);
    const now = readFileSync(file);
    expect(now.equals(bytes) || now.includes('bijgewerkt')).toBe(true);
    room.bytes = Infinity;
    expect(JSON.stringify(await services.calls['journal.read']({ projectId, after: 0, limit: 9 }))).toContain('bijgewerkt');
  });

  it('is read in the new form, and not a byte of it changed, where another program holds the folder', async () => {
    const { folder, file, bytes } = folderOf(newest);
    const holder = await openTestServices({ folder });
    const { services } = await openTestServices({ folder, records: renamed });
    expect(JSON.stringify(await services.calls['journal.read']({ projectId, after: 2, limit: 9 }))).toContain('bijgewerkt');
    expect(readFileSync(file)).toEqual(bytes);
    // Once that one ended, it is upgraded like any other.
    await holder.services.close();
    await services.calls['host.info']({});
    expect(JSON.stringify(await services.calls['journal.read']({ projectId, after: 2, limit: 9 }))).toContain('bijgewerkt');
    expect(readFileSync(file, 'utf8')).toContain('bijgewerkt');
  });
});
