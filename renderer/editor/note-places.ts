import type { Utf16 } from '../../app/document/offsets.ts';
import type { TextRange } from '../../app/document/plain-text.ts';
import type { EditorPosition } from './positions.ts';
import type { ReadingDocument } from './reading-document.ts';

/** A note and its mark in the text. A note that is referred to twice has two. */
export interface NotePlace {
  label: string;
  text: string;
  /** Where the mark stands; the words before it, to be lit up when the reader comes back. */
  mark: EditorPosition;
  words: TextRange;
  /** The note's own block. */
  note: TextRange;
}

/** The notes of a document whose marks have a place in the text, in the order of the record. */
export function notePlaces({ text, positions }: ReadingDocument): NotePlace[] {
  return text.content.footnotes.flatMap(({ label, anchor, block }): NotePlace[] => {
    const note = text.blocks[block];
    const home = anchor && text.blocks[anchor.block];
    if (!anchor || !note || !home) return [];
    const at = text.at(anchor);
    const before = text.text.slice(home.start, at);
    const word = /\S{1,40}\s*$/u.exec(before)?.[0] ?? '';
    return [{ label, text: text.text.slice(note.start, note.end), mark: positions.toPosition(at), words: { start: (at - word.length) as Utf16, end: at }, note }];
  });
}
