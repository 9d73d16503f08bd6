import { describe, expect, it } from 'vitest';
import { documentBytes, readingOf } from '../invented-hearing.ts';
import { fileOf, memoryHost, MemoryFolder, type MemoryDialogs } from '../memory-host.ts';
import { openWindow, Profile, saved, startOn, type Window } from '../window.ts';
import { addCode, tag, withDocument, workedIn } from './work.ts';

/** A window of another computer, whose dialogs can be seen. */
async function elsewhere(): Promise<{ window: Window; dialogs: MemoryDialogs }> {
  let dialogs: MemoryDialogs = { toOpen: [], saved: [] };
  const window = await openWindow(new Profile(), (refuse) => {
    const host = memoryHost(new MemoryFolder(), refuse);
    ({ dialogs } = host);
    return host;
  });
  await window.startWorkbench();
  await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
  return { window, dialogs };
}

/** One project in two stages, as two files. */
async function twoFiles() {
  const { window, dialogs } = await elsewhere();
  await withDocument(window);
  await tag(window, 0);
  await window.saveProjectFile();
  await tag(window, 6);
  await window.saveProjectFile();
  const [older, newer] = dialogs.saved.map(({ name, bytes }) => fileOf(name, bytes));
  if (!older || !newer) throw new Error('nothing was saved');
  return { older, newer, projectId: window.project().projectId };
}

describe('A project file', () => {
  it('brings the whole project to another computer', async () => {
    const { newer, projectId } = await twoFiles();
    const { window } = await elsewhere();
    await window.openProjectFile(newer);
    expect(newer.name).toBe('Veerdienst.hoorwerk');
    expect(window.project()).toMatchObject({ projectId, verification: { verified: 2, total: 2 } });
    await saved(window);
    await window.undo();
    expect(window.project().state.codings.size).toBe(1);
  });

  it('of a project that is here and further is not read over it', async () => {
    const { older, newer, projectId } = await twoFiles();
    const { window } = await elsewhere();
    await window.openProjectFile(newer);
    await addCode(window, 'eigen werk');
    await window.openProjectFile(older);
    expect(window.project().projectId).toBe(projectId);
    expect(window.project().state.codes.size).toBe(5);
    expect(window.notices()).toEqual(['notice.already-open']);
  });

  it('that goes on from the project that is here brings it forward', async () => {
    const { older, newer, projectId } = await twoFiles();
    const { window } = await elsewhere();
    await window.openProjectFile(older);
    await window.openProjectFile(newer);
    expect(window.project().projectId).toBe(projectId);
    expect(window.project().state.codings.size).toBe(2);
    expect(window.notices()).toEqual(['notice.file-brought-forward']);
    await saved(window);
  });

  it('that went apart from the project that is here opens as a copy', async () => {
    const { older, newer, projectId } = await twoFiles();
    const { window } = await elsewhere();
    await window.openProjectFile(older);
    await addCode(window, 'eigen werk');
    await window.openProjectFile(newer);
    expect(window.project().projectId).not.toBe(projectId);
    expect(window.project().state.project?.name).toContain('Veerdienst (uit bestand');
    expect(window.project().state.codings.size).toBe(2);
    expect(window.notices()).toEqual(['notice.opened-as-copy']);
    await window.openProject(projectId);
    expect(window.project().state.codes.size).toBe(5);
  });

  it.each([
    ['that is cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 200), 'problem.project-damaged'],
    ['that is something else', () => new TextEncoder().encode('niets'), 'problem.not-a-project'],
  ])('%s is refused, and nothing is half-written', async (_, spoil, words) => {
    const { newer } = await twoFiles();
    const { window } = await elsewhere();
    const bytes = spoil(await newer.read());
    expect((await window.openProjectFile(fileOf('kapot.hoorwerk', bytes))).ok).toBe(false);
    expect(window.notices()).toEqual([words]);
    expect(window.useWorkbench.getState().projects).toEqual([]);
    expect(await indexedDB.databases()).toEqual([expect.objectContaining({ name: 'hoorwerk-catalogue' })]);
  });

  it('is not asked for twice when the user cancels', async () => {
    const { window } = await elsewhere();
    expect(await window.openProjectFile()).toEqual({ ok: true, value: null });
    expect(window.notices()).toEqual([]);
  });
});

describe('A snapshot', () => {
  it('opens beside the project that it was made of', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    const made = await window.makeSnapshot(projectId);
    await tag(window, 30);
    if (made.ok) await window.openSnapshot(made.value.id);
    expect(window.project().projectId).not.toBe(projectId);
    expect(window.project().state.project?.name).toContain('Veerdienst (momentopname');
    expect(window.project().state.codings.size).toBe(3);
    await window.openProject(projectId);
    expect(window.project().state.codings.size).toBe(4);
  });
});

describe('A document', () => {
  it('is read for review, and taken in only when that is accepted', async () => {
    const { window, dialogs } = await elsewhere();
    await window.createProject({ name: 'Veerdienst' });
    dialogs.toOpen.push(fileOf('verslag-1.txt', documentBytes()));
    const [file] = await window.chooseDocuments('several') ?? [];
    if (!file) throw new Error('not chosen');
    const read = await window.readDocumentFile(file);
    expect(window.project().state.documents.size).toBe(0);
    if (!read.ok || !read.value) throw new Error('not read');
    const accepted = await window.acceptReading(read.value.reading, read.value.bytes);
    expect(accepted).toEqual({ ok: true, value: read.value.reading.document.id });
    expect(window.useTasks.getState()).toEqual([]);
  });

  it('that was changed in the review is named by what it says now', async () => {
    const { window } = await elsewhere();
    await window.createProject({ name: 'Veerdienst' });
    const { reading, bytes } = await readingOf();
    const [first, ...rest] = reading.content.blocks;
    if (!first) throw new Error('no blocks');
    const content = { ...reading.content, blocks: [{ ...first, text: `${first.text} (verbeterd)`, sourceMap: [] }, ...rest] };
    const accepted = await window.acceptReading({ ...reading, content }, bytes);
    expect(accepted.ok).toBe(true);
    await saved(window);
    const { projectId, state } = window.project();
    const [document] = state.documents.values();
    expect(document?.contentSha256).not.toBe(reading.document.contentSha256);
    expect(document?.characters).toBe(reading.document.characters + ' (verbeterd)'.length);
    await window.closeProject();
    await window.openProject(projectId);
    expect(window.project().contents.get(document?.contentSha256 ?? ('' as never))).toEqual(content);
  });

  it('that can not be read is refused in words that help', async () => {
    const { window } = await elsewhere();
    await window.createProject({ name: 'Veerdienst' });
    expect((await window.readDocumentFile(fileOf('leeg.txt', new Uint8Array()))).ok).toBe(false);
    expect(window.notices()).toEqual(['problem.empty-file']);
  });
});

describe('An export', () => {
  it('is saved under the name of the project, and says where', async () => {
    const { window, dialogs } = await elsewhere();
    await withDocument(window);
    await tag(window, 0);
    expect(await window.exportAs('frequencies')).toMatchObject({ ok: true, value: { where: expect.stringContaining('Veerdienst') } });
    expect(dialogs.saved[0]?.bytes.length).toBeGreaterThan(0);
    expect(window.notices()).toEqual(['notice.exported']);
    expect(await window.exportAs('nergens')).toMatchObject({ ok: false, problem: { code: 'unknown-format' } });
  });
});
