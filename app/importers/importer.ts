import type { Content, ImportChange, ImportWarning, SourceMap, SourceSpan } from '../../schemas/records/content.ts';
import type { Document, DocumentKind } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { Result } from '../support/result.ts';
import type { Words } from '../support/words.ts';

/** One file format that can be read. One file in this folder exports one descriptor; `registry.ts` lists them. */
export interface Importer {
  /** `txt`, `pdf` … as `inspect` prints it. */
  id: string;
  name: Words;
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /** What `RawDocument.source` is: the decoded file itself, whose places others can check, or a text made out of it. */
  source: 'file' | 'extract';
  /** How sure the bytes are of this format, 0 to 1: content before extension. */
  sniff(bytes: Uint8Array, fileName: string): number;
  read(bytes: Uint8Array, context: ImportContext): Promise<Result<RawDocument>>;
}

export interface ImportContext {
  fileName: string;
  signal?: AbortSignal;
  /** 0 to 1, at most some tens of times a second. */
  onProgress?: (done: number) => void;
}

/**
 * What a format gives to the recognisers: lines as they stand in the source, nothing cleaned yet. Formats that know
 * more than lines (headings, lists, pages, notes, comments) say so in optional fields; a recogniser believes the format
 * where it speaks and measures where it does not.
 */
export interface RawDocument {
  format: string;
  /**
   * The text whose code points all `source` spans count: the decoded file of a text format, else the text as it was
   * taken out of the file, a line a line, which the review shows beside the result and a later reading makes again.
   */
  source: string | null;
  lines: RawLine[];
  /** Footnotes and endnotes that the format keeps apart, in the order of their marks. */
  notes?: RawNote[];
  /** What readers of the file wrote in its margin; they come in as memos. */
  comments?: RawComment[];
  changes: ImportChange[];
  warnings: ImportWarning[];
}

/** One line of the source without its line break; white space kept. A paragraph, where the format knows paragraphs. */
export interface RawLine {
  text: string;
  source: SourceSpan;
  sourceMap: SourceMap;
  /** A page starts here, by a mark of the format. */
  newPage?: boolean;
  /** The format says that this line is a heading, and of which level. */
  heading?: number;
  /** The format says that this line is an item of a list, of which level from 1; its mark is not in `text`. */
  item?: number;
  /** Whether a paragraph ends with this line; left out where only measuring can tell. */
  endsParagraph?: boolean;
  /** Stands above or below the text of its page: a running header, a footer, a page number. */
  furniture?: boolean;
  /** How the line is set: size as a multiple of the running text's, and whether all of it is bold. */
  type?: { size: number; bold: boolean };
  /** Marks of notes, by UTF-16 offset in `text`; the mark itself is not in `text`. `note` is a `RawNote.id`. */
  marks?: { at: number; note: string }[];
}

/** A note's text as lines, and the label that its mark prints; null where the format numbers notes itself. */
export interface RawNote { id: string; label: string | null; lines: RawLine[] }

/** A comment on a stretch of text: from and to are places in `lines` (index, UTF-16 offset), `to` exclusive. */
export interface RawComment {
  from: { line: number; at: number };
  to: { line: number; at: number };
  text: string;
  author: string | null;
  /** ISO date and time, as the file says; null where it does not. */
  at: string | null;
}

/** A document as it was read and understood: a suggestion, until the user accepts it. Ids are UUIDv5 of the file. */
export interface Reading {
  document: Document;
  content: Content;
  speakers: Speaker[];
  /** The decoded source text, for the review; null where the format has none. */
  source: string | null;
}

export interface ReadOptions extends ImportContext {
  /** Treat it as this kind instead of recognising the kind. */
  as?: DocumentKind;
  /**
   * Take no file for text that has a name of another kind: for whole folders, where a style sheet is no document. What
   * is surely of a format is read whatever it is called.
   */
  knownOnly?: boolean;
  /** `Document.importedAt`. */
  now: string;
}
