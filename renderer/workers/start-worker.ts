import type { JobName } from './jobs.ts';
import * as importWorker from './import-worker.ts?worker&url';
import * as projectWorker from './project-worker.ts?worker&url';

/** Starts a worker for a job. */
export function startWorker(job: JobName): Worker {
  const address = (job === 'import' ? importWorker : projectWorker).default;
  return new Worker(trusted(address), { type: 'module', name: `hoorwerk-${job}` });
}

/**
 * The page's CSP asks that a worker's address be a `TrustedScriptURL`. This policy makes one of no other addresses
 * than the two that the build wrote above.
 */
const policy = window.trustedTypes?.createPolicy('hoorwerk-workers', {
  createScriptURL(address) {
    if (address !== importWorker.default && address !== projectWorker.default) throw new TypeError(`${address} is no worker of Hoorwerk`);
    return address;
  },
});

/** The constructor takes the trusted address as it is; its type in TypeScript knows only strings. */
function trusted(address: string): string {
  return (policy?.createScriptURL(address) ?? address) as string;
}
