import Papa from 'papaparse';
import { fail, ok, type Result } from '../support/result.ts';

/** A row by column name, lower case; `line` counts rows from 1, the header left out. Empty cells are absent. */
export interface CsvRow { line: number; cells: ReadonlyMap<string, string> }

/**
 * A CSV with a header, comma or semicolon or tab. Refuses `csv-damaged`: no header, unclosed quotes, or a row with
 * more cells than the header, since then cells would stand under the wrong name.
 */
export function csvRows(text: string): Result<CsvRow[]> {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t'] });
  const quotes = parsed.errors.find((error) => error.type === 'Quotes');
  if (quotes) return fail('csv-damaged', `the CSV can't be read: ${quotes.message} (row ${quotes.row ?? 0})`);
  const [header, ...rows] = parsed.data;
  if (!header) return fail('csv-damaged', 'the CSV is empty; its first line must name the columns');
  const names = header.map((name) => name.trim().toLowerCase());
  const long = rows.findIndex((row) => row.length > names.length);
  if (long >= 0) return fail('csv-damaged', `row ${long + 1} of the CSV has more cells than the header names; put quotation marks around cells with a comma`);
  return ok(rows.map((row, at) => ({
    line: at + 1,
    cells: new Map(names.flatMap((name, column): [string, string][] => {
      const cell = row[column] ?? '';
      return cell.trim() === '' ? [] : [[name, cell]];
    })),
  })));
}
