import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../schemas/ids.ts';
import { recordsVersion } from '../../../schemas/upgrades/index.ts';
import { openCatalogue } from '../../../renderer/store/catalogue.ts';
import { openProjectStore } from '../../../renderer/store/project-store.ts';
import { catalogueVersions, projectVersions } from '../../../renderer/store/versions/registry.ts';
import { Profile } from '../window.ts';
import { catalogueRows, projectRows, putOldRows } from './rows.ts';

const projectId = '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f00ff' as ProjectId;
const name = `hoorwerk-project-${projectId}`;

beforeEach(() => new Profile().use());

describe('The store', () => {
  it.each([['projects', projectVersions, projectRows], ['catalogue', catalogueVersions, catalogueRows]])(
    'has rows of every version of the %s to be tested with, numbered without gaps', (_, versions, rows) => {
      expect(versions.map(({ version }) => version)).toEqual(versions.map((__, at) => at + 1));
      expect(rows.map(({ version }) => version)).toEqual(versions.map(({ version }) => version));
    },
  );

  it.each(projectRows)('opens a project that version $version wrote, and finds all of it', async (rows) => {
    await putOldRows(name, rows);
    const opened = await openProjectStore(projectId);
    if (!opened.ok) throw new Error(opened.problem.message);
    expect(opened.value.newlyMade).toBe(false);
    const stored = await opened.value.load();
    expect(stored).toMatchObject({ claims: 1, tablesAgree: true, state: { seq: 1, project: { name: 'Veerdienst' } } });
    expect([...stored.state.codes.values()].map((code) => code.name)).toEqual(['vaartijden']);
    expect(await opened.value.getBlob('a'.repeat(64) as never)).toEqual(new Uint8Array([1, 2]));
    opened.value.close();
  });

  it.each(catalogueRows)('opens a catalogue that version $version wrote', async (rows) => {
    await putOldRows('hoorwerk-catalogue', rows);
    const opened = await openCatalogue();
    if (!opened.ok) throw new Error(opened.problem.message);
    expect(opened.value).toMatchObject({ newlyMade: false, copyId: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0004' });
    expect(await opened.value.coder()).toMatchObject({ name: 'Ada Vos' });
    expect(await opened.value.recents()).toMatchObject([{ name: 'Veerdienst' }]);
    opened.value.close();
  });

  it('keeps records of the version that project files have', () => {
    expect(projectVersions.at(-1)?.records).toBe(recordsVersion);
  });

  it('refuses a database of a newer program and leaves it as it is', async () => {
    const [newest] = projectRows.slice(-1);
    if (!newest) throw new Error('no versions');
    await putOldRows(name, { ...newest, version: newest.version + 1 });
    expect(await openProjectStore(projectId)).toMatchObject({ ok: false, problem: { code: 'store-newer' } });
    expect(await indexedDB.databases()).toEqual([{ name, version: (newest.version + 1) * 10 }]);
  });

  it('refuses it too where the browser can not list its databases', async () => {
    const [newest] = projectRows.slice(-1);
    if (!newest) throw new Error('no versions');
    await putOldRows(name, { ...newest, version: newest.version + 1 });
    Object.defineProperty(indexedDB, 'databases', { value: undefined, configurable: true });
    expect(await openProjectStore(projectId)).toMatchObject({ ok: false, problem: { code: 'store-newer' } });
  });

  it('knows a database that the browser made just now', async () => {
    const opened = await openProjectStore(projectId);
    expect(opened.ok && opened.value.newlyMade).toBe(true);
    if (opened.ok) opened.value.close();
  });
});
