import type { DocumentId, SpeakerId } from '../../schemas/ids.ts';
import type { Content, TurnKind } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import { speakerOf } from '../coding/speaker-of.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';
import { textOfContent } from '../document/text-of.ts';

/** Who is heard: a speaker, or a document without turns, which is one voice named after it. */
export interface Voice { id: SpeakerId | DocumentId; name: string; role: string | null; organisation: string | null; moderator: boolean }

/** A turn, or a block of a document without turns, which is of no kind. `voice` is null in a turn without a speaker. */
export interface SpeechUnit extends TextRange { turn: number | null; kind: TurnKind | null; voice: Voice | null }

/** What is said in a document, as it is counted (counting.md). All lists are in the order of the text. */
export interface Speech {
  document: Document;
  text: PlainText;
  units: readonly SpeechUnit[];
  /** Words in units, without the reporter's notes. `unit` is an index in `units`. */
  words: readonly (TextRange & { unit: number })[];
  /** For each unit the index of its first word, or of the word that would be; one more for the end. */
  firstWords: readonly number[];
  /** The reporter's notes inside units, brackets included: not speech. */
  notes: readonly TextRange[];
}

/** The speech of every document whose content is there, the oldest import first. */
export function speechOf(snapshot: ProjectSnapshot): Speech[] {
  return [...snapshot.state.documents.values()].toSorted(byImport).flatMap((document) => {
    const content = snapshot.contents.get(document.contentSha256);
    const text = content && textOfContent(content);
    return text ? [{ document, text, units: unitsOf(snapshot, document, text), ...spokenIn(text) }] : [];
  });
}

type Spoken = Pick<Speech, 'words' | 'firstWords' | 'notes'>;
const spoken = new WeakMap<Content, Spoken>();

/** What is said, taken apart once per content: who says it may change, the words and their places do not. */
function spokenIn(text: PlainText): Spoken {
  const known = spoken.get(text.content) ?? takeApart(text);
  spoken.set(text.content, known);
  return known;
}

function takeApart(text: PlainText): Spoken {
  const ranges = text.content.turns.length === 0 ? text.blocks : text.turns;
  const notes: TextRange[] = [];
  const words: (TextRange & { unit: number })[] = [];
  const firstWords: number[] = [];
  for (const [unit, { start, end }] of ranges.entries()) {
    const own = notesIn(text.text.slice(start, end)).map((note) => shift(note, start));
    for (const note of own) notes.push(note);
    firstWords.push(words.length);
    for (const word of wordsOutside(text.text, { start, end }, own)) words.push({ ...word, unit });
  }
  return { words, firstWords: [...firstWords, words.length], notes };
}

function unitsOf(snapshot: ProjectSnapshot, document: Document, text: PlainText): SpeechUnit[] {
  const { turns } = text.content;
  if (turns.length === 0) {
    const voice: Voice = { id: document.id, name: document.name, role: null, organisation: null, moderator: false };
    return text.blocks.map((block) => ({ ...block, turn: null, kind: null, voice }));
  }
  const { speakers } = snapshot.state;
  return turns.flatMap((turn, at) => {
    const range = text.turns[at];
    return range ? [{ ...range, turn: at, kind: turn.kind, voice: speakerOf(speakers, turn.speaker) ?? null }] : [];
  });
}

/**
 * Stretches between square brackets that pair up, over line breaks too; of nested ones the outermost. A bracket
 * without its partner is an ordinary character.
 */
export function notesIn(text: string): TextRange[] {
  const open: number[] = [];
  const notes: TextRange[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      while ((notes.at(-1)?.start ?? -1) > start) notes.pop();
      notes.push({ start: start as Utf16, end: (index + 1) as Utf16 });
    }
  }
  return notes;
}

/** Runs of characters without white space; a note counts as white space. Linear in the text. */
function wordsOutside(text: string, { start, end }: TextRange, notes: readonly TextRange[]): TextRange[] {
  const pieces: string[] = [];
  let from = start;
  for (const note of notes) {
    pieces.push(text.slice(from, note.start), ' '.repeat(note.end - note.start));
    from = note.end;
  }
  const said = [...pieces, text.slice(from, end)].join('');
  return Array.from(said.matchAll(/\S+/g), (match) => shift({ start: match.index as Utf16, end: (match.index + match[0].length) as Utf16 }, start));
}

const shift = ({ start, end }: TextRange, by: number): TextRange => ({ start: (start + by) as Utf16, end: (end + by) as Utf16 });

const byImport = (a: Document, b: Document) =>
  compare(a.importedAt, b.importedAt) || compare(a.name, b.name) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
