import type { JobName } from './jobs.ts';
import * as analysisWorker from './analysis-worker.ts?worker&url';
import * as importWorker from './import-worker.ts?worker&url';
import * as pdfWorker from './pdf-worker.ts?worker&url';
import * as projectWorker from './project-worker.ts?worker&url';

/** Starts a worker for a job. */
export function startWorker(job: JobName): Worker {
  return started(job === 'import' || job === 'places' ? importWorker : job === 'analyse' ? analysisWorker : projectWorker, job);
}

/** Starts the worker that pdf.js draws pages with. */
export function startPdfWorker(): Worker {
  return started(pdfWorker, 'pdf');
}

function started(built: { default: string }, name: string): Worker {
  return new Worker(trusted(built.default), { type: 'module', name: `hoorwerk-${name}` });
}

const addresses = new Set([analysisWorker, importWorker, pdfWorker, projectWorker].map((built) => built.default));

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
