import { readdir, readFile, writeFile } from 'node:fs/promises';
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
