import { describe, expect, it } from 'vitest';
import { hostCalls, type HostServices } from '../../../schemas/host.ts';
import { createDispatcher } from '../../../main/services/dispatch.ts';
import { HostFailure } from '../../../main/services/host-failure.ts';
import { projectId } from '../invented-work.ts';
import { openTestServices } from '../services/open-test-services.ts';

async function dispatcher(changed: Partial<HostServices>, writer: string | null = null) {
  const { services } = await openTestServices();
  const logged: string[] = [];
  const refuse = async () => { throw new HostFailure('not-available', 'no dialogs here'); };
  const calls = { ...services.calls, 'host.language': async () => ({}), 'files.open': refuse, 'files.read': refuse, 'files.save': refuse, 'snapshots.show': async () => false, ...changed };
  const made = createDispatcher(calls, { isWriter: (windowId) => windowId === writer }, (line) => logged.push(line));
  return { ...made, answer: (name: unknown, args: unknown, windowId: string | null = null) => made.answer(name, args, windowId), logged };
}

describe('the dispatcher', () => {
  it('has every call of the contract', async () => {
    const { answer } = await dispatcher({});
    for (const name of Object.keys(hostCalls)) {
      expect(await answer(name, { wrong: true })).toMatchObject({ ok: false, problem: { code: 'bad-call', message: expect.stringContaining(name) } });
    }
  });

  it.each([null, undefined, 7, {}, 'constructor', '__proto__', 'host.info '])('knows no call %j', async (name) => {
    expect(await (await dispatcher({})).answer(name, {})).toMatchObject({ ok: false, problem: { code: 'bad-call' } });
  });

  it.each([
    ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EROFS', 'read-only'], ['EACCES', 'read-only'], ['EIO', 'failed'],
  ])('tells the system\'s %s as %s', async (code, told) => {
    const { answer } = await dispatcher({ 'copies.list': async () => { throw Object.assign(new Error('of the system'), { code }); } });
    expect(await answer('copies.list', {})).toEqual({ ok: false, problem: { code: told, message: 'of the system' } });
  });

  it('hears calls that write from the window with the lease alone', async () => {
    const { answer } = await dispatcher({ 'snapshots.make': async () => { throw new HostFailure('not-found', 'it was heard'); } }, 'a');
    const code = async (windowId: string | null) => (await answer('snapshots.make', { projectId }, windowId) as { problem: { code: string } }).problem.code;
    expect(await Promise.all(['a', 'b', null].map(code))).toEqual(['not-found', 'read-only', 'read-only']);
    expect(await answer('host.info', {}, 'b')).toMatchObject({ ok: true });
  });

  it('lets out no result that is not as the contract says, and logs it', async () => {
    const { answer, logged } = await dispatcher({ 'copies.list': async () => [{ copyId: 'wrong' }] as never });
    expect(await answer('copies.list', {})).toMatchObject({ ok: false, problem: { code: 'failed' } });
    expect(logged.join('\n')).toContain('copies.list');
  });

  it('waits for what runs when it settles, and takes nothing more', async () => {
    let finish = () => {};
    const { answer, settle } = await dispatcher({ 'copies.list': () => new Promise((resolve) => { finish = () => resolve([]); }) });
    const running = answer('copies.list', {});
    let settled = false;
    const settling = settle().then(() => { settled = true; return null; });
    expect(await answer('host.info', {})).toMatchObject({ ok: false, problem: { code: 'not-available' } });
    expect(settled).toBe(false);
    finish();
    await settling;
    expect(await running).toEqual({ ok: true, value: [] });
  });
});
