import { codingRowSchema, codingsFileSchema, type CodingRow } from '../../schemas/codings-table.ts';
import { decodeText } from '../importers/decode.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';

/** The rows of a table, each with its number from 1; `invalid` says why a row can't be used. */
export interface CodingsTable {
  /** The coder of rows that name none. */
  coder: string | null;
  rows: { number: number; row: CodingRow }[];
  invalid: { number: number; reason: string }[];
}

/** Reads a table of codings, JSON or CSV by what it looks like; `codings-unreadable` where it is neither. */
export function readCodingsTable(bytes: Uint8Array): Result<CodingsTable> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fail('codings-unreadable', `the table of codings can't be read: ${decoded.problem.message}`);
  const { text } = decoded.value;
  if (/^\s*[{[]/.test(text)) return readJson(text);
  const rows = csvRows(text);
  if (!rows.ok) return fail('codings-unreadable', `the table of codings can't be read: ${rows.problem.message}`);
  if (!rows.value.some(({ cells }) => cells.has('code') || cells.has('path'))) {
    return fail('codings-unreadable', 'the table of codings has no column "code"; its first line must name the columns document, code and quotation');
  }
  return ok(parseRows(null, rows.value.map(fromCsv)));
}

function readJson(text: string): Result<CodingsTable> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail('codings-unreadable', `the table of codings is not valid JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
  const parsed = codingsFileSchema.safeParse(value);
  if (!parsed.success) return fail('codings-unreadable', 'the table of codings must be JSON of the form { "codings": [ … ] }');
  return ok(parseRows(parsed.data.coder?.trim() || null, parsed.data.codings.map((row) => (isObject(row) ? renamed(row) : row))));
}

function parseRows(coder: string | null, raw: readonly unknown[]): CodingsTable {
  const table: CodingsTable = { coder, rows: [], invalid: [] };
  for (const [at, value] of raw.entries()) {
    const parsed = codingRowSchema.safeParse(value);
    if (parsed.success) table.rows.push({ number: at + 1, row: parsed.data });
    else table.invalid.push({ number: at + 1, reason: parsed.error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join('; ') });
  }
  return table;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null is absent; the columns of our own `segments.csv` go by their names here, and its path says more than its code. */
function renamed(row: Record<string, unknown>): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
  return { start: given['source_start'], end: given['source_end'], ...given, code: given['path'] ?? given['code'] };
}

/** Also as R writes a round number (`1e+05`) and pandas one beside empty cells (`12.0`). */
const numberForm = /^\s*\d+(\.\d+)?(e\+?\d+)?\s*$/i;
const numbers = ['start', 'end', 'source_start', 'source_end', 'text_start', 'text_end', 'weight'];

function fromCsv({ cells }: CsvRow): Record<string, unknown> {
  return renamed(Object.fromEntries([...cells].map(([name, cell]): [string, unknown] =>
    (numbers.includes(name) && numberForm.test(cell) ? [name, Number(cell)] : [name, cell]))));
}
