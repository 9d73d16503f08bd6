import type { Content, SourceSpan } from '../../../schemas/records/content.ts';
import type { CodePointIndex } from '../../../app/document/offsets.ts';
import { firstIndex } from '../../../app/support/first-index.ts';

export type MarkKind = 'removed' | 'changed' | 'restored' | 'doubt';

/** A stretch of the source that a rule worked on, in UTF-16. `rule` and `nth` name its place among the rule's places. */
export interface SourceMark { start: number; end: number; kind: MarkKind; place: string }

/** A run of a row with one look. `places` holds every mark that covers it, for focus. */
export interface Segment { start: number; end: number; kind: MarkKind | null; places: readonly string[] }

/** The marks of a source, to be asked for the rows in view only. */
export interface SourceMarks {
  /** What a row is drawn from: never empty runs, together the whole row. */
  segments(start: number, end: number): Segment[];
}

/** The name of a change's or a warning's place: what the panes and the stepping call it by. */
export const changePlace = (index: number) => `change-${index}`;
export const warningPlace = (index: number) => `warning-${index}`;

export function sourceMarks(content: Content, index: CodePointIndex): SourceMarks {
  const marks: SourceMark[] = [];
  const add = (source: SourceSpan, kind: MarkKind, place: string) => {
    if (!source || source[1] <= source[0] || source[1] > index.length) return;
    marks.push({ start: index.toUtf16(source[0]), end: index.toUtf16(source[1]), kind, place });
  };
  content.changes.forEach(({ source, after, undone }, at) => add(source, undone ? 'restored' : after === '' ? 'removed' : 'changed', changePlace(at)));
  content.warnings.forEach(({ source, seen }, at) => {
    if (!seen) add(source, 'doubt', warningPlace(at));
  });
  return marksOf(marks);
}

/** Rows ask in any order; a row costs two binary searches and the marks that touch it. */
export function marksOf(unsorted: readonly SourceMark[]): SourceMarks {
  const marks = unsorted.toSorted((a, b) => a.start - b.start || b.end - a.end);
  // The furthest end so far: marks may overlap, and a long one may begin far above the row.
  const reach: number[] = [];
  for (const mark of marks) reach.push(Math.max(reach.at(-1) ?? 0, mark.end));
  return {
    segments(start, end) {
      const touching: SourceMark[] = [];
      for (let at = firstAbove(reach, start); at < marks.length; at += 1) {
        const mark = marks[at];
        if (!mark || mark.start >= end) break;
        if (mark.end > start) touching.push(mark);
      }
      return cut(start, end, touching);
    },
  };
}

function cut(start: number, end: number, marks: readonly SourceMark[]): Segment[] {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const from = sorted[at] ?? start;
    const to = sorted[at + 1] ?? end;
    const covering = marks.filter((mark) => mark.start <= from && mark.end >= to);
    segments.push({ start: from, end: to, kind: strongest(covering), places: covering.map((mark) => mark.place) });
  }
  return segments;
}

/** What was taken out counts above what was changed, that above what was put back, and that above what is only doubted. */
function strongest(marks: readonly SourceMark[]): MarkKind | null {
  for (const kind of ['removed', 'changed', 'restored', 'doubt'] as const) {
    if (marks.some((mark) => mark.kind === kind)) return kind;
  }
  return null;
}

/** The first index whose value lies above `offset`, in an ascending list. */
function firstAbove(ascending: readonly number[], offset: number): number {
  return firstIndex(ascending.length, (at) => (ascending[at] ?? 0) > offset);
}
