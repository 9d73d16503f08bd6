import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryFolder } from '../memory-host.ts';
import { openOn, Profile, saved, startOn } from '../window.ts';
import { addCode, tag, withDocument, workedIn } from './work.ts';

afterEach(() => vi.useRealTimers());

describe('A second window', () => {
  it('reads what the first one writes, and says why it can not write', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    const first = await startOn(folder, profile);
    await first.openProject(projectId);
    const second = await startOn(folder, profile);
    await second.openProject(projectId);
    expect(second.project()).toMatchObject({ readOnly: 'other-window', verification: { verified: 3, total: 3 } });
    expect(await tag(second, 30)).toMatchObject({ ok: false, problem: { code: 'read-only-other-window' } });
    expect(second.notices()).toEqual(['problem.read-only-other-window']);
    expect((await tag(first, 30)).ok).toBe(true);
  });

  it('goes on where the first one was, once that is closed', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    const first = await startOn(folder, profile);
    await first.openProject(projectId);
    const second = await startOn(folder, profile);
    await second.openProject(projectId);
    await tag(first, 30);
    await saved(first);
    first.kill(folder);
    await vi.waitUntil(() => second.project().readOnly === null, { timeout: 5000 });
    expect(second.project().state.codings.size).toBe(4);
    expect((await tag(second, 36)).ok).toBe(true);
    await saved(second);
    expect(folder.state(projectId).codings.size).toBe(5);
  });

  it('of another browser shows the journal without a store of its own', async () => {
    const folder = new MemoryFolder();
    const { projectId, state } = await workedIn(folder, new Profile());
    const first = await startOn(folder, new Profile(), 'electron');
    await first.openProject(projectId);
    const second = await startOn(folder, new Profile());
    await second.openProject(projectId);
    expect(second.project().state.codings).toEqual(state.codings);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['hoorwerk-catalogue']);
  });

  it('never writes into a store that another one moved on', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    const first = await startOn(folder, profile);
    await first.openProject(projectId);
    // A window whose connection broke for a while may still think that it writes.
    folder.closeWindow(first.host.windowId);
    const second = await startOn(folder, profile);
    await second.openProject(projectId);
    await addCode(second, 'tweede');
    await saved(second);
    const late = await addCode(first, 'eerste');
    expect(late).toMatchObject({ ok: false, problem: { code: 'store-moved', values: { count: 1 } } });
    await vi.waitUntil(() => first.useWorkbench.getState().project?.state.codes.size === 5, { timeout: 5000 });
    expect([...first.project().state.codes.values()].map(({ name }) => name)).toContain('tweede');
  });
});

describe('The data folder', () => {
  it('that another program holds can only be read', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    folder.holdsFolder = false;
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    expect(window.project().readOnly).toBe('other-program');
  });

  it('can be written again, by itself, once the other program let go of it', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    folder.holdsFolder = false;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    folder.holdsFolder = true;
    await vi.advanceTimersByTimeAsync(31_000);
    vi.useRealTimers();
    await vi.waitUntil(() => window.project().readOnly === null, { timeout: 5000 });
    expect((await tag(window, 30)).ok).toBe(true);
    await saved(window);
  });

  it('is written again, by itself, once there is room on the disk', async () => {
    const folder = new MemoryFolder();
    const profile = new Profile();
    const { projectId } = await workedIn(folder, profile);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    folder.freeBytes = 150_000_000;
    const window = await startOn(folder, profile);
    await window.openProject(projectId);
    expect(window.project().readOnly).toBe('disk-low');
    folder.freeBytes = 5_000_000_000;
    await vi.advanceTimersByTimeAsync(31_000);
    vi.useRealTimers();
    await vi.waitUntil(() => window.project().readOnly === null, { timeout: 5000 });
    expect((await tag(window, 30)).ok).toBe(true);
    await saved(window);
  });

  it('on a disk that is getting full is warned of below 500 MB, and only read below 200 MB', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    const { projectId } = window.project();
    folder.freeBytes = 450_000_000;
    await window.openProject(projectId);
    expect(window.useNotices.getState()).toMatchObject([{ key: 'notice.disk-warning', values: { megabytes: 450 } }]);
    expect((await tag(window, 0)).ok).toBe(true);
    folder.freeBytes = 150_000_000;
    await window.openProject(projectId);
    expect(window.project().readOnly).toBe('disk-low');
    expect(await tag(window, 6)).toMatchObject({ ok: false, problem: { code: 'read-only-disk-low' } });
    folder.freeBytes = 5_000_000_000;
    await window.openProject(projectId);
    expect(window.project().readOnly).toBeNull();
  });

  it('that can not be reached is tried again by itself, less and less often', async () => {
    const folder = new MemoryFolder();
    const window = await startOn(folder, new Profile());
    await withDocument(window);
    await saved(window);
    folder.failing.set('journal.append', 'failed');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await tag(window, 0);
    await window.runtime.session?.outbox?.flush();
    const tries = () => folder.asked.filter((call) => call === 'journal.append').length;
    const before = tries();
    await vi.advanceTimersByTimeAsync(2000);
    expect(tries()).toBe(before + 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toBeLessThan(before + 8);
    folder.failing.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await saved(window);
    expect(window.notices()).toEqual(['notice.journal-again', 'problem.failed']);
  });
});

describe('The start', () => {
  it('says why it can not, and can be tried again', async () => {
    const folder = new MemoryFolder();
    folder.failing.set('host.info', 'no-session');
    const window = await openOn(folder, new Profile());
    await window.startWorkbench();
    expect(window.useWorkbench.getState()).toMatchObject({ phase: 'failed', problem: { code: 'no-session' } });
    folder.failing.clear();
    await window.startWorkbench();
    expect(window.useWorkbench.getState()).toMatchObject({ phase: 'coder', problem: null });
  });
});
