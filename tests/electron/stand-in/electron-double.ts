import { EventEmitter } from 'node:events';
import path from 'node:path';
import { cancellable } from './events.ts';
import type { DialogAnswer, MenuItem, World } from './world.ts';
import { windowDoubles } from './window-double.ts';

export interface DoubleOptions { userData: string; root: string; version: string; locale: string; ready: Promise<void>; end(): Promise<void> }

/** The double of the `electron` module in the main process. What it does not double throws. */
export function electronDouble(world: World, options: DoubleOptions): object {
  const { BrowserWindow } = windowDoubles(world);
  const app = Object.assign(world.app, {
    enableSandbox() {},
    whenReady: () => options.ready,
    requestSingleInstanceLock: () => true,
    getVersion: () => options.version,
    getLocale: () => options.locale,
    getAppPath: () => options.root,
    getPath: (name: string) => (name === 'userData' ? options.userData : path.join(options.userData, name)),
    commandLine: { appendSwitch() {} },
    quit: () => void quit(),
    exit: () => void options.end(),
  });

  let quitting = false;
  async function quit() {
    if (quitting) return;
    quitting = true;
    for (const window of world.windows.slice()) await window.closeByUser();
    const event = cancellable({});
    app.emit('will-quit', event);
    quitting = false;
    if (!event.defaultPrevented) await options.end();
  }

  const show = (kind: DialogAnswer['kind']) => async (...args: unknown[]) => {
    world.asked.push(args.at(-1));
    const answer = world.dialogs.shift();
    if (answer?.kind !== kind) throw new Error(`stand-in: nobody expected ${kind} ${JSON.stringify(args.at(-1))}`);
    return answer.result;
  };

  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler() {},
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
    setDisplayMediaRequestHandler() {},
    setSpellCheckerEnabled() {},
    setSpellCheckerDictionaryDownloadURL() {},
    setProxy: async () => {},
    webRequest: { onBeforeRequest(filter: World['requestFilter']) { world.requestFilter = filter; } },
    protocol: {
      handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) { world.schemes.set(scheme, handler); },
    },
  });

  return strict('electron', {
    app,
    BrowserWindow,
    protocol: { registerSchemesAsPrivileged() {} },
    session: { defaultSession: session },
    ipcMain: {
      handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown) {
        if (world.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        world.handlers.set(channel, handler);
      },
    },
    dialog: {
      showOpenDialog: show('showOpenDialog'),
      showSaveDialog: show('showSaveDialog'),
      showErrorBox(title: string, text: string) { world.trouble(`error box: ${title}: ${text}`); },
    },
    shell: {
      showItemInFolder(file: string) { world.opened.push(file); },
      async openPath(file: string) { world.opened.push(file); return ''; },
    },
    Menu: {
      buildFromTemplate: (template: MenuItem[]) => template,
      setApplicationMenu(menu: MenuItem[]) { world.menu = menu; },
    },
    screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 4096, height: 4096 } }) },
  });
}

/** An object whose missing members throw instead of being undefined, so that no double is taken for granted. */
function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown;
      if (typeof key === 'symbol' || key === '__esModule' || key === 'then' || key === 'default') return undefined;
      throw new Error(`stand-in: ${name}.${key} is not doubled`);
    },
  });
}
