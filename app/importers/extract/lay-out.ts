import type { CodePoint } from '../../../schemas/ids.ts';
import type { ImportWarning, SourceSpan } from '../../../schemas/records/content.ts';
import { endsAtBreak } from '../../structure/lines.ts';
import { pointLength } from '../../structure/pieces.ts';
import type { RawDocument, RawLine, RawNote } from '../importer.ts';
import { placeComments, type DraftComment } from './comments.ts';
import { isEmpty, type DraftLine, type DraftNote } from './draft-line.ts';
import { warnOf, type Saying } from './sayings.ts';

/** All that a walk through a document came by. */
export interface Extract {
  format: string;
  lines: DraftLine[];
  notes: DraftNote[];
  comments: DraftComment[];
  /** Whether the file says of every page where it starts, or perhaps of some; null where its format has no pages. */
  pages: 'all' | 'some' | null;
  said: ReadonlyMap<Saying, number>;
}

/**
 * The lines as the text that the review shows, a line a line, notes at the end, and everything that refers to them.
 * The same file gives the same text, so that places in it can be looked up again.
 */
export function layOut({ format, lines, notes, comments, pages, said }: Extract): RawDocument {
  const ordered = inOrderOfMarks(lines, notes);
  const size = mostUsedSize(lines);
  const spans = new Map<DraftLine, SourceSpan>();
  const texts: string[] = [];
  let at = 0;
  const place = (line: DraftLine, index: number, story: readonly DraftLine[]): RawLine => {
    const length = pointLength(line.text);
    const span: [CodePoint, CodePoint] = [at as CodePoint, (at + length) as CodePoint];
    if (!isEmpty(line)) spans.set(line, span);
    texts.push(line.text);
    at += length + 1;
    return {
      text: line.text, source: span, sourceMap: length === 0 ? [] : [[0 as CodePoint, span[0], length]],
      ...knownOf(line, story[index + 1] ?? null, size), ...(line.newPage && pages === 'all' ? { newPage: true } : {}),
    };
  };
  const rawLines = lines.map(place);
  const rawNotes = ordered.map(({ id, label, lines: own }): RawNote => ({ id, label, lines: own.map(place) }));
  const placed = placeComments(lines, ordered, comments);
  return {
    format, source: texts.join('\n'), lines: rawLines, changes: [],
    ...(rawNotes.length > 0 ? { notes: rawNotes } : {}),
    ...(placed.comments.length > 0 ? { comments: placed.comments } : {}),
    warnings: [
      ...warningsOf(said, spans),
      ...(pages === 'some' && texts.join('').length > onePage ? warnOf('pages-unknown', 1, []) : []),
      ...(placed.lost > 0 ? warnOf('comment-without-place', placed.lost, []) : []),
    ],
  };
}

/** A text shorter than this may well be one page, and nothing is missed. */
const onePage = 5000;

function knownOf(line: DraftLine, next: DraftLine | null, usual: number | null): Partial<RawLine> {
  const marks = line.points.flatMap((point) => (point.kind === 'note' ? [{ at: point.at, note: point.id }] : []));
  const { letters, bold } = line.set;
  const size = mostUsed(line.set.sizes);
  return {
    ...(line.end === 'unknown' ? {} : { endsParagraph: line.end === 'break' && next ? endsAtBreak(line.text, next.text) : line.end !== 'page' }),
    ...(line.heading === null ? {} : { heading: line.heading }),
    ...(line.item === null ? {} : { item: line.item }),
    ...(letters > 0 && usual !== null ? { type: { size: (size ?? usual) / usual, bold: bold === letters } } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

/** Notes as their marks follow each other, those marked in notes behind the others, then those that nothing marks. */
function inOrderOfMarks(lines: readonly DraftLine[], notes: readonly DraftNote[]): DraftNote[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const ordered = new Set<DraftNote>();
  for (const line of [...lines, ...notes.flatMap((note) => note.lines)]) {
    for (const point of line.points) {
      const note = point.kind === 'note' ? byId.get(point.id) : undefined;
      if (note) ordered.add(note);
    }
  }
  return [...ordered, ...notes.filter((note) => !ordered.has(note))].filter((note) => !note.lines.every(isEmpty));
}

function mostUsedSize(lines: readonly DraftLine[]): number | null {
  const sizes = new Map<number, number>();
  for (const { set } of lines) for (const [size, letters] of set.sizes) sizes.set(size, (sizes.get(size) ?? 0) + letters);
  return mostUsed(sizes);
}

function mostUsed(sizes: ReadonlyMap<number, number>): number | null {
  let best: [number, number] | null = null;
  for (const entry of sizes) if (entry[0] > 0 && (!best || entry[1] > best[1])) best = entry;
  return best?.[0] ?? null;
}

/** What was said, with the places where it was said that are still there. */
function warningsOf(said: ReadonlyMap<Saying, number>, spans: ReadonlyMap<DraftLine, SourceSpan>): ImportWarning[] {
  const places = new Map<Saying, SourceSpan[]>();
  for (const [line, span] of spans) {
    for (const point of line.points) if (point.kind === 'said') places.set(point.id, [...(places.get(point.id) ?? []), span]);
  }
  return [...said].flatMap(([rule, count]) => warnOf(rule, count, places.get(rule) ?? []));
}
