import { describe, expect, it, vi } from 'vitest';
import { skipReason } from '../../../renderer/use-cases/skip-reason.ts';
import { documentBytes } from '../invented-hearing.ts';
import { fileOf, MemoryFolder } from '../memory-host.ts';
import { Profile, saved, startOn, type Window } from '../window.ts';

const text = (words: string) => new TextEncoder().encode(words);

async function begun(): Promise<{ window: Window; folder: MemoryFolder }> {
  const folder = new MemoryFolder();
  const window = await startOn(folder, new Profile());
  await window.createProject({ name: 'Veerdienst' });
  return { window, folder };
}

const items = ({ batch }: Window) => batch.useBatch.getState().items ?? [];
const kinds = (window: Window) => items(window).map(({ state }) => (state.kind === 'skipped' ? state.why : state.kind));
const allRead = (window: Window) => vi.waitUntil(() => items(window).every(({ state }) => !['waiting', 'reading'].includes(state.kind)), { timeout: 20_000, interval: 5 });
const idOf = (window: Window, name: string) => items(window).find(({ file }) => file.name === name)?.id ?? '';

describe('Files that come in together', () => {
  it('are read one by one, each as it is, and nothing of them is stored', async () => {
    const { window } = await begun();
    window.batch.addToBatch([
      fileOf('a.txt', documentBytes(1)), fileOf('leeg.txt', new Uint8Array()), fileOf('b.txt', documentBytes(1)), fileOf('stijl.css', text('p { }')),
      { ...fileOf('weg.txt', new Uint8Array()), read: () => Promise.reject(new (window.HostError)({ code: 'bad-file', message: 'gone' })) },
      fileOf('c.txt', documentBytes(2)), { ...fileOf('groot.txt', text('x')), size: 300 * 1024 * 1024 },
    ]);
    await allRead(window);
    expect(kinds(window)).toEqual(['read', 'refused', 'known', 'unknown', 'refused', 'read', 'refused']);
    const problems = items(window).flatMap(({ state }) => (state.kind === 'refused' ? [state.problem.code] : []));
    expect(problems).toEqual(['empty-file', 'file-unreadable', 'file-too-large']);
    expect(items(window)[2]?.state).toMatchObject({ name: 'a.txt' });
    expect(window.project().state.documents.size).toBe(0);
    expect(window.project().state.seq).toBe(1);
    expect(window.notices()).toEqual([]);
  });

  it('come into the project when they are accepted, each a change of its own, and are known from then on', async () => {
    const { window, folder } = await begun();
    window.batch.addToBatch([fileOf('a.txt', documentBytes(1)), fileOf('c.txt', documentBytes(2)), fileOf('d.txt', documentBytes(3))]);
    await allRead(window);
    await window.batch.acceptItems([idOf(window, 'a.txt'), idOf(window, 'c.txt')]);
    expect(kinds(window)).toEqual(['accepted', 'accepted', 'read']);
    await saved(window);
    expect(folder.state(window.project().projectId).documents.size).toBe(2);
    expect(window.project().stacks.undo.map(({ label }) => label.key)).toEqual(['document.import', 'document.import']);
    window.batch.closeBatch();
    expect(window.batch.useBatch.getState().items).toBeNull();
    window.batch.addToBatch([fileOf('elders.txt', documentBytes(2))]);
    await allRead(window);
    expect(items(window).map(({ state }) => state)).toMatchObject([{ kind: 'known', name: 'Verslag 2' }]);
  });

  it('are marked as taken in when their review was accepted', async () => {
    const { window } = await begun();
    window.batch.addToBatch([fileOf('a.txt', documentBytes(1)), fileOf('b.txt', documentBytes(2))]);
    await allRead(window);
    const [first] = items(window);
    if (first?.state.kind !== 'read') throw new Error('not read');
    await window.acceptReading(first.state.reading, first.state.bytes);
    window.batch.noteAccepted();
    expect(kinds(window)).toEqual(['accepted', 'read']);
  });

  it('are stopped one by one or all at once, and read after all when that is asked', async () => {
    const { window } = await begun();
    window.batch.addToBatch([fileOf('a.txt', documentBytes(1)), fileOf('b.txt', documentBytes(2)), fileOf('stijl.css', text('p { }')), fileOf('.verborgen', text('ja'))]);
    window.batch.stopItem(idOf(window, 'b.txt'));
    window.batch.stopAll();
    await allRead(window);
    expect(kinds(window)).toEqual(['stopped', 'stopped', 'stopped', 'hidden']);
    for (const name of ['b.txt', 'stijl.css', '.verborgen']) window.batch.readAnyway(idOf(window, name));
    await allRead(window);
    expect(kinds(window)).toEqual(['stopped', 'read', 'read', 'read']);
  });

  it('are let go with the project they were for', async () => {
    const { window } = await begun();
    window.batch.addToBatch([fileOf('a.txt', documentBytes(1))]);
    await window.closeProject();
    expect(window.batch.useBatch.getState().items).toBeNull();
  });

  it('are at most two thousand: of more nothing is taken in', async () => {
    const { window } = await begun();
    window.batch.addToBatch(Array.from({ length: 2001 }, (_, at) => fileOf(`${at}.txt`, new Uint8Array())));
    expect(window.batch.useBatch.getState().items).toBeNull();
    expect(window.notices()).toEqual(['problem.too-many-files']);
  });
});

describe('A file that is no document by its name', () => {
  it.each([
    ['verslag.txt', '', 'file', null], ['verslag', 'zaak', 'file', null], ['.DS_Store', 'zaak', 'file', 'hidden'], ['~$verslag.docx', '', 'file', 'hidden'],
    ['Thumbs.db', 'zaak', 'file', 'hidden'], ['a.txt', 'zaak/.git', 'file', 'hidden'], ['.git', 'zaak', 'closed', 'hidden'], ['leeg', 'zaak', 'empty', 'empty-folder'],
    ['elders', 'zaak', 'closed', 'closed-folder'], ['Studie.HOORWERK', '', 'file', 'project'],
  ] as const)('%s in %j (%s): %s', (name, folder, kind, why) => {
    expect(skipReason({ name, folder, kind })).toBe(why);
  });
});
