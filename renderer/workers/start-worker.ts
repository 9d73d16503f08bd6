import type { JobName } from './jobs.ts';
import * as importWorker from './import-worker.ts?worker&url';
import * as projectWorker from './project-worker.ts?worker&url';

/** Starts a worker for a job. */
export function startWorker(job: JobName): Worker {
  const { default: address } = job === 'import' ? importWorker : projectWorker;
  return new Worker(trusted(address), { type: 'module', name: `hoorwerk-${job}` });
}

const addresses = new Set([importWorker, projectWorker].map((built) => built.default));

type Policy = ReturnType<TrustedTypePolicyFactory['createPolicy']>;
let policy: Policy | undefined;

/**
 * The page's CSP asks that a worker's address be a `TrustedScriptURL`: this policy makes one of no other addresses than
 * the two that the build wrote above. The constructor takes it as it is; its type in TypeScript knows only strings.
 */
function trusted(address: string): string {
  policy ??= window.trustedTypes?.createPolicy('hoorwerk-workers', {
    createScriptURL(asked) {
      if (!addresses.has(asked)) throw new TypeError(`${asked} is no worker of Hoorwerk`);
      return asked;
    },
  });
  return (policy?.createScriptURL(address) ?? address) as string;
}
