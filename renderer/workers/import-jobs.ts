import { importDocument } from '../../app/importers/import-document.ts';
import { pdfPlaces } from '../../app/importers/pdf/places.ts';
import type { JobHandlers } from './jobs.ts';

/** Reading documents: what comes from outside and may be hostile or endless. */
export const importJobs: JobHandlers<'import' | 'places'> = {
  import: ({ bytes, ...options }, context) => importDocument(bytes, { ...options, ...context }),
  places: ({ bytes }, context) => pdfPlaces(bytes, context),
};
