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
 * more than lines (headings, pages, notes) say so in optional fields as they are added.
 */
export interface RawDocument {
  format: string;
  /** The decoded source, whose code points `source` spans count; null where the format has no such text. */
  source: string | null;
  lines: RawLine[];
  changes: ImportChange[];
  warnings: ImportWarning[];
}

/** One line of the source without its line break; white space kept. */
export interface RawLine {
  text: string;
  source: SourceSpan;
  sourceMap: SourceMap;
  /** A page starts here, by a mark of the format. */
  newPage?: boolean;
  /** The format says that this line is a heading, and of which level. */
  heading?: number;
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
  /** `Document.importedAt`. */
  now: string;
}
