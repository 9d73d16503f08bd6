import Papa from 'papaparse';
import type { Analysis, AnalysisTable } from './analysis.ts';

/**
 * A table as CSV: the ids of the columns as header, comma, LF, UTF-8. Numbers have a point and all their digits,
 * flags are `true` and `false`, null is empty.
 */
export function tableCsv({ columns, rows }: AnalysisTable): string {
  const fields = columns.map(({ id }) => id);
  const data = rows.map((row) => fields.map((field) => row[field] ?? null));
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}

/** A table as JSON: which analysis with which options, what it counts, what was left out, the columns, and the rows as objects by column id. */
export function tableJson(analysis: Pick<Analysis, 'id' | 'name' | 'definition'>, options: unknown, { columns, rows, notes = [] }: AnalysisTable): string {
  const { id, name, definition } = analysis;
  return `${JSON.stringify({ analysis: id, name, definition, options, notes, columns, rows }, null, 2)}\n`;
}
