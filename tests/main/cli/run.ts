import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran { status: number | null; out: Buffer; text: string; lines: string[] }

/** Runs the real command as a user would. `lines` are those of standard error, without what the build says. */
export function hoorwerk(args: readonly string[], env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'main/cli.mjs'), ...args], {
    cwd: root, env: { ...process.env, ...env }, maxBuffer: 1e9,
  });
  return {
    status, out: stdout, text: stdout.toString('utf8'),
    lines: stderr.toString('utf8').split('\n').filter((line) => line !== '' && !line.startsWith('building ')),
  };
}
