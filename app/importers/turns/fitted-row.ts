import type { Cell, TurnTable } from './cells.ts';

/**
 * A row with a cell for each column. More cells than the header names come of separators in what was said without
 * quotation marks around it: the cells that are too many are joined to it, since the columns beside it hold names and
 * times. In the last column nothing else can be meant; before others it is a guess, and said to be one.
 */
export function fittedRow(row: Cell[], { columns: { said }, header }: TurnTable): { row: Cell[]; isGuess: boolean } {
  const spare = row.length - header.length;
  const last = said.at(-1)?.column ?? 0;
  const isLast = last === header.length - 1;
  const cell = row[last];
  const end = row[last + spare];
  // Of a question and its answer either may hold the separator: unless no column follows, nothing is known of them.
  if (spare <= 0 || !cell || !end || cell.isQuoted || (said.length > 1 && !isLast)) return { row, isGuess: false };
  const joined: Cell = { from: cell.from, to: end.isQuoted ? end.to + 1 : end.to, isQuoted: false };
  return { row: [...row.slice(0, last), joined, ...row.slice(last + spare + 1)], isGuess: !isLast || said.length > 1 };
}

/** Whether a row has text in cells for which the header has no name. */
export function hasSpareText(text: string, row: readonly Cell[], header: readonly string[]): boolean {
  return row.some(({ from, to }, column) => (header[column] ?? '').trim() === '' && /\S/u.test(text.slice(from, to)));
}
