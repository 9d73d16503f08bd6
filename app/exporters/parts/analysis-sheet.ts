import type { AnalysisColumn, AnalysisRow, AnalysisTable, PictureSpec } from '../../analyses/analysis.ts';
import { heatCells } from '../../pictures/heat.ts';
import type { XlsxColumn, XlsxSheet, XlsxValue } from './xlsx.ts';

type Language = 'nl' | 'en';

/** The rows for people: columns by their names, shares as percentages, terms and flags in words; without what only programs need. */
export function tableSheet({ columns, rows }: AnalysisTable, name: string, language: Language): XlsxSheet {
  const shown = columns.filter(({ only }) => only !== 'programs');
  return {
    name: sheetName(name), columns: shown.map((column) => sheetColumn(column, language)),
    rows: rows.map((row) => shown.map((column) => sheetValue(column, row[column.id], language))),
  };
}

/** A table of pairs as a grid: one value in its cells. */
export function gridSheet(spec: Extract<PictureSpec, { kind: 'heat' }>, { columns, rows }: AnalysisTable, name: string, language: Language): XlsxSheet {
  const cells = heatCells(spec, columns, rows, language);
  const of = (id: string) => columns.find((column) => column.id === id);
  const wide = new Map(cells.map(({ column }) => [column.key, column.words]));
  const high = new Map(cells.map(({ row }) => [row.key, row.words]));
  const values = new Map(cells.map(({ row, column, value }) => [`${row.key}\n${column.key}`, value]));
  const percent = of(spec.value)?.unit === 'share' ? { format: 'percent' as const } : {};
  return {
    name: sheetName(name),
    columns: [{ title: of(spec.value)?.name[language] ?? '', width: 34, wrap: true }, ...[...wide.values()].map((title): XlsxColumn => ({ title, width: Math.max(11, Math.min(34, title.length + 4)), ...percent }))],
    rows: [...high].map(([key, words]) => [words, ...[...wide.keys()].map((other) => values.get(`${key}\n${other}`) ?? null)]),
  };
}

/** A workbook allows 31 characters and none of `[]:*?/\`. */
export const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);

function sheetColumn({ id, name, unit }: AnalysisColumn, language: Language): XlsxColumn {
  const isText = unit === 'text';
  return {
    title: name[language], wrap: isText, width: isText ? (id.startsWith('path') || id === 'quotation' ? 40 : 26) : Math.max(11, name[language].length + 4),
    ...(unit === 'share' ? { format: 'percent' as const } : {}),
  };
}

function sheetValue({ terms }: AnalysisColumn, cell: AnalysisRow[string] | undefined, language: Language): XlsxValue {
  if (typeof cell === 'boolean') return cell ? { nl: 'ja', en: 'yes' }[language] : { nl: 'nee', en: 'no' }[language];
  return typeof cell === 'string' ? (terms?.[cell]?.[language] ?? cell) : (cell ?? null);
}
