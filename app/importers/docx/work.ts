import type { DraftLine } from '../extract/draft-line.ts';
import type { ExtractWriter } from '../extract/writer.ts';
import type { XmlAttributes } from '../../support/read-xml.ts';
import type { NumberingReader } from './numbering.ts';
import type { WordStyles } from './styles.ts';

/** What the parts of a Word file share while they are read one after the other. */
export interface WordWork {
  writer: ExtractWriter;
  styles: WordStyles;
  numbering: NumberingReader;
  /** The file says where Word last set its pages; else it has those only that somebody forced. */
  renderedPages: boolean;
  /** Marks of notes in the order of the text; `sign`: the author's own, null where Word numbers. */
  marks: NoteMark[];
  /** Notes whose marks were deleted with the text around them. */
  deletedNotes: Set<string>;
  /** Notes and comments, when they have been read. */
  stories: WordNote[];
  /** How notes are numbered, by the last that says so: the settings or a section. */
  formats: { footnote: string; endnote: string };
}

export interface NoteMark { id: string; kind: 'footnote' | 'endnote'; sign: string | null }

/** A footnote, endnote or comment, by the id that marks it. */
export interface WordNote { id: string; attributes: XmlAttributes; lines: DraftLine[] }

/** Ids of footnotes and of endnotes count apart. */
export const noteId = (kind: string, id: string | undefined) => `${kind} ${id ?? ''}`;
