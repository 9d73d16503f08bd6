import { spawn } from 'node:child_process';
import { onTestFinished, vi } from 'vitest';

/** A workbench started as a user starts it. */
export interface Started {
  /** All that it said so far, on both outputs. */
  said(): string;
  /** The n-th address that it printed, counted from 0, once it is there. */
  address(n?: number): Promise<string>;
  enter(line: string): void;
  signal(name: NodeJS.Signals): void;
  /** The exit code, once it has ended; null where a signal ended it. */
  ended: Promise<number | null>;
}

const addresses = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/g;

/** Runs `main/start.mjs` with these arguments; `env` replaces the environment, apart from what Node needs. Killed when the test is finished. */
export function start(args: string[], env: NodeJS.ProcessEnv = {}): Started {
  return run(process.execPath, ['main/start.mjs', ...args], env);
}

/** The same through npm, as one process that signals are sent to. */
export function npmStart(args: string[]): Started {
  return run('npm', ['start', '--', ...args], {});
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(command, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.once('close', resolve); });
  return {
    said: () => output,
    async address(n = 0) {
      return vi.waitFor(() => {
        const found = output.match(addresses)?.[n];
        if (found === undefined) throw new Error(`no address ${n} yet:\n${output}`);
        return found;
      }, { timeout: 120_000, interval: 50 });
    },
    enter: (line) => void child.stdin.write(line),
    signal: (name) => void child.kill(name),
    ended,
  };
}
