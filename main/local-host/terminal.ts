import { spawnSync } from 'node:child_process';

/** One press of Ctrl+C may arrive twice within this time: from the terminal, and passed on by npm. In milliseconds. */
const onePress = 1000;

/** How often it is looked whether npm still runs. In milliseconds. */
const npmWatch = 1000;

/**
 * Resolves at the first signal to end; a later one ends at once, without waiting for anything. A signal to npm alone
 * ends npm and its shell and does not reach this program, so that losing them counts as one.
 */
export function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const heard = () => {
      first ??= Date.now();
      if (Date.now() - first > onePress) process.exit(1);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
    if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      heard();
    }, npmWatch);
    watch.unref();
  });
}

/** Calls back for each line that is entered, where there is somebody or something to enter it. */
export function onEnter(listener: () => void): void {
  if (inBackground()) return;
  process.stdin.on('data', (chunk) => {
    if (chunk.includes('\n')) listener();
  });
  process.stdin.on('error', () => undefined);
}

/** A program in the background that reads from its terminal is stopped by the system. */
function inBackground(): boolean {
  if (!process.stdin.isTTY || process.platform === 'win32') return false;
  const { stdout } = spawnSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], { encoding: 'utf8' });
  const [group, foreground] = (stdout ?? '').trim().split(/\s+/);
  return group !== foreground;
}
