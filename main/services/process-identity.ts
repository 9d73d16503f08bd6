import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * A short name for where a process number means something: this machine since it was started, and on Linux this
 * namespace of processes too, so that a container does not take its neighbour's numbers for its own.
 */
export function machineId(): string {
  known ??= createHash('sha256')
    .update([hostname(), read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')), read(() => readlinkSync('/proc/self/ns/pid'))].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return known;
}

/**
 * When a process began, in the system's own units, letters and digits only; null where the system does not tell.
 * A process that ended and that nobody has waited for yet began at another time than any that runs.
 */
export function startOf(pid: number): string | null {
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux') {
    return read(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })
      .replaceAll(/[^0-9A-Za-z]/g, '')) || null;
  }
  // From the third field on: the second, the program's name, may hold spaces and brackets. Field 22 is the start.
  const fields = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\)/s, '').trim().split(' ');
  return fields[0] === 'Z' ? 'ended' : fields[19] ?? null;
}

let known: string | undefined;

function read(what: () => string): string {
  try {
    return what();
  } catch {
    return '';
  }
}
