import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostProblemSchema, type HostArgs, type HostCall, type HostResult, type HostServices } from '../../../schemas/host.ts';
import { decodeFrame, encodeFrame } from '../../../app/host-wire.ts';
import { createDispatcher } from '../../../main/services/dispatch.ts';
import { HostFailure } from '../../../main/services/host-failure.ts';
import { openServices, type Services } from '../../../main/services/services.ts';
import type { Host } from '../../../renderer/host/host.ts';
import { temporaryFolder } from '../../main/temporary-folder.ts';
import { openWindow, Profile, saved, type HostMaker, type Window } from '../window.ts';
import { addCode, tag, withDocument } from './work.ts';

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: hostProblemSchema }),
]);

/** A window's host over the services that both hosts have, through the frames in which the local host talks. */
function hostOver(services: Services, kind: Host['kind']): HostMaker {
  const none = async () => { throw new HostFailure('not-available', 'no dialogs here'); };
  const calls: HostServices = { ...services.calls, 'host.language': async () => ({}), 'files.open': none, 'files.read': none, 'files.save': none, 'snapshots.show': async () => false };
  const dispatcher = createDispatcher(calls, services.leases, () => {});
  const throughFrame = (value: unknown) => {
    const framed = decodeFrame(encodeFrame(value));
    if (!framed.ok) throw new Error(framed.problem.message);
    return framed.value;
  };
  const windowId = crypto.randomUUID();
  return (refuse) => {
    const call = async <C extends HostCall>(name: C, args: HostArgs<C>): Promise<HostResult<C>> => {
      const answer = answerSchema.parse(throughFrame(await dispatcher.answer(name, throughFrame(args), windowId)));
      if (!answer.ok) throw refuse(answer.problem.code, answer.problem.message);
      return answer.value as HostResult<C>;
    };
    return {
      kind, windowId, call, info: () => call('host.info', {}),
      openFiles: async () => null, saveFile: async () => null, onEvent: () => () => {},
    };
  };
}

let folder: string;
let services: Services | null = null;
beforeEach(async () => { folder = await temporaryFolder(); });
afterEach(async () => { await services?.close(); services = null; });

/** A run of the program on the data folder, and a window in it with the project open, if there is one. */
async function run(profile: Profile, kind: Host['kind'] = 'browser'): Promise<Window> {
  await services?.close();
  services = await openServices({ folder, version: '0.0.0', locale: 'nl-NL', host: kind, log: () => {}, freeBytes: async () => 10_000_000_000 });
  const window = await openWindow(profile, hostOver(services, kind));
  await window.startWorkbench();
  await window.recoverAll();
  if (window.useWorkbench.getState().phase === 'coder') await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
  const [project] = window.useWorkbench.getState().projects;
  if (project) await window.openProject(project.id);
  return window;
}

async function leave(window: Window): Promise<void> {
  await window.closeProject();
  window.runtime.catalogue?.close();
}

const records = ({ state }: ReturnType<Window['project']>) => ({ seq: state.seq, codes: state.codes, codings: state.codings, documents: state.documents });

async function journalFile(): Promise<string> {
  const [project] = await readdir(path.join(folder, 'projects'));
  return path.join(folder, 'projects', project ?? '', 'journal.ndjson');
}

describe('On a real data folder', () => {
  it('work goes on in the other host, and comes back after the browser lost its store', async () => {
    const browser = new Profile();
    const first = await run(browser);
    await withDocument(first);
    await tag(first, 0);
    await tag(first, 12, 9, 2);
    await saved(first);
    await leave(first);

    const electron = await run(new Profile(), 'electron');
    expect(electron.project().state.codings.size).toBe(2);
    await addCode(electron, 'vaartijden');
    await saved(electron);
    const expected = records(electron.project());
    await leave(electron);

    browser.wipe();
    const again = await run(browser);
    expect(again.notices()).toContain('notice.recovered');
    expect(records(again.project())).toEqual(expected);
    expect(again.project().verification).toEqual({ verified: 2, total: 2, orphans: [] });
    await leave(again);
  });

  it('a damaged last line of the journal is made good from the store', async () => {
    const profile = new Profile();
    const first = await run(profile);
    await withDocument(first);
    await tag(first, 0);
    await saved(first);
    const expected = records(first.project());
    await leave(first);
    await services?.close();
    services = null;
    const bytes = await readFile(await journalFile());
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    await writeFile(await journalFile(), bytes);

    const window = await run(profile);
    expect(window.notices()).toContain('notice.journal-torn');
    expect(records(window.project())).toEqual(expected);
    await saved(window);
    await leave(window);
    const after = await run(new Profile(), 'electron');
    expect(records(after.project())).toEqual(expected);
    await leave(after);
  });

  it('a snapshot that the host made opens beside the project', async () => {
    const window = await run(new Profile());
    await withDocument(window);
    await tag(window, 0);
    const made = await window.makeSnapshot(window.project().projectId);
    await tag(window, 6);
    if (!made.ok) throw new Error(made.problem.message);
    await window.openSnapshot(made.value.id);
    expect(window.project().state.codings.size).toBe(1);
    expect(window.project().state.project?.name).toContain('momentopname');
    await saved(window);
    expect(window.useWorkbench.getState().projects).toHaveLength(2);
    await leave(window);
  });
});

describe('A damaged data folder', () => {
  /** Four codings; snapshots after the first, and at the end. As after a crash: the store's profile is gone. */
  async function damagedAfter(): Promise<{ expected: ReturnType<typeof records>; snapshots: string[] }> {
    const window = await run(new Profile());
    await withDocument(window);
    await tag(window, 0);
    const { projectId } = window.project();
    const snapshots: string[] = [];
    for (const at of [6, 12, 18]) {
      await saved(window);
      const made = await window.makeSnapshot(projectId);
      if (made.ok) snapshots.push(made.value.where);
      await tag(window, at);
    }
    await saved(window);
    const expected = records(window.project());
    await leave(window);
    await services?.close();
    services = null;
    const all = path.join(folder, 'snapshots', projectId);
    for (const name of await readdir(all)) if (!snapshots.includes(path.join(all, name)) && name.endsWith('.hoorwerk')) await rm(path.join(all, name));
    return { expected, snapshots };
  }

  /** Flips a bit in the line of that change. */
  async function spoilLine(seq: number): Promise<void> {
    const lines = (await readFile(await journalFile(), 'utf8')).split('\n');
    lines[seq] = (lines[seq] ?? '').replace('"seq"', '"sep"');
    await writeFile(await journalFile(), lines.join('\n'));
  }

  async function started(profile: Profile): Promise<Window> {
    services = await openServices({ folder, version: '0.0.0', locale: 'nl-NL', host: 'browser', log: () => {}, freeBytes: async () => 10_000_000_000 });
    const window = await openWindow(profile, hostOver(services, 'browser'));
    await window.startWorkbench();
    return window;
  }

  async function recovered(window: Window): Promise<Window> {
    await window.recoverAll();
    if (window.useWorkbench.getState().phase === 'coder') await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
    const [project] = window.useWorkbench.getState().projects;
    if (project) await window.openProject(project.id);
    return window;
  }

  it('gives all of it back where the journal is damaged in the middle and the profile is gone, and says from what', async () => {
    const { expected } = await damagedAfter();
    await spoilLine(3);
    const window = await started(new Profile());
    const [found] = window.useWorkbench.getState().recovery;
    expect(found).toMatchObject({ journal: { head: { seq: 2 } }, rescue: { fromSnapshots: 1, fromJournal: 3, head: { seq: expected.seq } }, missing: null });
    expect(window.useWorkbench.getState().phase).toBe('recovery');
    await recovered(window);
    expect(records(window.project())).toEqual(expected);
    expect(window.project().verification).toEqual({ verified: 4, total: 4, orphans: [] });
    expect(window.notices()).toEqual(['notice.recovered']);
    await leave(window);
  });

  it('says how many changes are missing, and since when, where nothing reaches the last one', async () => {
    const { expected } = await damagedAfter();
    await spoilLine(expected.seq - 1);
    await spoilLine(expected.seq);
    const window = await started(new Profile());
    const [found] = window.useWorkbench.getState().recovery;
    expect(found?.missing).toMatchObject({ count: 1, since: expect.any(String) });
    await recovered(window);
    expect(window.project().state.codings.size).toBe(3);
    expect(window.notices()).toContain('notice.recovered-part');
    await leave(window);
    // Having been told, the user is not stopped again.
    await services?.close();
    const again = await started(new Profile());
    await recovered(again);
    expect(again.project().state.codings.size).toBe(3);
    await leave(again);
  });

  it('stops though the sentinel is lost too: lines behind the damage are seen', async () => {
    const { expected, snapshots } = await damagedAfter();
    for (const file of snapshots) await rm(file);
    await rm(path.join(folder, 'copies.json'));
    await spoilLine(3);
    const window = await started(new Profile());
    if (window.useWorkbench.getState().phase === 'coder') await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
    const [project] = window.useWorkbench.getState().projects;
    if (project) await window.openProject(project.id);
    expect(window.useWorkbench.getState().recovery).toMatchObject([{ kind: 'journal-damaged', missing: { count: expected.seq - 2 } }]);
    window.runtime.catalogue?.close();
  });

  it('gives back what a snapshot has where the whole journal is gone', async () => {
    await damagedAfter();
    await rm(path.dirname(await journalFile()), { recursive: true });
    const window = await started(new Profile());
    expect(window.useWorkbench.getState().recovery).toMatchObject([{ journal: { head: { seq: 0 } }, rescue: { fromSnapshots: 5 }, missing: { count: 1 } }]);
    await recovered(window);
    expect(window.project().verification).toEqual({ verified: 3, total: 3, orphans: [] });
    await leave(window);
  });

  it('takes what only the store has together with what stands behind the damage', async () => {
    const profile = new Profile();
    const first = await run(profile);
    await withDocument(first);
    await tag(first, 0);
    await saved(first);
    await leave(first);
    const other = await run(new Profile(), 'electron');
    await tag(other, 6);
    await tag(other, 12);
    await saved(other);
    const expected = records(other.project());
    await leave(other);
    await services?.close();
    services = null;
    const snapshots = path.join(folder, 'snapshots');
    await rm(snapshots, { recursive: true });
    await spoilLine(2);
    const window = await started(profile);
    const [project] = window.useWorkbench.getState().projects;
    if (project) await window.openProject(project.id);
    const [found] = window.useWorkbench.getState().recovery;
    expect(found).toMatchObject({ kind: 'journal-damaged', store: { seq: 3 }, rescue: { fromJournal: 2 }, missing: null });
    if (found) await window.resolveRecovery(found, 'restore');
    expect(records(window.project())).toEqual(expected);
    await saved(window);
    await leave(window);
  });
});
