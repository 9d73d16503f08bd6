import Papa from 'papaparse';
import { fail, ok, type Result } from '../../support/result.ts';
import { turnColumns, type TurnColumns } from './columns.ts';

/** A cell: where its text stands in the file, without its quotation marks, in UTF-16 units. */
export interface Cell { from: number; to: number; isQuoted: boolean }

export interface TurnTable { header: string[]; columns: TurnColumns; rows: Cell[][] }

/** The header and the separator under which a text is a table of turns, and where it starts; null where it is none. */
export function turnHeader(text: string): { delimiter: string; header: string[]; columns: TurnColumns; from: number } | null {
  const hint = /^sep=(.)\r?\n/iu.exec(text);
  const from = hint?.[0].length ?? 0;
  for (const delimiter of hint?.[1] ? [hint[1]] : [';', ',', '\t', '|']) {
    const header = headerOf(text.slice(from), delimiter);
    const columns = turnColumns(header);
    if (columns) return { delimiter, header, columns, from };
  }
  return null;
}

/** The cells of a table's first line. */
export function headerOf(text: string, delimiter: string): string[] {
  return Papa.parse<string[]>(text.slice(0, 4096), { delimiter, preview: 1 }).data[0] ?? [];
}

/** A table of turns; null where the text is none. Refuses `table-damaged`: quotation marks that do not pair. */
export function readTable(text: string): Result<TurnTable | null> {
  const found = turnHeader(text);
  if (!found) return ok(null);
  const { delimiter, header, columns, from } = found;
  const { data, errors, meta } = Papa.parse<string[]>(text.slice(from), { delimiter });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) return damaged(quotes.row ?? 0);
  const rows: Cell[][] = [];
  let at = from;
  for (const values of data) {
    const cells: Cell[] = [];
    for (const [column, value] of values.entries()) {
      const cell = cellAt(text, column > 0 ? at + delimiter.length : at, value);
      if (!cell) return damaged(rows.length);
      cells.push(cell);
      at = cell.end;
    }
    if (at < text.length && !text.startsWith(meta.linebreak, at)) return damaged(rows.length);
    at += meta.linebreak.length;
    rows.push(cells);
  }
  return ok({ header, columns, rows: rows.slice(1) });
}

/** The cell of this value, which starts here: as it is, or between quotation marks with those in it doubled. */
function cellAt(text: string, at: number, value: string): (Cell & { end: number }) | null {
  const quoted = value.replaceAll('"', '""');
  if (text[at] === '"' && text.startsWith(`${quoted}"`, at + 1)) {
    let end = at + quoted.length + 2;
    while (text[end] === ' ') end += 1;
    return { from: at + 1, to: at + 1 + quoted.length, isQuoted: true, end };
  }
  return text.startsWith(value, at) ? { from: at, to: at + value.length, isQuoted: false, end: at + value.length } : null;
}

const damaged = (row: number) => fail(
  'table-damaged', `the quotation marks of the table do not pair from row ${row} on; save it as CSV once more in the program that made it`, { row });
