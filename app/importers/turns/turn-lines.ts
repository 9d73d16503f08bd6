import type { ImportChange, ImportWarning } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../document/offsets.ts';
import type { RawLine } from '../importer.ts';
import { cellLines } from './cell-lines.ts';
import type { Cell, TurnTable } from './cells.ts';
import { fittedRow, hasSpareText } from './fitted-row.ts';

export interface TurnLines { lines: RawLine[]; changes: ImportChange[]; warnings: ImportWarning[] }

/**
 * Rows as lines: one that names the speaker, and those of what was said. A row without a name goes on where the one
 * above it stopped, as where cells were merged. A row without text says nothing; with letters in it, it is told of,
 * since it may be the rest of what was said above, and whose words it holds only a person can tell.
 */
export function turnLines(text: string, table: TurnTable): TurnLines {
  const { columns, header, rows } = table;
  const index = codePointIndex(text);
  const result: TurnLines = { lines: [], changes: [], warnings: [] };
  let nameless = 0;
  const uneven: number[] = [];
  const silent: number[] = [];
  const linesIn = (cell: Cell | undefined): RawLine[] => {
    const { lines, changes } = cell ? cellLines(text, index, cell) : { lines: [], changes: [] };
    result.changes.push(...changes);
    return lines.filter((line) => /\S/u.test(line.text));
  };
  const wordsIn = (row: readonly Cell[], column: number | null) =>
    (column === null ? [] : linesIn(row[column])).map((line) => line.text.trim()).join(' ') || null;
  for (const [at, found] of rows.entries()) {
    const { row, isGuess } = fittedRow(found, table);
    // As a spreadsheet counts: from 1, the header among them.
    if (isGuess || hasSpareText(text, row, header)) uneven.push(at + 2);
    const before = result.lines.length;
    const facts = { role: wordsIn(row, columns.role), organisation: wordsIn(row, columns.organisation) };
    for (const { column, as } of columns.said) {
      const said = linesIn(row[column]);
      if (said.length === 0) continue;
      const names: RawLine[] = as === null ? (columns.speaker === null ? [] : linesIn(row[columns.speaker])) : [{ text: as, source: null, sourceMap: [], endsParagraph: true }];
      const [name] = names;
      if (name) result.lines.push({ ...name, speaker: { name: name.text.trim(), ...(as === null ? facts : { role: null, organisation: null }) } });
      else nameless += 1;
      for (const line of said) result.lines.push(line);
    }
    if (result.lines.length === before && row.some(({ from, to }) => /\p{L}/u.test(text.slice(from, to)))) silent.push(at + 2);
  }
  if (nameless > 0) result.warnings.push({ rule: 'row-without-speaker', source: null, message: `rows that name no speaker, read as going on from the row above: ${nameless}`, values: { count: nameless } });
  if (silent.length > 0) result.warnings.push(aboutRows('row-without-text', 'rows without text where the text stands, left out', silent));
  if (uneven.length > 0) result.warnings.push(aboutRows('row-uneven', 'rows with more cells than the header names, to be compared with the table', uneven));
  const unread = columns.unread.join(', ');
  if (columns.unread.length > 0) result.warnings.push({ rule: 'column-left-out', source: null, message: `columns that are not read: ${unread}`, values: { columns: unread } });
  return result;
}

/** Rows that one warning names; of more than these it gives the count. */
const mostNamed = 20;

function aboutRows(rule: string, what: string, rows: readonly number[]): ImportWarning {
  const named = rows.slice(0, mostNamed).join(', ') + (rows.length > mostNamed ? ', …' : '');
  return { rule, source: null, message: `${what}: ${rows.length} (rows ${named})`, values: { count: rows.length, rows: named } };
}
