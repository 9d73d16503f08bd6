import type { Exporter } from './exporter.ts';
import { datasetZip } from './parts/dataset-files.ts';

/** The coded dataset with CSV that is safe to open in a spreadsheet. */
export const datasetGuarded: Exporter = {
  id: 'dataset-guarded',
  name: { nl: 'Gecodeerde dataset, beveiligd voor Excel', en: 'Coded dataset, guarded for Excel' },
  description: {
    nl: 'Dezelfde dataset, met CSV-bestanden die een Nederlands Excel in kolommen opent en waarin geen tekst als formule kan werken; zulke teksten krijgen een apostrof voor zich.',
    en: 'The same dataset, with CSV files that a Dutch Excel opens in columns and in which no text can act as a formula; such texts get an apostrophe before them.',
  },
  fileWords: { nl: 'dataset voor Excel', en: 'dataset for Excel' },
  extension: 'zip',
  write: async (snapshot, options) => datasetZip(snapshot, options, true),
};
