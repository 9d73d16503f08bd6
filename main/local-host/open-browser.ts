import { spawn } from 'node:child_process';

export interface BrowserOptions {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** A command that still runs after so many milliseconds has opened a browser. */
  patience?: number;
}

/** Opens an address in the system's browser; false where none could be opened. */
export async function openBrowser(address: string, { platform, env, patience = 4000 }: BrowserOptions): Promise<boolean> {
  for (const [command, ...args] of commands(address, platform, env)) {
    if (command !== undefined && (await starts(command, args, env, patience))) return true;
  }
  return false;
}

function commands(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[][] {
  if (platform === 'darwin') return [['open', address]];
  if (platform === 'win32') return [['rundll32', 'url.dll,FileProtocolHandler', address]];
  // Without a screen the system would open a browser of text in this very terminal, which can't show the workbench.
  const screen = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  const windows = env['WSL_DISTRO_NAME'] ? [['wslview', address]] : [];
  const names = screen ? ['xdg-open', 'sensible-browser', 'x-www-browser', 'firefox', 'chromium', 'google-chrome'] : [];
  return [...windows, ...names.map((name) => [name, address])];
}

function starts(command: string, args: string[], env: NodeJS.ProcessEnv, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: 'ignore', detached: true });
    child.unref();
    const timer = setTimeout(() => resolve(true), patience);
    const settle = (opened: boolean) => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}
