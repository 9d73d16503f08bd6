import { axisX, cell, text } from '@observablehq/plot';
import type { AnalysisColumn, AnalysisRow, PictureSpec } from '../analyses/analysis.ts';
import { cellWords } from '../analyses/cell-words.ts';
import { heatStep, ink } from './ink.ts';
import { fitted, labelsOf, widthOf, type Label } from './labels.ts';
import type { Drawing, Picture } from './drawing.ts';
import { mostShown, plotted } from './plotted.ts';
import { rowsClass, withRows } from './svg.ts';

interface Cell { row: Label; column: Label; value: number | null; words: string; at: number }

const cellHeight = 30;

/** A cell for each pair, darker for more, its number in it; a dot where there is nothing. */
export function drawHeat(spec: Extract<PictureSpec, { kind: 'heat' }>, { table, language, width }: Drawing): Omit<Picture, 'summary'> {
  const cells = heatCells(spec, table.columns, table.rows, language);
  const rows = [...new Map(cells.map(({ row }) => [row.key, row])).values()].slice(0, mostShown.rows);
  const columns = [...new Map((spec.mirrored ? cells.map(({ row }) => row) : cells.map(({ column }) => column)).map((one) => [one.key, one])).values()].slice(0, mostShown.columns);
  const [rowKeys, columnKeys] = [new Set(rows.map(({ key }) => key)), new Set(columns.map(({ key }) => key))];
  const shown = cells.filter(({ row, column }) => rowKeys.has(row.key) && columnKeys.has(column.key));
  const most = Math.max(...shown.map(({ value }) => value ?? 0), 0);
  const marginLeft = Math.min(260, Math.max(60, ...rows.map(({ words }) => widthOf(words))) + 14);
  const longest = Math.max(...columns.map(({ words }) => widthOf(words)));
  const cellIn = (room: number) => Math.min(132, Math.max(58, room / columns.length));
  const straight = cellIn(width - marginLeft - 8);
  // Where there is room, names stand upright in up to three lines; else they lean.
  const longestWord = Math.max(...columns.flatMap(({ words }) => words.split(/\s+/u)).map(widthOf));
  const lines = Math.ceil((longest * 1.25) / straight);
  const turned = longestWord > straight - 4 || lines > 3;
  const marginTop = turned ? Math.min(150, longest * 0.72 + 22) : 14 + lines * 14;
  // A turned name leans out to the right of its cell.
  const lean = turned ? Math.min(130, widthOf(columns.at(-1)?.words ?? '') * 0.72) : 8;
  const cellWidth = cellIn(width - marginLeft - lean);
  const [drawnWidth, height] = [Math.max(width, marginLeft + cellWidth * columns.length + lean), marginTop + cellHeight * rows.length + 6];
  const name = (all: readonly Label[], room: number) => {
    const words = new Map(all.map((one) => [one.key, fitted(one.words, room)]));
    return (key: string) => words.get(key) ?? '';
  };
  const steps = shown.map((one) => ({ ...one, x: one.column.key, y: one.row.key, step: heatStep(one.value ?? 0, most) }));
  return {
    width: drawnWidth, height,
    nodes: withRows(plotted({
      width: drawnWidth, height, marginLeft, marginTop, marginBottom: 6, marginRight: drawnWidth - marginLeft - cellWidth * columns.length,
      x: { domain: columns.map(({ key }) => key), axis: null, padding: 0 },
      y: { domain: rows.map(({ key }) => key), axis: 'left', label: null, tickSize: 0, tickPadding: 10, tickFormat: name(rows, marginLeft - 14), padding: 0 },
      marks: [
        axisX({ anchor: 'top', label: null, tickSize: 0, tickPadding: 6, tickRotate: turned ? -40 : 0, lineHeight: 1.15, tickFormat: name(columns, turned ? 200 : 400), ...(turned ? {} : { lineWidth: cellWidth / 12 }) }),
        // A cell that holds nothing takes the press all the same.
        cell(steps, {
          x: 'x', y: 'y', inset: 1.5, rx: 3, fill: { value: ({ step }: (typeof steps)[number]) => step?.fill ?? 'transparent', scale: null },
          title: ({ row, column, words }: (typeof steps)[number]) => `${row.words} × ${column.words}: ${words}`, className: rowsClass,
        }),
        text(steps, {
          x: 'x', y: 'y', text: ({ words, step }: (typeof steps)[number]) => (step ? words : '·'), pointerEvents: 'none',
          fill: { value: ({ step }: (typeof steps)[number]) => step?.ink ?? ink.quiet, scale: null },
        }),
      ],
    }), (mark) => shown[mark]?.at ?? 0),
  };
}

/** The cells of the table's rows; mirrored ones twice, with the labels the other way round. */
export function heatCells(spec: Extract<PictureSpec, { kind: 'heat' }>, columns: readonly AnalysisColumn[], rows: readonly AnalysisRow[], language: 'nl' | 'en'): Cell[] {
  const of = (id: string) => columns.find((column) => column.id === id);
  const [rowColumn, columnColumn, valueColumn] = [of(spec.rows), of(spec.columns), of(spec.value)];
  if (!rowColumn || !columnColumn || !valueColumn) return [];
  const [rowLabels, columnLabels] = [labelsOf(rows, rowColumn, language), labelsOf(rows, columnColumn, language)];
  const cells = rows.flatMap((row, at): Cell[] => {
    const [own, other] = [rowLabels[at], columnLabels[at]];
    if (!own || !other) return [];
    const value = row[spec.value];
    const made = { value: typeof value === 'number' ? value : null, words: cellWords(valueColumn, value, language), at };
    return [{ row: own, column: other, ...made }, ...(spec.mirrored ? [{ row: other, column: own, ...made }] : [])];
  });
  return spec.mirrored ? inOneOrder(cells) : cells;
}

/** Mirrored cells with rows and columns in the order in which their names first occur. */
function inOneOrder(cells: readonly Cell[]): Cell[] {
  const order = new Map([...new Set(cells.map(({ row }) => row.key))].map((key, at) => [key, at]));
  const place = ({ key }: Label) => order.get(key) ?? 0;
  return cells.toSorted((a, b) => place(a.row) - place(b.row) || place(a.column) - place(b.column));
}
