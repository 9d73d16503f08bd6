import type { ImportChange, ImportWarning } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../document/offsets.ts';
import type { RawLine } from '../importer.ts';
import { cellLines } from './cell-lines.ts';
import type { Cell, TurnTable } from './cells.ts';

export interface TurnLines { lines: RawLine[]; changes: ImportChange[]; warnings: ImportWarning[] }

/**
 * Rows as lines: one that names the speaker, and those of what was said. A row without a name goes on where the one
 * above it stopped, as where cells were merged; a row without text says nothing.
 */
export function turnLines(text: string, { columns, header, rows }: TurnTable): TurnLines {
  const index = codePointIndex(text);
  const result: TurnLines = { lines: [], changes: [], warnings: [] };
  let nameless = 0;
  const linesIn = (cell: Cell | undefined): RawLine[] => {
    const { lines, changes } = cell ? cellLines(text, index, cell) : { lines: [], changes: [] };
    result.changes.push(...changes);
    return lines.filter((line) => /\S/u.test(line.text));
  };
  const wordsIn = (row: readonly Cell[], column: number | null) =>
    (column === null ? [] : linesIn(row[column])).map((line) => line.text.trim()).join(' ') || null;
  for (const row of rows) {
    const facts = { role: wordsIn(row, columns.role), organisation: wordsIn(row, columns.organisation) };
    for (const { column, as } of columns.said) {
      const said = linesIn(wholeCell(row, column, header.length));
      if (said.length === 0) continue;
      const names: RawLine[] = as === null ? (columns.speaker === null ? [] : linesIn(row[columns.speaker])) : [{ text: as, source: null, sourceMap: [], endsParagraph: true }];
      const [name] = names;
      if (name) result.lines.push({ ...name, speaker: { name: name.text.trim(), ...(as === null ? facts : { role: null, organisation: null }) } });
      else nameless += 1;
      for (const line of said) result.lines.push(line);
    }
  }
  if (nameless > 0) result.warnings.push({ rule: 'row-without-speaker', source: null, message: `rows that name no speaker, read as going on from the row above: ${nameless}`, values: { count: nameless } });
  const unread = columns.unread.join(', ');
  if (columns.unread.length > 0) result.warnings.push({ rule: 'column-left-out', source: null, message: `columns that are not read: ${unread}`, values: { columns: unread } });
  return result;
}

/** In a row with more cells than the header names, a separator stands in the last column's text: all of it is meant. */
function wholeCell(row: readonly Cell[], column: number, columns: number): Cell | undefined {
  const cell = row[column];
  const last = row.at(-1);
  return cell && last && row.length > columns && column === columns - 1 && !cell.isQuoted ? { ...cell, to: last.to } : cell;
}
