import { codePointIndex } from '../../../app/document/offsets.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import type { Content } from '../../../schemas/records/content.ts';
import type { Stop } from './trails.ts';

/** A stretch of a block's text to light up, in UTF-16; empty at a seam where something was taken out. `warning`: which doubt it is. */
export interface ResultMark { id: string; from: number; to: number; warning: number | null }

/** The stops of a trail as marks in the blocks they stand in. Stops without a place in the result are left out. */
export function resultMarks(content: Content, stops: readonly Stop[]): ReadonlyMap<number, readonly ResultMark[]> {
  const marks = new Map<number, ResultMark[]>();
  for (const { id, result, warning } of stops) {
    const block = result && content.blocks[result.block];
    if (!result || !block) continue;
    const units = codePointIndex(block.text);
    const within = (offset: number) => units.toUtf16(Math.min(offset, units.length) as CodePoint);
    const list = marks.get(result.block) ?? [];
    list.push({ id, from: within(result.from), to: within(result.to), warning });
    marks.set(result.block, list);
  }
  return marks;
}

/** A run of a row: plain, lit up, a seam, a page that begins there, or the reading cursor. `at`: UTF-16 in the block. */
export type ResultRun =
  | { kind: 'text'; key: string; at: number; text: string; mark: string | null }
  | { kind: 'seam'; key: string; mark: string }
  | { kind: 'page'; key: string; page: number }
  | { kind: 'cursor'; key: string };

/** A stretch of a block's text cut at its marks, page ticks and the cursor. Overlapping marks: the first one lights up. */
export function resultRuns(
  text: string, from: number, to: number, marks: readonly ResultMark[], pages: readonly { page: number; at: number }[], cursor: number | null,
): ResultRun[] {
  const touching = marks.filter((mark) => mark.from < to && mark.to > from);
  const seams = marks.filter((mark) => mark.from === mark.to && mark.from > 0 && mark.from >= from && (mark.from < to || to === text.length));
  const edges = new Set([from, to, ...seams.map((seam) => seam.from), ...pages.map((tick) => tick.at), ...(cursor === null ? [] : [cursor])]);
  for (const mark of touching) {
    edges.add(Math.max(from, mark.from));
    edges.add(Math.min(to, mark.to));
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.flatMap((start, index): ResultRun[] => {
    const end = sorted[index + 1] ?? start;
    const covering = touching.find((mark) => mark.from <= start && mark.to >= end);
    return [
      ...pages.filter((tick) => tick.at === start).map(({ page }): ResultRun => ({ kind: 'page', key: `page-${page}`, page })),
      ...seams.filter((seam) => seam.from === start).map(({ id }): ResultRun => ({ kind: 'seam', key: id, mark: id })),
      ...(start === cursor ? [{ kind: 'cursor' as const, key: 'cursor' }] : []),
      ...(end > start ? [{ kind: 'text' as const, key: `at-${start}`, at: start, text: text.slice(start, end), mark: covering?.id ?? null }] : []),
    ];
  });
}
