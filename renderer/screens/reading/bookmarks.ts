import { z } from 'zod';
import { create } from 'zustand';
import type { DocumentId } from '../../../schemas/ids.ts';

/** Blocks that a reader marked to come back to, by their index. Not work: kept by the browser, as the place in a document is. */
const bookmarksSchema = z.array(z.int().nonnegative());
const keyOf = (id: DocumentId) => `hoorwerk.bookmarks.${id}`;

export const useBookmarks = create<Readonly<Record<DocumentId, readonly number[]>>>(() => ({}));

/** The marked blocks of a document, in the order of the text. */
export function bookmarksOf(id: DocumentId): readonly number[] {
  const known = useBookmarks.getState()[id];
  if (known) return known;
  const kept = stored(id);
  useBookmarks.setState({ [id]: kept });
  return kept;
}

/** Marks a block, or takes its mark away; says whether it has one now. */
export function toggleBookmark(id: DocumentId, block: number): boolean {
  const before = bookmarksOf(id);
  const isMarked = before.includes(block);
  const next = isMarked ? before.filter((other) => other !== block) : [...before, block].toSorted((a, b) => a - b);
  useBookmarks.setState({ [id]: next });
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(next));
  } catch {
    // A full or forbidden localStorage costs bookmarks after a restart, never work.
  }
  return !isMarked;
}

function stored(id: DocumentId): readonly number[] {
  try {
    return bookmarksSchema.catch([]).parse(JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]'));
  } catch {
    return [];
  }
}
