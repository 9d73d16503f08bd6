import type { AnalysisRow, PictureSpec } from '../analyses/analysis.ts';
import { cellWords } from '../analyses/cell-words.ts';
import { groupBy } from '../support/group-by.ts';
import { heatCells } from './heat.ts';
import { labelsOf } from './labels.ts';
import type { Drawing } from './drawing.ts';
import { mostShown } from './plotted.ts';

/** A picture in words: what kind it is, what is in it, what is most and least, and what it leaves out. */
export function describePicture(spec: PictureSpec, drawing: Drawing): string {
  switch (spec.kind) {
    case 'bars': return bars(spec, drawing);
    case 'heat': return heat(spec, drawing);
    case 'portrait': return portrait(spec, drawing);
  }
}

/** What a picture leaves out for want of room, a sentence each. A portrait tells it of each document. */
export function leftOutOf(spec: PictureSpec, { table: { columns, rows }, language }: Drawing): string[] {
  if (spec.kind === 'portrait') return [];
  if (spec.kind === 'bars') return leftOut(rows.length, mostShown.bars, language);
  const cells = heatCells(spec, columns, rows, language);
  const [high, wide] = [count(cells.map(({ row }) => row.key)), count(cells.map(({ column }) => column.key))];
  const { columns: shown } = mostShown;
  return [
    ...leftOut(high, mostShown.rows, language),
    ...(wide > shown ? [{ nl: `Van ${wide} kolommen staan de eerste ${shown} in beeld.`, en: `Of ${wide} columns the first ${shown} are shown.` }[language]] : []),
  ];
}

const count = (keys: readonly string[]) => new Set(keys).size;

function bars(spec: Extract<PictureSpec, { kind: 'bars' }>, drawing: Drawing): string {
  const { table: { columns, rows }, language } = drawing;
  const { label, values } = spec;
  const shown = rows.slice(0, mostShown.bars);
  const labelColumn = columns.find(({ id }) => id === label);
  const names = labelColumn ? labelsOf(shown, labelColumn, language) : [];
  const figures = values.flatMap((value) => columns.filter(({ id }) => id === value)).map((column) => {
    const sorted = shown.map((row, at) => ({ words: `${names[at]?.words ?? ''} ${cellWords(column, row[column.id], language)}`, value: Number(row[column.id] ?? 0) })).toSorted((a, b) => b.value - a.value);
    const top = sorted.slice(0, 3).map(({ words }) => words).join(', ');
    const least = sorted.length > 3 ? { nl: `; het minst: ${sorted.at(-1)?.words ?? ''}`, en: `; least: ${sorted.at(-1)?.words ?? ''}` }[language] : '';
    return `${column.name[language]}: ${top}${least}.`;
  });
  return [{ nl: `Staafdiagram met ${shown.length} rijen.`, en: `Bar chart of ${shown.length} rows.` }[language], ...figures, ...leftOutOf(spec, drawing)].join(' ');
}

function heat(spec: Extract<PictureSpec, { kind: 'heat' }>, drawing: Drawing): string {
  const { table: { columns, rows }, language } = drawing;
  const cells = heatCells(spec, columns, rows, language);
  const [high, wide] = [count(cells.map(({ row }) => row.key)), count(cells.map(({ column }) => column.key))];
  const once = [...new Map(cells.map((cell) => [cell.at, cell])).values()];
  const top = once.filter(({ value }) => (value ?? 0) > 0).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, 3);
  const name = columns.find(({ id }) => id === spec.value)?.name[language] ?? '';
  const said = top.map(({ row, column, words }) => `${row.words} × ${column.words} ${words}`).join('; ');
  // A theme is not paired with itself.
  const whole = spec.mirrored ? high * (high - 1) : high * wide;
  const empty = whole - cells.filter(({ value }) => (value ?? 0) > 0).length;
  const [nl, en] = top.length === 0
    ? ['Alle cellen zijn leeg.', 'All cells are empty.']
    : [`${name}, het meest: ${said}. ${empty} van ${whole} cellen zijn leeg.`, `${name}, the most: ${said}. ${empty} of ${whole} cells are empty.`];
  const shownHigh = Math.min(high, mostShown.rows);
  const shownWide = Math.min(wide, mostShown.columns);
  return [
    { nl: `Raster van ${shownHigh} rijen en ${shownWide} kolommen; donkerder is meer.`, en: `Grid of ${shownHigh} rows and ${shownWide} columns; darker is more.` }[language],
    { nl, en }[language], ...leftOutOf(spec, drawing),
  ].join(' ');
}

function portrait({ lane }: Extract<PictureSpec, { kind: 'portrait' }>, { table: { columns, rows }, language }: Drawing): string {
  const column = columns.find(({ id }) => id === lane);
  const labels = column ? labelsOf(rows, column, language) : [];
  const documents = [...groupBy(rows.map((row, at) => ({ row, lane: labels[at]?.words ?? '' })), ({ row }) => row['document_id']).values()];
  const told = documents.map((own) => {
    const lanes = [...groupBy(own, (one) => one.lane)].toSorted(([, a], [, b]) => b.length - a.length);
    const each = lanes.slice(0, 5).map(([words, marks]) => `${words} ${marks.length} × ${reach(marks.map(({ row }) => row), language)}`).join('; ');
    const name = String(own[0]?.row['document'] ?? '');
    const shown = Math.min(lanes.length, mostShown.lanes);
    return [{ nl: `${name}: ${shown} banen. ${each}.`, en: `${name}: ${shown} lanes. ${each}.` }[language], ...leftOut(lanes.length, shown, language)].join(' ');
  });
  const title = { nl: 'Langs de tekst, van begin tot einde.', en: 'Along the text, from beginning to end.' }[language];
  return [title, ...told].join(' ');
}

/** From where to where in the document, in percents of its words. */
function reach(rows: readonly AnalysisRow[], language: 'nl' | 'en'): string {
  const at = (row: AnalysisRow | undefined, place: 'from_word' | 'to_word') => Math.round((100 * Number(row?.[place] ?? 0)) / Math.max(1, Number(row?.['document_words'] ?? 0)));
  const from = Math.min(...rows.map((row) => at(row, 'from_word')));
  const to = Math.max(...rows.map((row) => at(row, 'to_word')));
  return { nl: `(tussen ${from} en ${to} %)`, en: `(between ${from} and ${to} %)` }[language];
}

const leftOut = (all: number, shown: number, language: 'nl' | 'en') =>
  (all > shown ? [{ nl: `Van ${all} rijen staan de eerste ${shown} in beeld.`, en: `Of ${all} rows the first ${shown} are shown.` }[language]] : []);
