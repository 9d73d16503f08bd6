import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostEvent } from '../../../schemas/host.ts';
import { serveLocally, type LocalHost } from '../../../main/local-host/server.ts';
import { openServices, type Services } from '../../../main/services/services.ts';
import { browserHost } from '../../../renderer/host/browser-host.ts';
import { temporaryFolder } from '../../main/temporary-folder.ts';

let services: Services;
let local: LocalHost;
/** What a tab keeps while it is open. */
let tab: Map<string, string>;

beforeEach(async () => {
  services = await openServices({ folder: temporaryFolder(), version: '1.2.3', locale: 'nl-NL', host: 'browser', log: () => {} });
  local = await serveLocally({ services, files: new Map(), port: 0, version: '1.2.3', log: () => {} });
  tab = new Map();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await local.close();
  await services.close();
});

/** A page at this address, as far as the host looks at it. */
function openPage(address: string): void {
  const { origin, hash, pathname } = new URL(address);
  const place = { hash, pathname, search: '' };
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', { state: null, replaceState: () => { place.hash = ''; } });
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => tab.get(key) ?? null, setItem: (key: string, value: string) => tab.set(key, value) });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, origin), { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), origin } }));
}

describe('The host in a browser', () => {
  it('exchanges the token of the address once, and takes it out of the address', async () => {
    openPage(local.newAddress());
    const host = browserHost();
    expect(await host.info()).toMatchObject({ host: 'browser', version: '1.2.3', holdsFolder: true });
    expect(location.hash).toBe('');
    expect((await host.call('projects.list', {}))).toEqual([]);
  });

  it('goes on with its session after the page was loaded again', async () => {
    openPage(local.newAddress());
    await browserHost().info();
    openPage(`http://127.0.0.1:${local.port}/`);
    expect(await browserHost().info()).toMatchObject({ host: 'browser' });
  });

  it('says that there is no session for an address without a token, or with a used one', async () => {
    const address = local.newAddress();
    openPage(`http://127.0.0.1:${local.port}/`);
    await expect(browserHost().info()).rejects.toMatchObject({ problem: { code: 'no-session' } });
    openPage(address);
    await browserHost().info();
    tab.clear();
    openPage(address);
    await expect(browserHost().info()).rejects.toMatchObject({ problem: { code: 'no-session' } });
  });

  it('says that the host is gone when nobody answers', async () => {
    openPage(local.newAddress());
    const host = browserHost();
    await host.info();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('connection refused')));
    await expect(host.info()).rejects.toMatchObject({ problem: { code: 'host-gone' } });
  });

  it('becomes the writer when the window before it closes', async () => {
    openPage(local.newAddress());
    const first = browserHost();
    expect(await first.call('lease.take', { windowId: first.windowId })).toEqual({ writer: true });
    openPage(local.newAddress());
    const second = browserHost();
    const heard: HostEvent[] = [];
    second.onEvent((event) => heard.push(event));
    expect(await second.call('lease.take', { windowId: second.windowId })).toEqual({ writer: false });
    services.leases.release(first.windowId);
    await vi.waitUntil(() => heard.length > 0, { timeout: 5000 });
    expect(heard).toEqual([{ kind: 'lease', writer: true }]);
  });

  it('carries bytes both ways', async () => {
    openPage(local.newAddress());
    const host = browserHost();
    const projectId = crypto.randomUUID() as never;
    const { sha256 } = await import('../../../app/support/hash.ts');
    const bytes = new Uint8Array([0, 255, 36, 10]);
    await host.call('lease.take', { windowId: host.windowId });
    await host.call('blobs.put', { projectId, sha256: sha256(bytes), bytes });
    expect(await host.call('blobs.get', { projectId, sha256: sha256(bytes) })).toEqual(bytes);
  });
});
