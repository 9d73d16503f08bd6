import { app, protocol, type Session } from 'electron';
import { isOurs, mayRequest, origin, scheme } from './origin.ts';

/**
 * Shuts what this program never needs, before Electron is ready: it opens no connection, so no name resolves, and
 * every renderer is in a sandbox.
 */
export function hardenApp(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', stayHome);
    contents.on('will-redirect', stayHome);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('session-created', (session) => void hardenSession(session));
}

function stayHome(event: { url: string; preventDefault(): void }): void {
  if (!isOurs(event.url)) event.preventDefault();
}

/** Denies every permission and device, and cancels every request that is not for our own files. */
export async function hardenSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The spell checker downloads its dictionaries: it is off, and its address leads nowhere.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${origin}/no-dictionaries/`);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  // Port 9 discards: whatever would slip past the rules above finds nobody there.
  await session.setProxy({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

/** The web preferences of every window. */
export function webPreferences(preload: string): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    // A window out of sight still saves and hears of its lease.
    backgroundThrottling: false,
  };
}
