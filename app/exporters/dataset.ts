import type { Exporter } from './exporter.ts';
import { datasetZip } from './parts/dataset-files.ts';

/** The coded dataset for programs, with a workbook for people. */
export const dataset: Exporter = {
  id: 'dataset',
  name: { nl: 'Gecodeerde dataset', en: 'Coded dataset' },
  description: {
    nl: 'Alle coderingen, beurten, sprekers, thema\'s en teksten als CSV, JSON en rekenblad, met uitleg; om mee te rekenen in R, Python of een ander programma.',
    en: 'All codings, turns, speakers, themes and texts as CSV, JSON and spreadsheet, with an explanation; to compute with in R, Python or another program.',
  },
  fileWords: { nl: 'dataset', en: 'dataset' },
  extension: 'zip',
  write: async (snapshot, options) => datasetZip(snapshot, options, false),
};
