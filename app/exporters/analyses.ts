import { analyses as registry } from '../analyses/registry.ts';
import { viewAnalysis, type AnalysisView } from '../analyses/view.ts';
import { tableCsv } from '../analyses/write-table.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { zipFiles } from '../support/zip-files.ts';
import type { ExportOptions, Exporter } from './exporter.ts';
import { aboutSheet, aboutView, viewSheets, viewSvg } from './parts/analysis-files.ts';
import { xlsx } from './parts/xlsx.ts';

/** Every analysis of the registry as it stands before an option is changed, as tables and pictures. */
export const analyses: Exporter = {
  id: 'analyses',
  name: { nl: 'Alle analyses', en: 'All analyses' },
  description: {
    nl: 'Elke analyse met haar gewone instellingen: tabellen als CSV en rekenblad, beelden als SVG; met wat er telt erbij.',
    en: 'Each analysis with its usual options: tables as CSV and spreadsheet, pictures as SVG; with what counts beside them.',
  },
  fileWords: { nl: 'analyses', en: 'analyses' },
  extension: 'zip',
  write: async (snapshot, options) => analysesZip(snapshot, options),
};

/** Pixels, about what a page is wide at 96 to the inch. */
const width = 900;

function analysesZip(snapshot: ProjectSnapshot, options: ExportOptions): Uint8Array {
  const { language, now } = options;
  const { state } = snapshot;
  const request = { sorting: null, filter: '' };
  const views = registry.flatMap(({ id }, at): AnalysisView[] => {
    options.signal?.throwIfAborted();
    options.onProgress?.(at / registry.length);
    const view = viewAnalysis(snapshot, { id, options: {}, language, width, ...request });
    if (!view.ok) throw new Error(view.problem.message);
    // Without a word there is nothing to show it in.
    return view.value.table.rows.length > 0 ? [view.value] : [];
  });
  const about = views.flatMap((view) => [...aboutView({ view, request, state }, options), '']);
  const files = new Map<string, string | Uint8Array>([['README.txt', about.join('\n')]]);
  for (const view of views) {
    files.set(`${view.id}.csv`, tableCsv(view.table));
    const svg = viewSvg({ view, request, state }, options);
    if (svg !== null) files.set(`${view.id}.svg`, svg);
  }
  files.set('analyses.xlsx', xlsx([...views.flatMap((view) => viewSheets(view, options)), aboutSheet(about, options)], { now, cut: '…' }));
  options.onProgress?.(1);
  return zipFiles(files, now);
}
