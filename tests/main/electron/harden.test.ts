import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const app = Object.assign(new EventEmitter(), { enableSandbox: vi.fn(), commandLine: { appendSwitch: vi.fn() } });
const registerSchemesAsPrivileged = vi.fn();
vi.mock('electron', () => ({ app, protocol: { registerSchemesAsPrivileged } }));

const { hardenApp, hardenSession, webPreferences } = await import('../../../main/electron/harden.ts');

/** Electron's session, as far as the hardening sets it; each member keeps what it was given. */
function fakeSession() {
  return {
    setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn(), setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(), setSpellCheckerEnabled: vi.fn(), setSpellCheckerDictionaryDownloadURL: vi.fn(),
    setProxy: vi.fn(async () => {}), webRequest: { onBeforeRequest: vi.fn() },
  };
}

async function hardened() {
  const session = fakeSession();
  await hardenSession(session as unknown as Electron.Session);
  return session;
}

describe('the hardened app', () => {
  beforeEach(() => {
    app.removeAllListeners();
    vi.clearAllMocks();
    hardenApp();
  });

  it('puts every renderer in a sandbox and resolves no name', () => {
    expect(app.enableSandbox).toHaveBeenCalled();
    expect(app.commandLine.appendSwitch.mock.calls).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(app.commandLine.appendSwitch.mock.calls).toContainEqual(['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp']);
  });

  it('gives its scheme no way around the content security policy', () => {
    const [[{ scheme, privileges }]] = registerSchemesAsPrivileged.mock.calls[0] as [[{ scheme: string; privileges: Record<string, boolean> }]];
    expect(scheme).toBe('app');
    expect(privileges).toMatchObject({ standard: true, secure: true });
    expect(privileges).not.toHaveProperty('bypassCSP');
    expect(privileges).not.toHaveProperty('corsEnabled');
  });

  it.each([
    ['https://example.org/', true], ['file:///etc/passwd', true], ['app://other/index.html', true], ['app://hoorwerk.example/', true],
    ['javascript:alert(1)', true], ['app://hoorwerk/index.html', false],
  ])('going to %s is prevented: %s', (url, prevented) => {
    for (const name of ['will-navigate', 'will-redirect']) {
      const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn(), setWebRTCIPHandlingPolicy: vi.fn() });
      app.emit('web-contents-created', {}, contents);
      const preventDefault = vi.fn();
      contents.emit(name, { url, preventDefault });
      expect(preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
    }
  });

  it('opens no second window and no webview, whatever a page asks', () => {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn(), setWebRTCIPHandlingPolicy: vi.fn() });
    app.emit('web-contents-created', {}, contents);
    const [open] = contents.setWindowOpenHandler.mock.calls[0] as [() => { action: string }];
    expect(open()).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  });

  it('hardens every session that is made later too', async () => {
    const session = fakeSession();
    app.emit('session-created', session);
    expect(session.webRequest.onBeforeRequest).toHaveBeenCalled();
  });
});

describe('the hardened session', () => {
  it('denies every permission, check and device', async () => {
    const session = await hardened();
    const [request] = session.setPermissionRequestHandler.mock.calls[0] as [(contents: null, permission: string, answer: (yes: boolean) => void) => void];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal']) {
      const answer = vi.fn();
      request(null, permission, answer);
      expect(answer).toHaveBeenCalledWith(false);
    }
    expect((session.setPermissionCheckHandler.mock.calls[0] as [() => boolean])[0]()).toBe(false);
    expect((session.setDevicePermissionHandler.mock.calls[0] as [() => boolean])[0]()).toBe(false);
    const shared = vi.fn();
    (session.setDisplayMediaRequestHandler.mock.calls[0] as [(request: null, answer: (streams: object) => void) => void])[0](null, shared);
    expect(shared).toHaveBeenCalledWith({});
  });

  it.each([
    ['app://hoorwerk/index.html', false], ['blob:app://hoorwerk/0b6f', false], ['http://127.0.0.1:5178/', true], ['https://example.org/', true],
    ['file:///etc/hosts', true], ['blob:https://example.org/1', true], ['ws://localhost/', true], ['data:text/html,x', true], ['devtools://x/', true],
  ])('a request for %s is cancelled: %s', async (url, cancel) => {
    const session = await hardened();
    const [filter] = session.webRequest.onBeforeRequest.mock.calls[0] as [(details: { url: string }, answer: (verdict: object) => void) => void];
    const answer = vi.fn();
    filter({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  it('downloads no dictionaries and reaches no proxy', async () => {
    const session = await hardened();
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    expect(session.setSpellCheckerDictionaryDownloadURL.mock.calls[0]?.[0]).toMatch(/^app:/);
    expect(session.setProxy).toHaveBeenCalledWith({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  });
});

describe('every window', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(webPreferences('preload.cjs')).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, spellcheck: false,
    });
  });
});
