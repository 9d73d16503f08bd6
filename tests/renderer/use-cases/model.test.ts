import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../schemas/ids.ts';
import { planDeleteCodings } from '../../../app/coding/plan-coding.ts';
import { MemoryFolder } from '../memory-host.ts';
import { Profile, saved, startOn, type Window } from '../window.ts';
import { addCode, tag, withDocument } from './work.ts';

/** What may happen in a day's work, and go wrong in it. */
type Event = 'tag' | 'code' | 'delete' | 'undo' | 'redo' | 'host goes' | 'host returns' | 'reopen' | 'restart' | 'kill' | 'wipe' | 'other host';
const event: fc.Arbitrary<Event> = fc.oneof(
  { arbitrary: fc.constantFrom<Event>('tag', 'code', 'delete', 'undo', 'redo'), weight: 3 },
  { arbitrary: fc.constantFrom<Event>('host goes', 'host returns', 'reopen', 'restart', 'kill', 'wipe', 'other host'), weight: 1 },
);

/** A user, their computer, and the project that they work on. */
interface World { folder: MemoryFolder; profiles: Record<'browser' | 'electron', Profile>; kind: 'browser' | 'electron'; window: Window; projectId: ProjectId }

async function begin(): Promise<World> {
  const folder = new MemoryFolder();
  const profiles = { browser: new Profile(), electron: new Profile() };
  const window = await startOn(folder, profiles.browser);
  await withDocument(window);
  await saved(window);
  return { folder, profiles, kind: 'browser', window, projectId: window.project().projectId };
}

/** A new window, and the project open in it, whatever the recovery screen asks on the way. */
async function come(world: World): Promise<void> {
  world.window = await startOn(world.folder, world.profiles[world.kind], world.kind);
  await world.window.recoverAll();
  if (world.window.useWorkbench.getState().phase === 'coder') await world.window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
  await world.window.openProject(world.projectId);
}

async function leave({ window, folder }: World): Promise<void> {
  await window.closeProject();
  window.kill(folder);
}

async function happen(world: World, what: Event, at: number): Promise<void> {
  const { window, folder } = world;
  switch (what) {
    case 'tag': await tag(window, at * 3, 4, at % 4); break;
    case 'code': await addCode(window, `thema ${at}`); break;
    case 'delete':
      await window.commit((project) => planDeleteCodings(project.state, [...project.state.codings.keys()].slice(0, 2)));
      break;
    case 'undo': await window.undo(); break;
    case 'redo': await window.redo(); break;
    case 'host goes': folder.failing.set('journal.append', 'failed'); break;
    case 'host returns': folder.failing.clear(); break;
    case 'reopen': await window.closeProject(); await window.openProject(world.projectId); break;
    case 'restart': await leave(world); await come(world); break;
    case 'kill': window.kill(folder); await come(world); break;
    // Work that never reached the journal is lost with its store, in the model as in the world: so it is sent first.
    case 'wipe': folder.failing.clear(); await leave(world); world.profiles[world.kind].wipe(); await come(world); break;
    case 'other host':
      folder.failing.clear();
      await leave(world);
      world.kind = world.kind === 'browser' ? 'electron' : 'browser';
      await come(world);
      break;
  }
}

describe('Whatever happens in a day of work', () => {
  it('nothing is lost, and screen, store and journal end up saying the same', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
      const world = await begin();
      for (const [at, what] of events.entries()) {
        const before = world.window.project();
        const writes = ['tag', 'code', 'delete', 'undo', 'redo'].includes(what);
        await happen(world, what, at);
        const after = world.window.project();
        // Only work changes the work; the coder may have become known by it.
        const expected = writes ? after : before;
        expect({ ...after.state, coders: null }).toEqual({ ...expected.state, coders: null });
        expect(after.stacks).toEqual(expected.stacks);
        expect(after.verification).toEqual({ verified: after.state.codings.size, total: after.state.codings.size, orphans: [] });
      }
      world.folder.failing.clear();
      await world.window.runtime.session?.outbox?.flush();
      await saved(world.window);
      const { session } = world.window.runtime;
      const stored = await session?.store?.load();
      expect(stored).toMatchObject({ tablesAgree: true });
      expect(stored?.state).toEqual(session?.now.state);
      expect(world.folder.state(world.projectId)).toEqual(session?.now.state);
      expect(world.folder.journals.get(world.projectId)).toEqual(stored?.changes);
      world.window.kill(world.folder);
    }), { numRuns: 12 });
  }, 120_000);
});
