import { isEmpty, joinLine, type DraftLine } from './draft-line.ts';

/**
 * A row's cells as lines, in reading order. On one line, tabs between the cells, where no cell but the last holds more
 * than a line: a table of names and what they said reads as labels do then. Else each cell's lines by themselves.
 */
export function joinRow(cells: readonly DraftLine[][]): DraftLine[] {
  keepOnePageEnd(cells);
  const filled = cells.map((cell) => cell.filter((line) => !isEmpty(line) || line.points.length > 0)).filter((cell) => cell.length > 0);
  const last = filled.at(-1);
  if (!last || filled.length === 1) return last ?? [];
  const onOneLine = filled.every((cell) => (cell === last || cell.length === 1) && cell[0]?.heading === null && cell[0].item === null);
  if (!onOneLine) return filled.flat();
  return [joinLine(filled.flatMap((cell) => cell.slice(0, 1))), ...last.slice(1)];
}

/** A row that runs over a page's end says so in every cell; the cell that says it most often is believed. */
function keepOnePageEnd(cells: readonly DraftLine[][]): void {
  const counts = cells.map((cell) => cell.filter(({ newPage }) => newPage).length);
  const believed = counts.indexOf(Math.max(0, ...counts));
  cells.forEach((cell, at) => {
    if (at !== believed) for (const line of cell) line.newPage = false;
  });
}
