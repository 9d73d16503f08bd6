import { describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../schemas/host.ts';
import { bridgeOf, electronHost, type Bridge } from '../../../renderer/host/electron-host.ts';
import { HostError } from '../../../renderer/host/host.ts';

/** A bridge whose other end answers from a list. */
function bridge(answers: Record<string, unknown>) {
  const asked: [string, unknown][] = [];
  const listeners = new Set<(event: unknown) => void>();
  const made: Bridge = {
    async call(name, args) {
      asked.push([name, args]);
      return answers[name];
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { made, asked, tell: (event: unknown) => { for (const listener of listeners) listener(event); } };
}

describe('The host in Electron', () => {
  it('is there only where the preload script put its bridge', () => {
    const { made } = bridge({});
    expect(bridgeOf({ hoorwerk: made })).toBe(made);
    expect(bridgeOf({})).toBeNull();
    expect(bridgeOf({ hoorwerk: { call: 'no' } })).toBeNull();
  });

  it('opens files by tokens and reads each when it is asked for', async () => {
    const { made, asked } = bridge({
      'files.open': { ok: true, value: [{ token: 't1', name: 'verslag.txt', folder: 'zaak', kind: 'file', size: 2 }] },
      'files.read': { ok: true, value: { name: 'verslag.txt', bytes: new Uint8Array([1, 2]) } },
    });
    const [file] = await electronHost(made).openFiles('document', 'folder') ?? [];
    expect(file).toMatchObject({ name: 'verslag.txt', folder: 'zaak', kind: 'file', size: 2 });
    expect(asked).toEqual([['files.open', { purpose: 'document', what: 'folder' }]]);
    expect(await file?.read()).toEqual(new Uint8Array([1, 2]));
    expect(asked.at(-1)).toEqual(['files.read', { token: 't1' }]);
  });

  it('makes a problem of the host an error with its code', async () => {
    const host = electronHost(bridge({ 'projects.list': { ok: false, problem: { code: 'disk-full', message: 'no room' } } }).made);
    const failed = await host.call('projects.list', {}).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(HostError);
    expect(failed).toMatchObject({ problem: { code: 'disk-full' } });
  });

  it.each([['no envelope', undefined], ['a result of another shape', { ok: true, value: [{ id: 'x' }] }]])('refuses %s', async (_, answer) => {
    const host = electronHost(bridge({ 'projects.list': answer }).made);
    await expect(host.call('projects.list', {})).rejects.toMatchObject({ problem: { code: 'bad-call' } });
  });

  it('does not send arguments that the contract does not have', async () => {
    const { made, asked } = bridge({});
    await expect(electronHost(made).call('lease.take', { windowId: 'no uuid' })).rejects.toThrow('windowId');
    expect(asked).toEqual([]);
  });

  it('passes on events, and those only', () => {
    const { made, tell } = bridge({});
    const heard: HostEvent[] = [];
    const stop = electronHost(made).onEvent((event) => heard.push(event));
    tell({ kind: 'lease', writer: true });
    tell({ kind: 'gossip' });
    stop();
    tell({ kind: 'lease', writer: false });
    expect(heard).toEqual([{ kind: 'lease', writer: true }]);
  });
});
