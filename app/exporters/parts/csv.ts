import Papa from 'papaparse';

export type CsvValue = string | number | boolean | null | readonly string[];

/**
 * Exact CSV for programs: RFC 4180 but for its line ends, which are LF; comma, UTF-8 without BOM. Cells hold the values to the
 * letter; null is an empty cell, lists are joined by ` | `, booleans are `true` and `false`, numbers have a point.
 */
export function exactCsv(columns: readonly string[], rows: readonly Readonly<Record<string, CsvValue>>[]): string {
  return `${Papa.unparse(table(columns, rows), { newline: '\n' })}\n`;
}

/**
 * Guarded CSV for spreadsheets: semicolon, BOM, CRLF, and an apostrophe before each text that a spreadsheet could take for
 * a formula. It alters those texts; the exact form does not.
 */
export function guardedCsv(columns: readonly string[], rows: readonly Readonly<Record<string, CsvValue>>[]): string {
  return `\uFEFF${Papa.unparse(table(columns, rows), { newline: '\r\n', delimiter: ';', escapeFormulae: formulaStart })}\r\n`;
}

/** What a spreadsheet may take for a formula: papaparse's own list misses line feeds and full-width signs. */
const formulaStart = /^[\s\u00A0]*[=+\-@＝＋－＠\t\r\n|%]/;

function table(columns: readonly string[], rows: readonly Readonly<Record<string, CsvValue>>[]) {
  return { fields: [...columns], data: rows.map((row) => columns.map((column) => cell(row[column]))) };
}

function cell(value: CsvValue | undefined): string | number | boolean | null {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  return value.join(' | ');
}
