import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../schemas/ids.ts';
import type { Upgrade } from '../../../schemas/upgrades/index.ts';
import { openProjectStore } from '../../../renderer/store/project-store.ts';
import { projectVersions } from '../../../renderer/store/versions/registry.ts';
import { Profile } from '../window.ts';
import { projectRows, putOldRows, readRows } from './rows.ts';

const projectId = '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f00fd' as ProjectId;
const name = `hoorwerk-project-${projectId}`;
const newest = projectVersions.at(-1);
const rows = projectRows.at(-1);
if (!newest || !rows) throw new Error('no versions');
const version = newest.version + 1;
const records = (newest.records ?? 0) + 1;

/** A version that is invented here: another table, and records that an invented step brings there. */
const shape = (upgrade: (change: Change) => Change) => ({
  versions: [...projectVersions, { version, records, stores: { extras: 'id' } }],
  steps: [{ to: records, upgrade: (raw) => ({ ...raw, changes: raw.changes.map((change) => upgrade(change as Change)) }) }] satisfies Upgrade[],
});

interface Change { seq: number; ops: { table: string; record: Record<string, unknown> }[] }

const renamed = (change: Change): Change => ({
  ...change,
  ops: change.ops.map((op) => (op.table === 'codes' ? { ...op, record: { ...op.record, name: `${String(op.record['name'])} (bijgewerkt)` } } : op)),
});

beforeEach(async () => {
  new Profile().use();
  await putOldRows(name, rows);
});

const names = async () => (await indexedDB.databases()).map((database) => `${database.name} ${database.version}`);

describe('A database of an older version', () => {
  it('is brought up to date, history and tables alike, and nothing is left of the copy', async () => {
    const opened = await openProjectStore(projectId, shape(renamed));
    if (!opened.ok) throw new Error(opened.problem.message);
    const stored = await opened.value.load();
    expect([...stored.state.codes.values()].map((code) => code.name)).toEqual(['vaartijden (bijgewerkt)']);
    expect(stored).toMatchObject({ claims: 1, tablesAgree: true });
    expect(await opened.value.getBlob('a'.repeat(64) as never)).toEqual(new Uint8Array([1, 2]));
    opened.value.close();
    expect(await names()).toEqual([`${name} ${version * 10}`]);
    const again = await openProjectStore(projectId, shape(() => { throw new Error('it is up to date'); }));
    expect(again.ok).toBe(true);
    if (again.ok) again.value.close();
  });

  it.each([
    ['takes a row', (change: Change) => ({ ...change, ops: change.ops.filter(({ table }) => table !== 'codes') }), 'there were 1 codes and after the upgrade there are 0'],
    ['makes what is no change', (change: Change) => ({ ...change, seq: 'one' as never }), 'change 1 is another after the upgrade'],
    ['throws', () => { throw new Error('a bug'); }, 'can\'t be opened'],
  ])('stays as it was, row for row, where the upgrade %s', async (_, upgrade, reason) => {
    const before = await readRows(name);
    const opened = await openProjectStore(projectId, shape(upgrade));
    expect(opened).toMatchObject({ ok: false, problem: { code: 'upgrade-failed', message: expect.stringContaining(reason) } });
    expect(await names()).toEqual([`${name} ${rows.version * 10}`]);
    expect(await readRows(name)).toEqual(before);
    // The program of its own version goes on with it.
    const old = await openProjectStore(projectId);
    expect(old.ok && (await old.value.load())).toMatchObject({ claims: 1, tablesAgree: true });
    if (old.ok) old.value.close();
  });

  it('is upgraded though an earlier try was ended in the middle and left a copy', async () => {
    await putOldRows(`hoorwerk-upgrade-${projectId}`, { ...rows, rows: {}, outOfRow: {} });
    const opened = await openProjectStore(projectId, shape(renamed));
    expect(opened.ok && (await opened.value.load()).changes).toHaveLength(1);
    if (opened.ok) opened.value.close();
    expect(await names()).toEqual([`${name} ${version * 10}`]);
  });

  it('is upgraded at once, and its rows too, where the browser can not list its databases', async () => {
    Object.defineProperty(indexedDB, 'databases', { value: undefined, configurable: true });
    const opened = await openProjectStore(projectId, shape(renamed));
    const stored = opened.ok ? await opened.value.load() : null;
    expect([...stored?.state.codes.values() ?? []].map((code) => code.name)).toEqual(['vaartijden (bijgewerkt)']);
    if (opened.ok) opened.value.close();
  });

  it('is refused by a program of the version before, once it is upgraded', async () => {
    const opened = await openProjectStore(projectId, shape(renamed));
    if (opened.ok) opened.value.close();
    expect(await openProjectStore(projectId)).toMatchObject({ ok: false, problem: { code: 'store-newer' } });
  });
});
