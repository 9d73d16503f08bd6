import type { RawComment } from '../importer.ts';
import type { DraftLine, DraftNote } from './draft-line.ts';

/** A comment as the file has it; its place is where the points with its id stand. */
export interface DraftComment { id: string; text: string; author: string | null; at: string | null }

/**
 * Comments with their places in the lines. One on a note stands at the note's mark; `lost` counts those that stand at
 * no place (on a header, say) and are put at the start, so that they do not vanish. Empty ones are left out.
 */
export function placeComments(
  lines: readonly DraftLine[], notes: readonly DraftNote[], comments: readonly DraftComment[],
): { comments: RawComment[]; lost: number } {
  const starts = new Map<string, RawComment['from']>();
  const ends = new Map<string, RawComment['to']>();
  const marks = new Map<string, RawComment['from']>();
  lines.forEach(({ points }, line) => {
    for (const { kind, id, at } of points) {
      const places = { from: starts, to: ends, note: marks, said: null }[kind];
      if (places && !places.has(id)) places.set(id, { line, at });
    }
  });
  for (const note of notes) {
    const mark = marks.get(note.id);
    for (const point of mark ? note.lines.flatMap(({ points }) => points) : []) {
      if (mark && point.kind === 'from' && !starts.has(point.id)) starts.set(point.id, mark);
    }
  }
  let lost = 0;
  const placed = comments.filter(({ text }) => /\S/u.test(text)).map(({ id, text, author, at }): RawComment => {
    const start = starts.get(id) ?? ends.get(id);
    if (!start) lost += 1;
    const from = start ?? { line: 0, at: 0 };
    const end = ends.get(id) ?? from;
    const backwards = end.line < from.line || (end.line === from.line && end.at < from.at);
    return { from, to: backwards ? from : end, text: text.trim(), author, at };
  });
  return { comments: placed, lost };
}

/** A file's date and time in ISO form; null where it is none. */
export function isoTime(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text)) return null;
  const time = new Date(/(?:Z|[+-]\d{2}:\d{2})$/u.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
