import { themeFrequencies } from '../analyses/theme-frequencies.ts';
import { tableCsv } from '../analyses/write-table.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { zipFiles } from '../support/zip-files.ts';
import type { ExportOptions, Exporter } from './exporter.ts';
import { tableSheet } from './parts/analysis-sheet.ts';
import { frequenciesReadme } from './parts/frequencies-readme.ts';
import { notesSheet } from './parts/segment-sheet.ts';
import { xlsx } from './parts/xlsx.ts';

/** The theme frequencies with the definitions of what they count. */
export const frequencies: Exporter = {
  id: 'frequencies',
  name: { nl: 'Themafrequenties', en: 'Theme frequencies' },
  description: {
    nl: 'Hoeveel er over elk thema is gezegd, in het geheel en per spreker, rol en document, als CSV en rekenblad; met wat er telt erbij.',
    en: 'How much was said on each theme, as a whole and by speaker, role and document, as CSV and spreadsheet; with what counts beside it.',
  },
  fileWords: { nl: 'themafrequenties', en: 'theme frequencies' },
  extension: 'zip',
  write: async (snapshot, options) => frequenciesZip(snapshot, options),
};

/** The tables, with the names of their sheets. Moderators and turns without a speaker are left out of all of them. */
const tables = [
  { file: 'frequencies.csv', by: null, sheet: { nl: 'thema\'s', en: 'themes' } },
  { file: 'frequencies-by-speaker.csv', by: 'speaker', sheet: { nl: 'per spreker', en: 'by speaker' } },
  { file: 'frequencies-by-role.csv', by: 'role', sheet: { nl: 'per rol', en: 'by role' } },
  { file: 'frequencies-by-document.csv', by: 'document', sheet: { nl: 'per document', en: 'by document' } },
] as const;

function frequenciesZip(snapshot: ProjectSnapshot, options: ExportOptions): Uint8Array {
  const { language, now } = options;
  const found = tables.map((table, at) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(at / tables.length);
    return { ...table, table: themeFrequencies.run(snapshot, themeFrequencies.options.parse({ by: table.by })) };
  });
  const text = frequenciesReadme(snapshot.state.project?.name ?? '', found.at(-1)?.table.columns ?? [], options);
  const files = new Map<string, string | Uint8Array>([['README.txt', text.join('\n')]]);
  for (const { file, table } of found) files.set(file, tableCsv(table));
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const workbook = [...found.map(({ table, sheet }) => tableSheet(table, sheet[language], language)), notesSheet(say, text.filter((line) => !/^-*$/.test(line)).map((line) => line.replace(/^- /, '')))];
  files.set('frequencies.xlsx', xlsx(workbook, { now, cut: '…' }));
  options.onProgress?.(1);
  return zipFiles(files, now);
}
