import { homedir } from 'node:os';
import { dataFolder } from '../services/data-folder.ts';
import { errnoOf, toProblem } from '../services/host-failure.ts';
import { openServices, type Services } from '../services/services.ts';
import { readStaticFiles, type StaticFile } from '../services/static-files.ts';
import { openBrowser } from './open-browser.ts';
import { serveLocally, type LocalHost } from './server.ts';
import { portTaken } from './taken-port.ts';
import { onEnter, untilEnded } from './terminal.ts';

export interface LocalHostRun {
  port: number;
  /** The data folder; null: the system's own place for it. */
  data: string | null;
  /** Whether to open the system's browser; else the address is printed. */
  open: boolean;
  /** The built screen. */
  rendererFolder: string;
  version: string;
}

/** Serves the workbench until it is ended by a signal. Resolves to the exit code: 0 ended well, 1 could not start. */
export async function runLocalHost({ port, data, open, rendererFolder, version }: LocalHostRun): Promise<number> {
  const folder = dataFolder(data, { platform: process.platform, env: process.env, home: homedir() });
  const ended = untilEnded();
  let services: Services | null = null;
  let host: LocalHost | null = null;
  try {
    const files = await screen(rendererFolder);
    services = await openServices({ folder, version, locale: Intl.DateTimeFormat().resolvedOptions().locale, host: 'browser', log: say });
    host = await serveLocally({ services, files, port, version, log: say });
    const { holdsFolder } = await services.calls['host.info']({});
    say(`Data folder: ${folder}`);
    if (!holdsFolder) say('Another Hoorwerk has this data folder: here everything can be read and nothing changed, until that one is closed.');
    const opened = await show(host, open);
    if (opened) {
      const running = host;
      onEnter(() => void show(running, open));
      await ended;
      say('Closing: the work is on the disk.');
    }
    await host.close();
    await services.close();
    return opened ? 0 : 1;
  } catch (cause) {
    say(errnoOf(cause) === 'EADDRINUSE' ? await portTaken(port) : toProblem(cause).message);
    await host?.close();
    await services?.close();
    return 1;
  }
}

/** Opens a window, or prints the address for one. */
async function show(host: LocalHost, open: boolean): Promise<boolean> {
  const address = host.newAddress();
  if (!open) {
    process.stdout.write(`${address}\n`);
    say('Open this address in a browser; it is good for one window. Enter prints another, Ctrl+C ends Hoorwerk.');
    return true;
  }
  if (await openBrowser(address, process)) {
    say(`Hoorwerk is open in your browser, at http://127.0.0.1:${host.port}/. Enter opens another window, Ctrl+C ends Hoorwerk.`);
    return true;
  }
  say('No browser could be opened. Start with --no-open and open the address that it prints in a browser yourself.');
  return false;
}

async function screen(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = await readStaticFiles(folder).catch(() => new Map<string, StaticFile>());
  if (!files.has('/')) throw new Error(`The screen is not in ${folder}: run npm run build.`);
  return files;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
