import { z } from 'zod';
import { create } from 'zustand';
import type { DocumentId } from '../../../schemas/ids.ts';
import { anchorSchema, type Anchor } from '../../../schemas/records/coding.ts';
import { describe } from '../../../app/anchoring/describe.ts';
import { findLoosely } from '../../../app/anchoring/find-loosely.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';

/**
 * Places that a reader marked to come back to, by the first words of their block, so that they go along with a text
 * that is imported anew; older ones by the block's index. Not work: kept by the browser, as the place in a document is.
 */
const bookmarksSchema = z.array(z.union([anchorSchema, z.int().nonnegative()]));
const keyOf = (id: DocumentId) => `hoorwerk.bookmarks.${id}`;

/** Of a block's words this many UTF-16 units are kept: enough to tell it from others, and few enough to outlive a cut further on. */
const kept = 80;

/** The marked blocks of a text, in its order; `lost` counts marks whose words are not in it any more. */
export interface Bookmarks { text: PlainText; blocks: readonly number[]; lost: number }

export const useBookmarks = create<Readonly<Record<DocumentId, Bookmarks>>>(() => ({}));

/** The marks of a document in its text as it is now; those that are lost are dropped, and counted this once. */
export function bookmarksOf(id: DocumentId, text: PlainText): Bookmarks {
  const known = useBookmarks.getState()[id];
  if (known?.text === text) return known;
  const found = bookmarksIn(text, stored(id));
  if (found.lost > 0) store(id, found);
  useBookmarks.setState({ [id]: { ...found, lost: 0 } });
  return found;
}

/** Marks a block, or takes its mark away; says whether it has one now. */
export function toggleBookmark(id: DocumentId, text: PlainText, block: number): boolean {
  const { blocks } = bookmarksOf(id, text);
  const isMarked = blocks.includes(block);
  const next = { text, blocks: isMarked ? blocks.filter((other) => other !== block) : [...blocks, block].toSorted((a, b) => a - b), lost: 0 };
  useBookmarks.setState({ [id]: next });
  store(id, next);
  return !isMarked;
}

/** Where marks stand in a text. */
export function bookmarksIn(text: PlainText, marks: readonly (Anchor | number)[]): Bookmarks {
  const loosely = findLoosely(text);
  const blocks = marks.map((mark) => {
    if (typeof mark === 'number') return mark < text.blocks.length ? mark : null;
    const place = resolve(text, mark) ?? loosely(mark);
    return place && text.blockAt(place.start);
  });
  const found = new Set(blocks.filter((block) => block !== null));
  return { text, blocks: [...found].toSorted((a, b) => a - b), lost: blocks.filter((block) => block === null).length };
}

/** What is kept of marked blocks. */
export function anchorsOf({ text, blocks }: Bookmarks): (Anchor | number)[] {
  return blocks.map((block) => {
    const { start = 0, end = 0 } = text.blocks[block] ?? {};
    return end > start ? describe(text, start as Utf16, Math.min(end, start + kept) as Utf16) : block;
  });
}

function store(id: DocumentId, bookmarks: Bookmarks): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(anchorsOf(bookmarks)));
  } catch {
    // A full or forbidden localStorage costs bookmarks after a restart, never work.
  }
}

function stored(id: DocumentId): readonly (Anchor | number)[] {
  try {
    return bookmarksSchema.catch([]).parse(JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]'));
  } catch {
    return [];
  }
}
