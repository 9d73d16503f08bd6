import { describe, expect, it, vi } from 'vitest';
import type { Sha256 } from '../../../schemas/ids.ts';
import { planDeleteDocument, planEditDocument } from '../../../app/coding/plan-document.ts';
import { MemoryFolder } from '../memory-host.ts';
import { openOn, Profile, saved, startOn } from '../window.ts';
import { addCode, addQuery, tag, withDocument, workedIn } from './work.ts';

describe('Opening a project again', () => {
  it('finds everything as it was, and undoes and redoes what was done before', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    expect(window.project().state).toEqual(state);
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
    expect(window.notices()).toEqual([]);
    await window.undo();
    await window.undo();
    expect(window.project().state.codings.size).toBe(1);
    await window.redo();
    await saved(window);
    expect(folder.state(projectId).codings.size).toBe(2);
    expect(await window.history()).toHaveLength(state.seq + 3);
  });

  it('sends what the store had and the journal had not when the program was killed', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const first = await startOn(folder, profile);
    await withDocument(first);
    await saved(first);
    const { projectId } = first.project();
    folder.failing.set('journal.append', 'failed');
    await tag(first, 0);
    await tag(first, 6);
    first.kill(folder);
    folder.failing.clear();
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    await saved(window);
    expect(folder.state(projectId).codings.size).toBe(2);
    expect(window.notices()).toEqual(['notice.journal-renewed']);
  });

  it('goes on in the other host with what was done in the first', async () => {
    const folder = new MemoryFolder();
    const browser = new Profile();
    const electron = new Profile();
    const { projectId, state } = await workedIn(folder, browser);
    const second = await startOn(folder, electron, 'electron');
    expect(second.useWorkbench.getState().phase).toBe('start');
    await second.openProject(projectId);
    expect(second.project().state).toEqual(state);
    expect(second.useNotices.getState()).toMatchObject([{ key: 'notice.restored', values: { verified: 3, total: 3 } }]);
    await addCode(second, 'vaartijden');
    await saved(second);
    second.kill(folder);
    const first = await startOn(folder, browser);
    await first.openProject(projectId);
    expect(first.project().state.codes.size).toBe(5);
    expect(first.useNotices.getState()).toMatchObject([{ key: 'notice.brought-up-to-date', values: { count: 1 } }]);
  });

  it('finds saved queries after a restart, in the other host and after the store was emptied, and undoes them', async () => {
    const folder = new MemoryFolder();
    const browser = new Profile();
    const first = await startOn(folder, browser);
    await withDocument(first);
    await addQuery(first, 'Wie wacht');
    await saved(first);
    const { projectId, state } = first.project();
    expect([...state.queries.values()].map(({ name }) => name)).toEqual(['Wie wacht']);
    await first.closeProject();
    first.kill(folder);
    for (const [profile, host] of [[browser, 'browser'], [new Profile(), 'electron'], [browser, 'browser']] as const) {
      const window = await startOn(folder, profile, host);
      await window.recoverAll();
      if (window.useWorkbench.getState().phase === 'coder') await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
      await window.openProject(projectId);
      expect([...window.project().state.queries.values()]).toEqual([...state.queries.values()]);
      await window.closeProject();
      window.kill(folder);
      if (host === 'electron') browser.wipe();
    }
    const last = await startOn(folder, browser);
    await last.openProject(projectId);
    await last.undo();
    await saved(last);
    expect(folder.state(projectId).queries.size).toBe(0);
  });

  it('takes the same name in another host for the same coder', async () => {
    const folder = new MemoryFolder();
    await workedIn(folder, new Profile());
    const window = await openOn(folder, new Profile(), 'electron');
    await window.startWorkbench();
    expect(window.useWorkbench.getState().phase).toBe('coder');
    const coder = await window.saveCoderProfile({ name: ' ada vos', initials: 'av' });
    const [known] = folder.state([...folder.journals.keys()][0] ?? ('' as never)).coders.keys();
    expect(coder).toMatchObject({ ok: true, value: { id: known } });
  });

  it('offers to restore after the browser emptied its store, and gets everything back', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    profile.wipe();
    const window = await openOn(folder, profile);
    await window.startWorkbench();
    expect(window.useWorkbench.getState()).toMatchObject({
      phase: 'recovery', recovery: [{ kind: 'store-emptied', projectId, name: 'Veerdienst', store: null, journal: { head: { seq: state.seq } } }],
    });
    await window.recoverAll();
    expect(window.useNotices.getState()).toMatchObject([{ key: 'notice.recovered', values: { count: 1, verified: 3, total: 3 } }]);
    expect(window.useWorkbench.getState().phase).toBe('coder');
    await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
    await window.openProject(projectId);
    expect(window.project().state).toEqual(state);
    expect(await window.runtime.session?.store?.load()).toMatchObject({ tablesAgree: true, claims: state.seq });
  });

  it('stops at a single project whose database is gone, even where the sentinel is lost', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    profile.use();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`hoorwerk-project-${projectId}`);
      request.addEventListener('success', resolve);
      request.addEventListener('error', reject);
    });
    folder.copies = [];
    const window = await startOn(folder, profile);
    const [found] = window.useWorkbench.getState().recovery;
    expect(found).toMatchObject({ kind: 'store-emptied', projectId, name: 'Veerdienst' });
    if (found) await window.resolveRecovery(found, 'restore');
    expect(window.project().state).toEqual(state);
  });

  it('says that nothing can be restored where the data folder is empty too', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    await workedIn(folder, profile);
    profile.wipe();
    folder.journals.clear();
    const window = await openOn(folder, profile);
    await window.startWorkbench();
    await window.recoverAll();
    expect(window.notices()).toEqual(['problem.nothing-to-recover']);
    expect(window.useWorkbench.getState().phase).toBe('recovery');
  });

  it('puts a project back into a data folder that lost it', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    folder.journals.clear();
    folder.blobs.clear();
    const window = await startOn(folder, profile);
    expect(window.useWorkbench.getState().projects).toMatchObject([{ id: projectId, name: 'Veerdienst' }]);
    await window.openProject(projectId);
    await saved(window);
    expect(folder.state(projectId)).toEqual(state);
    expect(folder.blobs.get(projectId)?.size).toBe(2);
  });

  it('writes tables anew that are not what the history makes', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    const first = await startOn(folder, profile);
    await breakTable(projectId);
    await first.openProject(projectId);
    expect(first.notices()).toEqual(['notice.repaired']);
    expect(first.project().state).toEqual(state);
    await first.closeProject();
    await first.openProject(projectId);
    expect(first.notices()).toEqual(['notice.repaired']);
  });

  it('notices a store that lost its last changes though the sentinel remembers them', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    profile.use();
    await rewind(projectId, state.seq - 2);
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    const { phase, recovery } = window.useWorkbench.getState();
    expect(phase).toBe('recovery');
    expect(recovery).toMatchObject([{ kind: 'store-behind', store: { seq: state.seq - 2 } }]);
    if (recovery[0]) await window.resolveRecovery(recovery[0], 'restore');
    expect(window.project().state).toEqual(state);
  });

  it('heals a journal whose last line is torn when the store has that change', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    tear(folder, projectId);
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    await saved(window);
    expect(folder.state(projectId)).toEqual(state);
    expect(window.notices()).toEqual(['notice.journal-torn', 'notice.journal-renewed']);
  });

  it('asks before it goes on without a change that only another store has', async () => {
    const folder = new MemoryFolder();
    const { projectId, state } = await workedIn(folder, new Profile());
    tear(folder, projectId);
    const window = await startOn(folder, new Profile(), 'electron');
    await window.openProject(projectId);
    const [found] = window.useWorkbench.getState().recovery;
    expect(found).toMatchObject({ kind: 'journal-damaged', journal: { head: { seq: state.seq - 1 } } });
    if (found) await window.resolveRecovery(found, 'restore');
    expect(window.project().state.codings.size).toBe(2);
  });

  it.each(['keep-store', 'keep-journal'] as const)('keeps both where store and journal went apart, and lets the user choose: %s', async (choice) => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    // Work that never reached the journal, while another host went on.
    const offline = await startOn(folder, profile);
    await offline.openProject(projectId);
    folder.failing.set('journal.append', 'failed');
    await addCode(offline, 'hier');
    offline.kill(folder);
    folder.failing.clear();
    const other = await startOn(folder, new Profile(), 'electron');
    await other.openProject(projectId);
    await addCode(other, 'elders');
    await addCode(other, 'elders ook');
    await saved(other);
    other.kill(folder);

    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    const [found] = window.useWorkbench.getState().recovery;
    expect(found?.kind).toBe('diverged');
    if (found) await window.resolveRecovery(found, choice);
    const added = (names: Iterable<{ name: string }>) => [...names].map(({ name }) => name).slice(4);
    const chosen = choice === 'keep-store' ? ['hier'] : ['elders', 'elders ook'];
    const left = choice === 'keep-store' ? ['elders', 'elders ook'] : ['hier'];
    expect(window.project().projectId).toBe(projectId);
    expect(added(window.project().state.codes.values())).toEqual(chosen);
    await saved(window);
    expect(added(folder.state(projectId).codes.values())).toEqual(chosen);
    const copy = window.useWorkbench.getState().projects.find((project) => project.id !== projectId);
    expect(copy?.name).toContain('Veerdienst (versie van');
    if (copy) await window.openProject(copy.id);
    expect(added(window.project().state.codes.values())).toEqual(left);
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
    await window.openProject(projectId);
    await window.undo();
    expect(added(window.project().state.codes.values())).toEqual(chosen.slice(0, -1));
  });

  it('takes a text that was damaged in the store from the data folder, and mends the store', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId, state } = await workedIn(folder, profile);
    const sha256 = [...state.documents.values()][0]?.contentSha256;
    const window = await startOn(folder, profile);
    await change(projectId, ['blobs'], (transaction) => transaction.objectStore('blobs').put({ sha256, bytes: new Uint8Array([1]) }));
    await window.openProject(projectId);
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
    folder.blobs.clear();
    await window.openProject(projectId);
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
  });

  it('puts files back that the data folder lost and this store has', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    const before = folder.blobs.get(projectId);
    folder.blobs.clear();
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    expect(folder.blobs.get(projectId)).toEqual(before);
    expect(window.notices()).toEqual([]);
    folder.blobs.clear();
    const made = await window.makeSnapshot(projectId);
    expect(made.ok && (await window.openSnapshot(made.value.id))).toMatchObject({ ok: true });
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
  });

  it('opens with everything else, and says which text is missing, when neither side has it', async () => {
    const folder = new MemoryFolder();
    const { projectId, state } = await workedIn(folder, new Profile());
    folder.blobs.set(projectId, new Map<Sha256, Uint8Array>());
    const window = await startOn(folder, new Profile(), 'electron');
    await window.openProject(projectId);
    const [document] = state.documents.values();
    if (!document) throw new Error('no document');
    expect(window.notices()).toEqual(['notice.text-missing', 'notice.orphans', 'notice.restored']);
    expect(window.useNotices.getState()[0]).toMatchObject({ kind: 'problem', values: { name: document.name } });
    expect(window.project().state).toEqual(state);
    expect(window.project().verification).toMatchObject({ verified: 0, total: 3 });
    // What does not need the text can still be done.
    expect(await window.commit((project) => planEditDocument(project.state, document.id, { name: 'Zonder tekst' }))).toMatchObject({ ok: true });
    expect(await window.saveProjectFile()).toMatchObject({ ok: true });
    expect(await window.exportAs('frequencies')).toMatchObject({ ok: false, problem: { code: 'export-lacks-text', values: { name: 'Zonder tekst' } } });
    await window.commit((project) => planDeleteDocument(project.state, project.contents, document.id));
    expect(await window.exportAs('dataset')).toMatchObject({ ok: true });
  });

  it('sends work to the journal though a file of it is damaged in the store', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    folder.failing.set('blobs.missing', 'failed');
    await withDocument(window);
    const { projectId, state } = window.project();
    const sha256 = [...state.documents.values()][0]?.sourceSha256;
    await change(projectId, ['blobs'], (transaction) => transaction.objectStore('blobs').put({ sha256, bytes: new Uint8Array([1]) }));
    folder.failing.clear();
    await window.runtime.session?.outbox?.flush();
    await saved(window);
    expect(folder.state(projectId).documents.size).toBe(1);
    await window.openProject(projectId);
    expect(window.notices()[0]).toBe('notice.original-missing');
  });

  it('writes the journal anew that was taken away under it', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    const { projectId } = window.project();
    folder.journals.delete(projectId);
    await tag(window, 0);
    await vi.waitUntil(() => folder.journals.has(projectId) && window.project().saving.kind === 'saved', { timeout: 10_000 });
    expect(folder.state(projectId).codings.size).toBe(1);
    expect(window.notices()).toContain('notice.journal-renewed');
  });
});

/** Opens a project's database as the browser has it, without the store. */
async function raw(projectId: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`hoorwerk-project-${projectId}`);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

async function change(projectId: string, tables: string[], work: (transaction: IDBTransaction) => void): Promise<void> {
  const db = await raw(projectId);
  await new Promise((resolve, reject) => {
    const transaction = db.transaction(tables, 'readwrite');
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
    work(transaction);
  });
  db.close();
}

const breakTable = (projectId: string) => change(projectId, ['codings'], (transaction) => transaction.objectStore('codings').clear());

/** As a store that lost the end of its log: records are left as they are. */
const rewind = (projectId: string, seq: number) => change(projectId, ['history', 'meta'], (transaction) => {
  transaction.objectStore('history').delete(IDBKeyRange.lowerBound(seq, true));
  const history = transaction.objectStore('history').get(seq);
  history.addEventListener('success', () => {
    transaction.objectStore('meta').put({ seq, id: history.result.id }, 'head');
  });
});

/** The journal's last line can no longer be read. */
function tear(folder: MemoryFolder, projectId: Parameters<MemoryFolder['state']>[0]): void {
  folder.journals.set(projectId, (folder.journals.get(projectId) ?? []).slice(0, -1));
  folder.damage.set(projectId, 'the last line is cut');
}
