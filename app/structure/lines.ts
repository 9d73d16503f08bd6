import type { RawLine } from '../importers/importer.ts';
import { slicePiece, withMarks, type Piece } from './pieces.ts';

/** A line with something on it, without the white space at its ends. */
export interface Line extends Piece {
  /** Index in `RawDocument.lines`. */
  raw: number;
  /** White space before and after the text, in the raw line. */
  indent: number;
  trailing: number;
  /** What parts it from the line before: nothing, empty lines, or a page's end (with whatever was empty there). */
  gap: 'none' | 'blank' | 'page';
  page: number | null;
  /** What the format says of the line, as in `RawLine`; null where it does not. */
  heading: number | null;
  item: number | null;
  endsParagraph: boolean | null;
  type: RawLine['type'] | null;
}

/** A raw line without the white space at its ends; null where nothing is left. */
export function lineOf(raw: RawLine, at: number, gap: Line['gap']): Line | null {
  const end = raw.text.trimEnd().length;
  if (end === 0) return null;
  const indent = raw.text.length - raw.text.trimStart().length;
  const { text, map } = slicePiece({ text: raw.text, map: raw.sourceMap }, indent, end);
  const marks = (raw.marks ?? []).map((mark) => ({ ...mark, at: Math.max(0, Math.min(mark.at, end) - indent) }));
  return withMarks({
    text, map, raw: at, indent, trailing: raw.text.length - end, gap, page: null,
    heading: raw.heading ?? null, item: raw.item ?? null, endsParagraph: raw.endsParagraph ?? null, type: raw.type ?? null,
  }, marks);
}

/** A full stop, question mark or the like, with the marks that may close after it. */
export const endsSentence = (text: string) => /[.?!…:;]["'’”»)\]]*$/u.test(text.slice(-8));

/** Begins with a small letter: the middle of a sentence. `'s Avonds` is a beginning. */
export const startsSmall = (text: string) => /^["'‘“«(]*\p{Ll}/u.test(text) && !/^['’‘][a-z]\s+\p{Lu}/u.test(text);
