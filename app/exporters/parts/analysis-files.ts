import type { Analysis } from '../../analyses/analysis.ts';
import { filterLines, optionLines, sortLines } from '../../analyses/option-words.ts';
import { analysisOf } from '../../analyses/registry.ts';
import type { AnalysisView, ViewRequest } from '../../analyses/view.ts';
import { tableCsv } from '../../analyses/write-table.ts';
import type { ProjectState } from '../../coding/state.ts';
import { pictureSvg } from '../../pictures/write-svg.ts';
import { zipFiles } from '../../support/zip-files.ts';
import type { ExportOptions } from '../exporter.ts';
import { gridSheet, tableSheet } from './analysis-sheet.ts';
import { longDate } from './dates.ts';
import { notesSheet } from './segment-sheet.ts';
import type { ViewFormat } from './view-formats.ts';
import { xlsx, type XlsxSheet } from './xlsx.ts';

/** What leaves: an analysis as it was shown, with the project it is of. */
export interface ShownView { view: AnalysisView; request: Pick<ViewRequest, 'sorting' | 'filter'>; state: ProjectState }

/** One analysis as a file; null where there is no picture to write. The same view and moment give the same bytes. */
export function writeView(shown: ShownView, format: ViewFormat, options: ExportOptions): Uint8Array | null {
  const { view } = shown;
  const about = aboutView(shown, options);
  switch (format) {
    case 'csv': return zipFiles(new Map([['README.txt', `${about.join('\n')}\n`], [`${view.id}.csv`, tableCsv(view.table)]]), options.now);
    case 'xlsx': return xlsx([...viewSheets(view, options), aboutSheet(about, options)], { now: options.now, cut: '…' });
    case 'svg': {
      const svg = viewSvg(shown, options);
      return svg === null ? null : new TextEncoder().encode(svg);
    }
  }
}

/** The picture of an analysis with its title and what it counts; null where it has none. */
export function viewSvg(shown: ShownView, { language }: Pick<ExportOptions, 'language'>): string | null {
  const { view: { picture }, state } = shown;
  return picture && pictureSvg(picture, { title: `${found(shown.view).name[language]}: ${state.project?.name ?? ''}`, caption: captionOf(shown, language) });
}

/** The sheets of one analysis: the pairs of a heat map as a grid first, then the rows. */
export function viewSheets({ id, table, options }: AnalysisView, { language }: Pick<ExportOptions, 'language'>): XlsxSheet[] {
  const analysis = found({ id });
  const name = analysis.name[language];
  const spec = analysis.picture(options);
  if (spec.kind !== 'heat') return [tableSheet(table, name, language)];
  return [gridSheet(spec, table, name, language), tableSheet(table, `${name.slice(0, 22)} (${{ nl: 'rijen', en: 'rows' }[language]})`, language)];
}

/** The lines that say what was counted, as the last sheet. */
export function aboutSheet(lines: readonly string[], { language }: Pick<ExportOptions, 'language'>): XlsxSheet {
  return notesSheet((nl, en) => ({ nl, en })[language], lines.filter((line) => !/^-*$/.test(line)));
}

/** What stands under a picture: what it shows and how it was counted, in short. */
function captionOf({ view, request, state }: ShownView, language: 'nl' | 'en'): string[] {
  const analysis = found(view);
  const { rows } = view.table;
  return [
    [analysis.caption[language], ...optionLines(analysis, view.options, state, language).map((line) => `${line}.`)].join(' '),
    [...(view.table.notes ?? []).map((note) => note[language]), ...filterLines(request, view.all, rows.length, language)].join(' '),
  ].filter((line) => line !== '');
}

/** README lines: what it is, of what, how it was counted, and what each column holds. */
export function aboutView({ view, request, state }: ShownView, { now, version, language }: ExportOptions): string[] {
  const analysis = found(view);
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const title = `${analysis.name[language]}: ${state.project?.name ?? ''}`;
  return [
    title, '-'.repeat(title.length), `Hoorwerk ${version}, ${longDate(now, language)} (${now})`, '',
    analysis.definition[language], '',
    ...optionLines(analysis, view.options, state, language),
    ...(view.table.notes ?? []).map((note) => note[language]), ...filterLines(request, view.all, view.table.rows.length, language), ...sortLines(request, view.table, language), '',
    ...view.table.columns.map(({ id, name, of, unit }) => `${id}: ${name[language]}${of ? ` (${of[language]})` : ''}${unit === 'share' ? say(', tussen 0 en 1', ', between 0 and 1') : ''}`),
  ];
}

/** @throws Error for an analysis that is not in the registry. */
function found({ id }: Pick<AnalysisView, 'id'>): Analysis {
  const analysis = analysisOf(id);
  if (!analysis) throw new Error(`there is no analysis "${id}"`);
  return analysis;
}
