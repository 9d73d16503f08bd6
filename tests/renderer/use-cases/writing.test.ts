import { describe, expect, it } from 'vitest';
import { planAddCode } from '../../../app/coding/plan-code.ts';
import { readingOf } from '../invented-hearing.ts';
import { MemoryFolder } from '../memory-host.ts';
import { openOn, Profile, saved, startOn } from '../window.ts';
import { tag, withDocument } from './work.ts';

describe('A project', () => {
  it('starts with the four themes, and is saved in store and journal', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await window.createProject({ name: 'Veerdienst' });
    const { projectId, state } = window.project();
    expect([...state.codes.values()].map((code) => code.key)).toEqual([1, 2, 3, 4]);
    await saved(window);
    expect(folder.head(projectId)).toEqual({ seq: 1, id: state.head });
    expect(await window.runtime.session?.store?.load()).toMatchObject({ tablesAgree: true, claims: 1 });
  });

  it('shows a tag before it is stored and says saved only after the journal has it', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    const tagging = tag(window, 3);
    expect(window.project().state.codings.size).toBe(1);
    expect(window.project().saving.kind).toBe('saving');
    await tagging;
    await saved(window);
    expect(folder.state(window.project().projectId).codings.size).toBe(1);
    expect(window.project().verification).toEqual({ verified: 1, total: 1, orphans: [] });
  });

  it('keeps fast tags in the order in which they were made', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    const tagged = await Promise.all(Array.from({ length: 25 }, (_, at) => tag(window, at)));
    expect(tagged.every((result) => result.ok)).toBe(true);
    await saved(window);
    const starts = [...folder.state(window.project().projectId).codings.values()].map((coding) => coding.anchor.start);
    expect(starts).toEqual(Array.from({ length: 25 }, (_, at) => at));
  });

  it('corrects the name of who codes on their work, and keeps apart what somebody else does at the same screen', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await tag(window, 0);
    const [first] = window.project().state.coders.keys();
    await window.saveCoderProfile({ name: 'Anna de Boer-Vis', initials: 'ABV' });
    await window.saveCoderProfile({ name: 'Berend Bos', initials: 'BB', someoneElse: true });
    await tag(window, 6);
    const { state } = window.project();
    const coders = [...state.codings.values()].map(({ coderId }) => state.coders.get(coderId)?.name);
    expect(coders).toEqual(['Anna de Boer-Vis', 'Berend Bos']);
    const again = await window.saveCoderProfile({ name: 'Anna de Boer-Vis', initials: 'ABV', someoneElse: true });
    expect(again).toMatchObject({ ok: true, value: { id: first } });
    await saved(window);
    expect(folder.state(window.project().projectId).coders.size).toBe(2);
  });

  it('refuses the same file again and names it', async () => {
    const window = await startOn(new MemoryFolder(), new Profile());
    await withDocument(window);
    const { reading, bytes } = await readingOf();
    const again = await window.acceptReading(reading, bytes);
    expect(again).toMatchObject({ ok: false, problem: { code: 'document-already-there', values: { name: reading.document.name } } });
    expect(window.notices()).toEqual(['problem.document-already-there']);
  });

  it('takes back what the store could not keep, and says how much that was', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    const { store } = window.runtime.session ?? {};
    if (!store) throw new Error('no store');
    const append = store.append.bind(store);
    store.append = async () => ({ ok: false, problem: { code: 'store-failed', message: 'the disk is full' } });
    const tagged = await Promise.all([tag(window, 0), tag(window, 6)]);
    expect(tagged.map((result) => result.ok)).toEqual([false, false]);
    expect(window.project().state.codings.size).toBe(0);
    expect(window.project().saving.kind).toBe('failed');
    expect(window.useNotices.getState()).toMatchObject([{ key: 'problem.store-failed', values: { count: 2 } }]);
    store.append = append;
    expect((await tag(window, 0)).ok).toBe(true);
    await saved(window);
  });

  it('keeps work in the store while the host is gone, and sends it with the next change', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    folder.failing.set('journal.append', 'disk-full');
    expect((await tag(window, 0)).ok).toBe(true);
    await window.runtime.session?.outbox?.flush();
    expect(window.project().saving).toMatchObject({ kind: 'failed', problem: { code: 'disk-full' } });
    expect(window.notices()).toEqual(['problem.disk-full']);
    folder.failing.clear();
    await tag(window, 6);
    await saved(window);
    expect(folder.state(window.project().projectId).codings.size).toBe(2);
  });

  it('finds its own work in the journal when only the answer was lost', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    folder.failing.set('journal.append', 'lost');
    await tag(window, 0);
    await window.runtime.session?.outbox?.flush();
    folder.failing.clear();
    await tag(window, 6);
    await saved(window);
    expect(folder.head(window.project().projectId).seq).toBe(window.project().state.seq);
  });

  it('sends files before the change that refers to them', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    const blobs = folder.blobs.get(window.project().projectId);
    const [document] = window.project().state.documents.values();
    expect([...(blobs?.keys() ?? [])].toSorted()).toEqual([document?.sourceSha256, document?.contentSha256].toSorted());
    expect(folder.asked.lastIndexOf('blobs.put')).toBeLessThan(folder.asked.lastIndexOf('journal.append'));
  });

  it('writes a coder into a project with their first change there, and not before', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const first = await startOn(folder, profile);
    await first.createProject({ name: 'Veerdienst' });
    const { projectId } = first.project();
    await first.closeProject();
    first.kill(folder);
    const second = await openOn(folder, new Profile(), 'electron');
    await second.startWorkbench();
    await second.saveCoderProfile({ name: 'Bo Kant', initials: 'BK' });
    await second.openProject(projectId);
    expect(folder.head(projectId).seq).toBe(1);
    const added = await second.commit((project, { now, newId }) => planAddCode(project.state, { id: newId(), name: 'vaartijden', now }));
    expect(added.ok).toBe(true);
    await saved(second);
    const names = [...folder.state(projectId).coders.values()].map((coder) => coder.name);
    expect(names).toEqual(['Ada Vos', 'Bo Kant']);
  });

  it('makes no change that its own schema would refuse', async () => {
    const window = await startOn(new MemoryFolder(), new Profile());
    await window.createProject({ name: 'Veerdienst' });
    const { state } = window.project();
    const [code] = state.codes.values();
    if (!code) throw new Error('no code');
    const result = await window.commit({
      ok: true, value: { label: { key: 'code.edit', values: {} }, ops: [{ op: 'put', table: 'codes', record: { ...code, color: 'red' } }] },
    });
    expect(result).toMatchObject({ ok: false, problem: { code: 'change-invalid' } });
    expect(window.project().state).toBe(state);
  });
});
