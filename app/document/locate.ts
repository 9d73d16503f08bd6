import type { Content, TurnKind } from '../../schemas/records/content.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { speakerOf } from '../coding/speaker-of.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Utf16 } from './offsets.ts';
import type { PlainText } from './plain-text.ts';
import { firstIndex } from '../support/first-index.ts';

/** Where a passage stands in its document, in the words of a reader. */
export interface Location {
  /** Indexes of the turns it touches, ascending; empty in headings, labels and documents without turns. */
  turns: number[];
  /** Who speak in those turns, each once, in order of speaking. */
  speakers: Speaker[];
  /** Page of its first and of its last character; null where the format has no pages. */
  page: number | null;
  lastPage: number | null;
  /** Heading of the section that it starts in. */
  section: string | null;
  /** Kind of the first turn it touches. */
  turnKind: TurnKind | null;
  /** The paragraph or list item that it starts in, counted from 1 through the document; null in other blocks. */
  paragraph: number | null;
}

/**
 * Speaker, turn, page and section of a passage. `end` is exclusive; an empty range stands for the character at `start`.
 * Binary searches, so O(log n) and the turns it touches; the first call on a text also numbers its paragraphs and places its pages, once.
 */
export function locate(snapshot: ProjectSnapshot, text: PlainText, start: Utf16, end: Utf16): Location {
  const { content } = text;
  const last = Math.max(start, end - 1) as Utf16;
  const turns = turnsTouched(text, start, last);
  const speakers = new Map<string, Speaker>();
  for (const index of turns) {
    const speaker = speakerOf(snapshot.state.speakers, content.turns[index]?.speaker ?? null);
    if (speaker) speakers.set(speaker.id, speaker);
  }
  const block = text.blockAt(start);
  return {
    turns,
    speakers: [...speakers.values()],
    page: pageAt(text, start),
    lastPage: pageAt(text, last),
    section: sectionOf(content, block),
    turnKind: content.turns[turns[0] ?? -1]?.kind ?? null,
    paragraph: paragraphNumbers(text)[block] ?? null,
  };
}

/** The page of the character at this offset; before the first page's mark, the page of its block. */
export function pageAt(text: PlainText, offset: Utf16): number | null {
  const { pages, blocks } = text.content;
  const starts = pageStarts(text);
  const after = firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset);
  return pages[after - 1]?.page ?? blocks[text.blockAt(offset)]?.page ?? null;
}

function turnsTouched(text: PlainText, start: Utf16, last: Utf16): number[] {
  const touched: number[] = [];
  const from = firstIndex(text.turns.length, (index) => (text.turns[index]?.end ?? 0) > start);
  for (let index = from; index < text.turns.length && (text.turns[index]?.start ?? Infinity) <= last; index++) touched.push(index);
  return touched;
}

function sectionOf({ sections }: Content, block: number): string | null {
  const after = firstIndex(sections.length, (index) => (sections[index]?.firstBlock ?? 0) > block);
  const section = sections[after - 1];
  return section && block <= section.lastBlock ? section.heading : null;
}

const paged = new WeakMap<PlainText, Utf16[]>();

function pageStarts(text: PlainText): Utf16[] {
  const known = paged.get(text) ?? text.content.pages.map((page) => text.at(page.at));
  paged.set(text, known);
  return known;
}

const numbered = new WeakMap<PlainText, (number | null)[]>();

function paragraphNumbers(text: PlainText): (number | null)[] {
  const known = numbered.get(text);
  if (known) return known;
  let count = 0;
  const numbers = text.content.blocks.map(({ kind }) => (kind === 'paragraph' || kind === 'listItem' ? ++count : null));
  numbered.set(text, numbers);
  return numbers;
}
