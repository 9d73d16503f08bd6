import type { JobName } from './jobs.ts';
import * as analysisWorker from './analysis-worker.ts?worker&url';
import * as importWorker from './import-worker.ts?worker&url';
import pdfWorker from './pdf-worker.ts?worker&url';
import * as projectWorker from './project-worker.ts?worker&url';

/** Starts a worker for a job. */
export function startWorker(job: JobName): Worker {
  const { default: address } = job === 'import' || job === 'places' ? importWorker : job === 'analyse' ? analysisWorker : projectWorker;
  return new Worker(trusted(address), { type: 'module', name: `hoorwerk-${job}` });
}

/** Starts the worker that pdf.js draws pages with. */
export function startPdfWorker(): Worker {
  return new Worker(trusted(pdfWorker), { type: 'module', name: 'hoorwerk-pdf' });
}

const addresses = new Set([...[analysisWorker, importWorker, projectWorker].map((built) => built.default), pdfWorker]);

/** What of Trusted Types is used here: TypeScript's library has none of it yet. */
interface WithTrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}
interface Policy { createScriptURL(address: string): string }

let policy: Policy | undefined;

/**
 * The page's CSP asks that a worker's address be a `TrustedScriptURL`: this policy makes one of no other addresses than
 * those that the build wrote above.
 */
function trusted(address: string): string {
  policy ??= (window as WithTrustedTypes).trustedTypes?.createPolicy('hoorwerk-workers', {
    createScriptURL(asked) {
      if (!addresses.has(asked)) throw new TypeError(`${asked} is no worker of Hoorwerk`);
      return asked;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}
