import { homedir } from 'node:os';
import path from 'node:path';
import { app, dialog, session, shell, type BrowserWindow } from 'electron';
import { dataFolder } from '../services/data-folder.ts';
import { createDispatcher } from '../services/dispatch.ts';
import { openServices, type Services } from '../services/services.ts';
import { openWindow, showWindow } from './app-window.ts';
import { createFileTokens, fileCalls } from './file-dialogs.ts';
import { hardenApp, hardenSession } from './harden.ts';
import { answerCalls, tell } from './ipc.ts';
import { labels } from './labels.ts';
import { keepLanguage, readLanguage } from './menu-language.ts';
import { setMenu } from './menu.ts';
import { listenForFiles } from './opened-files.ts';
import { serveApp } from './protocol.ts';
import { guardStore, noteCleanExit } from './unclean-exit.ts';

const log = (line: string) => void process.stderr.write(`${line}\n`);

hardenApp();
const named = namedFolder(process.argv);
const onFiles = listenForFiles(process.argv, process.cwd());
if (app.requestSingleInstanceLock()) {
  start().catch((cause: unknown) => {
    log(cause instanceof Error ? cause.stack ?? cause.message : String(cause));
    dialog.showErrorBox(labels[readLanguage(app.getPath('userData'), app.getLocale())].cannotStart, cause instanceof Error ? cause.message : String(cause));
    app.exit(1);
  });
} else {
  // The first instance hears of the files by its `second-instance` event.
  app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  await hardenSession(session.defaultSession);
  const userData = app.getPath('userData');
  const folder = dataFolder(named, { platform: process.platform, env: process.env, home: homedir() });
  const copied = guardStore(userData, new Date().toISOString(), log);
  if (copied) log(`the last exit was not clean: the store was copied to ${copied}`);

  const services = await openServices({ folder, version: app.getVersion(), locale: app.getLocale(), host: 'electron', log });
  await serveApp(session.defaultSession.protocol, path.join(app.getAppPath(), 'dist/renderer'));
  let language = readLanguage(userData, app.getLocale());
  let window: BrowserWindow | null = null;
  const tokens = createFileTokens();
  let writingWindow: string | null = null;
  /** Set once the page listens: a page asks for the lease when it has begun to listen. */
  let listening = () => {};
  const pageListens = new Promise<void>((resolve) => { listening = resolve; });

  const dispatcher = createDispatcher({
    ...services.calls,
    ...fileCalls(tokens, () => present(window), () => language),
    async 'host.language'(args) {
      if (args.language !== language) {
        language = args.language;
        keepLanguage(userData, language, log);
        showMenu();
      }
      return {};
    },
    async 'lease.take'(args) {
      writingWindow = args.windowId;
      listening();
      return services.calls['lease.take'](args);
    },
    async 'snapshots.show'({ id }) {
      shell.showItemInFolder(await services.snapshotPath(id));
      return true;
    },
  }, services.leases, log);
  answerCalls(dispatcher, (contents) => (contents === window?.webContents ? writingWindow : null), log);
  services.leases.onWriter(() => window && tell(window.webContents, { kind: 'lease', writer: true }));
  const showMenu = () => setMenu({ language, platform: process.platform, dataFolder: folder, command: (id) => window && tell(window.webContents, { kind: 'command', id }) });
  showMenu();

  const releaseLease = () => {
    if (writingWindow) services.leases.release(writingWindow);
    writingWindow = null;
  };
  const open = async () => {
    window = await openWindow(log);
    // A page that is loaded anew is another window to the lease.
    window.webContents.on('did-start-loading', releaseLease);
    window.on('closed', () => {
      releaseLease();
      window = null;
    });
  };
  app.on('second-instance', () => window && showWindow(window));
  app.on('activate', () => void (window ?? open()));
  app.on('window-all-closed', () => app.quit());
  quitInOrder(services, () => dispatcher.settle(), userData);
  await open();
  await pageListens;
  onFiles((paths) => void tokens.issue(paths).then((files) => window && files.length > 0 && tell(window.webContents, { kind: 'files', files })));
}

/** Before the program ends: what was asked is done, the snapshots due are made, the folder is let go. */
function quitInOrder(services: Services, settle: () => Promise<void>, userData: string): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void settle().then(() => services.close()).catch((cause: unknown) => log(`at the end: ${String(cause)}`)).finally(() => {
      closed = true;
      noteCleanExit(userData);
      app.quit();
    });
  });
}

function present(window: BrowserWindow | null): BrowserWindow {
  if (!window) throw new Error('a call came without a window');
  return window;
}

/** `--data FOLDER` or `--data=FOLDER`. */
function namedFolder(argv: string[]): string | null {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  if (at < 0) return null;
  return argv[at]?.slice('--data='.length) || argv[at + 1] || null;
}
