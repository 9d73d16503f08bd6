import type { Saying } from './sayings.ts';

/** A line that is being written: what a `RawLine` says, but for its place in the source, which only the end knows. */
export interface DraftLine {
  text: string;
  /** The last letter of `text`: to look it up there would cost the whole line each time. */
  last: string;
  newPage: boolean;
  heading: number | null;
  item: number | null;
  /** What parts it from the next line: the paragraph's end, a break that the author typed, a page's end in a sentence. */
  end: 'paragraph' | 'break' | 'page' | 'unknown';
  points: Point[];
  /** Letters that are seen, those of them in bold, and how many are set in which size. */
  set: { letters: number; bold: number; sizes: Map<number, number> };
}

/** Where a note is marked, a comment starts or ends (by id), or something is to be said; by UTF-16 offset. */
export type Point = { at: number } & ({ kind: 'note' | 'from' | 'to'; id: string } | { kind: 'said'; id: Saying });

/** A note's lines, and the label that its mark prints. */
export interface DraftNote { id: string; label: string | null; lines: DraftLine[] }

export interface ParagraphStyle { heading: number | null; item: number | null }

/** How a stretch of text is set; `size` in any unit that the format keeps to. */
export interface Setting { bold: boolean; size: number | null }

export const newLine = ({ heading, item }: ParagraphStyle): DraftLine => (
  { text: '', last: '', newPage: false, heading, item, end: 'paragraph', points: [], set: { letters: 0, bold: 0, sizes: new Map() } });

/** White space at most. Counted, since looking at the text would cost the whole line each time. */
export const isEmpty = ({ set }: DraftLine) => set.letters === 0;

/** Lines behind each other on one line, a tab between them; empty ones leave nothing but their points. */
export function joinLine(lines: readonly DraftLine[]): DraftLine {
  const joined = newLine({ heading: null, item: null });
  for (const line of lines) {
    if (!isEmpty(joined) && !isEmpty(line)) joined.text += '\t';
    const from = joined.text.length;
    joined.points.push(...line.points.map((point) => ({ ...point, at: point.at + (isEmpty(line) ? 0 : from) })));
    if (!isEmpty(line)) joined.text += line.text;
    joined.newPage ||= line.newPage;
    joined.end = line.end;
    addLetters(joined, line.set);
  }
  return joined;
}

/** Letters that came to a line, and how they are set. */
export function addLetters({ set }: DraftLine, { letters, bold, sizes }: DraftLine['set']): void {
  set.letters += letters;
  set.bold += bold;
  for (const [size, count] of sizes) set.sizes.set(size, (set.sizes.get(size) ?? 0) + count);
}
