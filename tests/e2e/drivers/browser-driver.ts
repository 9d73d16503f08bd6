import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../chromium.mjs';
import { watchConsole, type Driver, type LaunchOptions, type Running } from './driver.ts';

/** `npm start --host browser` as a user would, with Chromium in place of the user's browser. */
export const browserDriver: Driver = {
  async launch(options) {
    const server = await startServer(options);
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium: run npm test once, it installs one');
    const context = await chromium.launchPersistentContext(options.profile, {
      executablePath,
      args: chromiumArgs,
      viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
      colorScheme: options.colorScheme ?? 'light',
      // Motion costs a fifth of the time; the stand-in has it.
      reducedMotion: 'reduce',
      locale: 'nl-NL',
      acceptDownloads: true,
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.address).origin });
    const page = context.pages()[0] ?? await context.newPage();
    const troubles: string[] = [];
    watchConsole(page, troubles);
    // Held back from the start: a key may reach the page sooner than word that the browser's own dialog is not to open.
    page.on('filechooser', () => undefined);
    await page.goto(server.address);
    const running: Running = {
      page,
      troubles,
      async choose(paths, action) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), action()]);
        await chooser.setFiles(paths);
      },
      async save(action) {
        const [download] = await Promise.all([page.waitForEvent('download'), action()]);
        return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
      },
      async secondWindow() {
        const second = await context.newPage();
        // A new tab of the same browser is handed the session by nobody: it opens through the address anew.
        await second.goto(await server.newAddress());
        return second;
      },
      newAddress: () => server.newAddress(),
      async close() {
        await context.close();
        await server.stop();
      },
    };
    return running;
  },
  copied(profile, copy) {
    ports.set(copy, ports.get(profile) ?? 0);
  },
};

interface Server { address: string; newAddress(): Promise<string>; stop(): Promise<void> }

const addressPattern = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/g;

/** Ports are fixed per profile folder, since the store belongs to the origin. */
const ports = new Map<string, number>();

async function startServer(options: LaunchOptions): Promise<Server> {
  const port = ports.get(options.profile) ?? 0;
  const child = spawn(process.execPath, ['main/start.mjs', '--host', 'browser', '--no-open', '--port', String(port), '--data', options.data], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const addresses = () => output.match(addressPattern) ?? [];
  await until(() => addresses().length > 0, child, () => output);
  const address = addresses()[0] ?? '';
  ports.set(options.profile, Number(new URL(address).port));
  return {
    address,
    async newAddress() {
      const known = addresses().length;
      child.stdin.write('\n');
      await until(() => addresses().length > known, child, () => output);
      return addresses().at(-1) ?? '';
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      if (child.exitCode !== 0) throw new Error(`the local host ended with ${child.exitCode}:\n${output}`);
    },
  };
}

async function until(done: () => boolean, child: ChildProcess, output: () => string): Promise<void> {
  const limit = Date.now() + 120_000;
  while (!done()) {
    if (child.exitCode !== null) throw new Error(`the local host ended with ${child.exitCode}:\n${output()}`);
    if (Date.now() > limit) throw new Error(`the local host gave no address:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
