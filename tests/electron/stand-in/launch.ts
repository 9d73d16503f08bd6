import { EventEmitter } from 'node:events';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { buildIfStale } from '../../../main/build.mjs';
import { chromiumArgs, findChromium } from '../../chromium.mjs';
import { toApp } from './addresses.ts';
import { electronDouble } from './electron-double.ts';
import { serveSchemes, type SchemeHandler } from './serve.ts';
import type { MenuItem, World } from './world.ts';

export interface StandInOptions {
  userData: string;
  /** The app's arguments, after the program. */
  args: string[];
  locale?: string;
  colorScheme?: 'light' | 'dark';
}

/**
 * A stand-in for Electron where its runtime can't be had: runs the app's real compiled main process in this process,
 * with `electron` doubled, and shows its windows as pages of a real Chromium with the real compiled preload. It shows
 * nothing about isolation, sandbox, native menus and dialogs, fuses and permissions.
 */
export interface StandIn {
  world: World;
  /** The page of the first window, loaded. */
  firstPage(): Promise<Page>;
  /** Clicks the menu item with this id. */
  menu(id: string): void;
  /** Messages of the consoles, and what the stand-in noticed. */
  troubles: string[];
  /** Quits as the user would and waits for the end. */
  quit(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../..');

export async function launchStandIn(options: StandInOptions): Promise<StandIn> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: run npm test once, it installs one');
  await buildIfStale(['electron', 'renderer']);
  const troubles: string[] = [];
  const schemes = new Map<string, SchemeHandler>();
  const trouble = (line: string) => void troubles.push(line);
  const { server, port } = await serveSchemes(schemes, trouble);
  let context: BrowserContext | null = null;
  let contextCame: (context: BrowserContext) => void = () => {};
  const contextPromise = new Promise<BrowserContext>((resolve) => { contextCame = resolve; });
  let nowReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => { nowReady = resolve; });
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => { ended = resolve; });

  const world: World = {
    app: new EventEmitter(), windows: [], handlers: new Map(), schemes, dialogs: [], asked: [], opened: [], focused: [], menu: [],
    requestFilter: null,
    context: () => contextPromise,
    watch(page) {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') trouble(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => trouble(`pageerror: ${error.stack ?? error.message}`));
    },
    trouble,
  };

  loadMain(electronDouble(world, {
    userData: options.userData, root, version: '0.0.0', locale: options.locale ?? 'nl', ready,
    async end() {
      await context?.close();
      server.close();
      ended();
    },
  }), options.args);

  context = await chromium.launchPersistentContext(path.join(options.userData, 'chromium'), {
    executablePath,
    viewport: null,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'nl-NL',
    args: [...chromiumArgs, `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}`],
  });
  // The app's own filter decides over every request, as Electron would ask it.
  await context.route('**/*', (route) => {
    const verdict = { cancel: true };
    if (world.requestFilter) world.requestFilter({ url: toApp(route.request().url()) }, ({ cancel }) => { verdict.cancel = cancel === true; });
    if (!verdict.cancel) return route.continue();
    trouble(`refused: ${route.request().url()}`);
    return route.abort('blockedbyclient');
  });
  contextCame(context);
  nowReady();

  return {
    world,
    troubles,
    async firstPage() {
      const limit = Date.now() + 60_000;
      while (Date.now() < limit) {
        const [window] = world.windows;
        if (window?.isVisible()) return window.opened;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`the app opened no window:\n${troubles.join('\n')}`);
    },
    menu(id) {
      const item = findItem(world.menu, id);
      if (!item?.click) throw new Error(`no menu item ${id}`);
      item.click();
    },
    async quit() {
      (world.app as EventEmitter & { quit(): void }).quit();
      await end;
    },
  };
}

function findItem(items: MenuItem[], id: string): MenuItem | null {
  for (const item of items) {
    if (item.id === id) return item;
    const inner = findItem(item.submenu ?? [], id);
    if (inner) return inner;
  }
  return null;
}

type Loader = (id: string, parent: unknown, isMain: boolean) => unknown;

/** Runs the compiled main process anew, with `electron` resolved to the double. */
function loadMain(double: object, args: string[]): void {
  const require = createRequire(import.meta.url);
  const main = path.join(root, 'dist/main/main.cjs');
  Reflect.deleteProperty(require.cache, main);
  const modules = Module as unknown as { _load: Loader };
  const load = modules._load;
  const argv = process.argv;
  modules._load = (id, parent, isMain) => (id === 'electron' ? double : Reflect.apply(load, Module, [id, parent, isMain]));
  process.argv = ['hoorwerk', ...args];
  try {
    require(main);
  } finally {
    modules._load = load;
    process.argv = argv;
  }
}
