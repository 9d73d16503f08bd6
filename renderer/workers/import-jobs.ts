import { importDocument } from '../../app/importers/import-document.ts';
import type { JobHandlers } from './jobs.ts';

/** Reading documents: what comes from outside and may be hostile or endless. */
export const importJobs: JobHandlers<'import'> = {
  import: ({ bytes, ...options }, context) => importDocument(bytes, { ...options, ...context }),
};
