import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { toApp, toReal } from './addresses.ts';
import { cancellable } from './events.ts';
import { pageSide } from './page-side.ts';
import type { World } from './world.ts';

interface WindowOptions {
  title?: string; width?: number; height?: number;
  webPreferences?: { preload?: string; sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean };
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Makes the doubles of `BrowserWindow` and its `webContents`: each window is a page of Chromium. */
export function windowDoubles(world: World) {
  let lastId = 0;

  class WebContents extends EventEmitter {
    readonly id: number;
    readonly window: BrowserWindow;
    openHandler: OpenHandler = () => ({ action: 'allow' });
    webRtcPolicy: string | null = null;

    constructor(window: BrowserWindow) {
      super();
      this.id = lastId += 1;
      this.window = window;
    }

    send(channel: string, ...args: unknown[]) {
      const copy = structuredClone(args);
      void this.window.opened
        .then((page) => page.evaluate(([name, values]) => {
          (window as unknown as { standInSend(channel: string, args: unknown[]): void }).standInSend(name, values);
        }, [channel, copy] as const))
        .catch((cause: unknown) => world.trouble(`send ${channel}: ${String(cause)}`));
    }

    setWindowOpenHandler(handler: OpenHandler) { this.openHandler = handler; }
    setWebRTCIPHandlingPolicy(policy: string) { this.webRtcPolicy = policy; }
    isDestroyed() { return this.window.isDestroyed(); }
    getURL() { return toApp(this.window.page?.url() ?? ''); }
  }

  class BrowserWindow extends EventEmitter {
    readonly webContents: WebContents;
    readonly options: WindowOptions;
    /** The page, once it is there. */
    readonly opened: Promise<Page>;
    page: Page | null = null;
    #gone = false;
    #visible = false;
    /** True while the app itself goes somewhere. */
    #going = false;

    constructor(options: WindowOptions = {}) {
      super();
      const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
      if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
        throw new Error('stand-in: only sandboxed and isolated windows without Node');
      }
      this.options = options;
      this.webContents = new WebContents(this);
      world.windows.push(this);
      this.opened = world.context().then((context) => this.#open(context));
      this.opened.catch((cause: unknown) => world.trouble(`window: ${String(cause)}`));
      world.app.emit('web-contents-created', {}, this.webContents);
    }

    async #open(context: BrowserContext): Promise<Page> {
      const page = await context.newPage();
      this.page = page;
      await page.setViewportSize({ width: this.options.width ?? 800, height: this.options.height ?? 600 });
      await page.exposeBinding('standInInvoke', async (source, channel: string, args: unknown[]) => {
        const handler = world.handlers.get(channel);
        if (!handler) return { error: `No handler registered for '${channel}'` };
        const senderFrame = { url: toApp(source.frame.url()), parent: source.frame.parentFrame() };
        try {
          return { value: structuredClone(await handler({ sender: this.webContents, senderFrame }, ...args)) };
        } catch (cause) {
          return { error: String(cause) };
        }
      });
      const preload = this.options.webPreferences?.preload;
      const source = preload ? readFileSync(preload, 'utf8') : '';
      await page.addInitScript(`if (window === window.top) (${pageSide.toString()})(function (require, module, exports) {\n${source}\n});`);
      page.on('load', () => {
        this.webContents.emit('did-finish-load');
        if (!this.#visible) this.emit('ready-to-show');
      });
      page.on('close', () => this.#leave());
      await this.#guardNavigation(page);
      await this.#guardPopups(context, page);
      world.watch(page);
      return page;
    }

    /** Asks the app before the page goes anywhere by itself. */
    async #guardNavigation(page: Page) {
      await page.route('**/*', async (route) => {
        const request = route.request();
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
          if (!this.#going && request.url() !== page.url()) {
            const event = cancellable({ url: toApp(request.url()) });
            this.webContents.emit('will-navigate', event);
            if (event.defaultPrevented) return route.abort('aborted');
          }
          this.webContents.emit('did-start-loading');
        }
        return route.fallback();
      });
    }

    /** CDP tells the address that was asked for before the popup loads it. */
    async #guardPopups(context: BrowserContext, page: Page) {
      const session = await context.newCDPSession(page);
      await session.send('Page.enable');
      let action = 'allow';
      session.on('Page.windowOpen', ({ url }) => { action = this.webContents.openHandler({ url: toApp(url) }).action; });
      page.on('popup', (popup) => {
        if (action === 'deny') void popup.close();
        else world.trouble(`a window was opened: ${popup.url()}`);
      });
    }

    async loadURL(address: string) {
      const page = await this.opened;
      this.#going = true;
      try {
        await page.goto(toReal(address, world.schemes.keys()));
      } finally {
        this.#going = false;
      }
    }

    /** As the user's click on the cross. */
    async closeByUser() {
      const event = cancellable({});
      this.emit('close', event);
      if (event.defaultPrevented) return;
      await (await this.opened).close();
      this.#leave();
    }

    close() { void this.closeByUser(); }

    #leave() {
      if (this.#gone) return;
      this.#gone = true;
      world.windows.splice(world.windows.indexOf(this), 1);
      this.emit('closed');
      if (world.windows.length === 0) world.app.emit('window-all-closed');
    }

    isDestroyed() { return this.#gone; }
    show() { this.#visible = true; }
    isVisible() { return this.#visible; }
    focus() { world.focused.push(this.webContents.id); }
    restore() {}
    maximize() {}
    isMinimized() { return false; }
    isMaximized() { return false; }
    getNormalBounds() { return { x: 0, y: 0, width: this.options.width ?? 800, height: this.options.height ?? 600 }; }
  }

  return { BrowserWindow, WebContents };
}

export type WindowDouble = InstanceType<ReturnType<typeof windowDoubles>['BrowserWindow']>;
