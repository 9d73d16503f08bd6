import { barX, gridX } from '@observablehq/plot';
import type { AnalysisRow, PictureSpec } from '../analyses/analysis.ts';
import { groupBy } from '../support/group-by.ts';
import { ink } from './ink.ts';
import { fitted, labelsOf, widthOf } from './labels.ts';
import type { Drawing, Picture } from './drawing.ts';
import { mostShown, plotted, rowColor } from './plotted.ts';
import { svgNode, rowsClass, withRows, type SvgNode } from './svg.ts';

interface Mark { at: number; lane: string; from: number; to: number; color: string }

const laneHeight = 20;
const laneSeparator = ' · ';

/** For each document its lanes, from the first word to the last; each row a mark where it stands. */
export function drawPortrait(spec: Extract<PictureSpec, { kind: 'portrait' }>, drawing: Drawing): Omit<Picture, 'summary'> {
  const { table: { rows }, width } = drawing;
  const lanes = laneWords(spec, drawing);
  const marginLeft = Math.min(280, Math.max(60, ...lanes.map(widthOf)) + 14);
  const documents = [...groupBy(rows.map((row, at) => ({ row, at })), ({ row }) => row['document_id']).values()];
  const nodes: SvgNode[] = [];
  let top = 0;
  for (const own of documents) {
    if (documents.length > 1) {
      nodes.push(svgNode('text', { x: 0, y: top + 14, fill: ink.strong, 'font-weight': 600, 'text-anchor': 'start' }, [String(own[0]?.row['document'] ?? '')]));
      top += 24;
    }
    const marks = own.map(({ row, at }): Mark => ({ at, lane: lanes[at] ?? '', from: Number(row['from_word']), to: Number(row['to_word']), color: rowColor(row, drawing.state) }));
    const words = Number(own[0]?.row['document_words'] ?? 0);
    const drawn = drawDocument(marks, words, marginLeft, drawing);
    nodes.push(svgNode('g', { transform: `translate(0,${top})` }, drawn.nodes));
    top += drawn.height + 10;
  }
  return { width, height: top, nodes };
}

function drawDocument(marks: readonly Mark[], words: number, marginLeft: number, { width, language }: Pick<Drawing, 'width' | 'language'>): { nodes: SvgNode[]; height: number } {
  const lanes = [...new Set(marks.map(({ lane }) => lane))].slice(0, mostShown.lanes);
  const height = lanes.length * laneHeight + 26;
  // A single word must be seen and pressed: no mark is narrower than three pixels.
  const least = (words * 3) / Math.max(1, width - marginLeft - 12);
  const shown = joined(marks.filter(({ lane }) => lanes.includes(lane)), least).map((mark) => ({ ...mark, to: Math.max(mark.to, mark.from + least) }));
  const ticks = Math.min(8, words);
  const number = new Intl.NumberFormat(language);
  const nodes = plotted({
    width, height, marginLeft, marginRight: 12, marginTop: 2, marginBottom: 24,
    x: { domain: [0, words], axis: 'bottom', label: null, ticks, tickSize: 4, tickFormat: (at: number) => (at === 0 ? { nl: 'woord 0', en: 'word 0' }[language] : number.format(at)) },
    y: { domain: lanes, axis: 'left', label: null, tickSize: 0, tickPadding: 10, tickFormat: (lane: string, at: number) => fitted(tick(lane, lanes[at - 1]), marginLeft - 14), padding: 0 },
    marks: [
      gridX({ ticks, stroke: ink.line, strokeOpacity: 1 }),
      barX(shown, { x1: 'from', x2: 'to', y: 'lane', fill: { value: 'color', scale: null }, fillOpacity: 0.9, insetTop: 3, insetBottom: 3, title: 'lane', className: rowsClass }),
    ],
  });
  return { height, nodes: withRows(nodes, (mark) => shown[mark]?.at ?? 0) };
}

/** What stands beside a lane: what it shares with the lane above is not said again. */
function tick(lane: string, above: string | undefined): string {
  const [outer, ...inner] = lane.split(laneSeparator);
  return inner.length > 0 && above?.startsWith(`${outer}${laneSeparator}`) ? inner.join(laneSeparator) : lane;
}

/** Very many marks are joined where nobody could see the gap between them. */
function joined(marks: readonly Mark[], gap: number): Mark[] {
  if (marks.length < 1500) return [...marks];
  return [...groupBy(marks, ({ lane }) => lane).values()].flatMap((own) => {
    const runs: Mark[] = [];
    for (const mark of own.toSorted((a, b) => a.from - b.from)) {
      const last = runs.at(-1);
      if (last && last.color === mark.color && mark.from - last.to < gap) last.to = Math.max(last.to, mark.to);
      else runs.push({ ...mark });
    }
    return runs;
  });
}

/** The words of each row's lane. */
function laneWords({ lane, group }: Extract<PictureSpec, { kind: 'portrait' }>, { table: { columns, rows }, language }: Drawing): string[] {
  const words = (id: string | undefined) => {
    const column = columns.find((one) => one.id === id);
    return column ? labelsOf(rows, column, language) : rows.map(() => null);
  };
  const [outer, inner] = [words(lane), words(group)];
  return rows.map((_: AnalysisRow, at) => [outer[at], inner[at]].flatMap((label) => label?.words ?? []).join(laneSeparator));
}
