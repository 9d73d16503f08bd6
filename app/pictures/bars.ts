import { barX, ruleX, text } from '@observablehq/plot';
import type { PictureSpec } from '../analyses/analysis.ts';
import { cellWords } from '../analyses/cell-words.ts';
import { ink } from './ink.ts';
import { fitted, labelsOf, widthOf } from './labels.ts';
import type { Drawing, Picture } from './drawing.ts';
import { mostShown, plotted, rowColor } from './plotted.ts';
import { rowsClass } from './svg.ts';

/** A bar a row, the number at its end; of more values a strong bar, below it a light one and an outlined one, each named at its end. */
export function drawBars({ label, group, values }: Extract<PictureSpec, { kind: 'bars' }>, { table, state, language, width }: Drawing): Omit<Picture, 'summary'> {
  const rows = table.rows.slice(0, mostShown.bars);
  const column = (id: string) => table.columns.find((one) => one.id === id);
  const [labelColumn, groupColumn] = [column(label), group === undefined ? undefined : column(group)];
  const labels = labelColumn ? labelsOf(rows, labelColumn, language) : [];
  const groups = groupColumn ? labelsOf(rows, groupColumn, language) : [];
  // One document for all need not be named at each bar.
  const isSplit = new Set(groups.map(({ key }) => key)).size > 1;
  const words = rows.map((_, at) => [labels[at], ...(isSplit ? [groups[at]] : [])].flatMap((one) => one?.words ?? []).join(' · '));
  const margin = Math.min(300, Math.max(60, ...words.map(widthOf)) + 14);
  const band = values.length * 19 + 5;
  const bars = values.flatMap((id, series) => rows.map((row, at) => ({
    at, series, y: String(at), value: Number(row[id] ?? 0), color: rowColor(row, state),
    words: [cellWords(column(id) ?? { id, name: { nl: id, en: id }, unit: 'count' }, row[id], language), ...(values.length > 1 ? [column(id)?.name[language].toLowerCase() ?? ''] : [])].join(' '),
  })));
  const room = Math.max(56, ...bars.map((bar) => widthOf(bar.words) + 14));
  const height = rows.length * band + 8;
  return {
    width, height,
    nodes: plotted({
      width, height, marginTop: 4, marginBottom: 4, marginLeft: margin, marginRight: room,
      x: { axis: null, domain: [0, Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)] },
      y: { domain: rows.map((_, at) => String(at)), axis: 'left', label: null, tickSize: 0, tickPadding: 10, tickFormat: (at: string) => fitted(words[Number(at)] ?? '', margin - 12), padding: 0 },
      marks: values.flatMap((_, series) => {
        const own = bars.filter((bar) => bar.series === series);
        const [top, bottom] = [4 + series * 19, band - 19 * (series + 1) - 1];
        return [
          barX(own, { x: 'value', y: 'y', fill: { value: 'color', scale: null }, ...looks[series], insetTop: top, insetBottom: bottom, className: rowsClass }),
          text(own, { x: 'value', y: 'y', text: 'words', textAnchor: 'start', dx: 6, dy: (top - bottom) / 2, fill: ink.strong }),
        ];
      }).concat(ruleX([0], { stroke: ink.line })),
    }),
  };
}

/** How the bars of a row's first, second and third value are told apart without their words; an edge keeps what is light in sight. */
const edge = { stroke: { value: 'color', scale: null } };
const looks = [{ fillOpacity: 0.85 }, { fillOpacity: 0.4, ...edge }, { fillOpacity: 0, ...edge }];
