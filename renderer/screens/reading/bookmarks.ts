import { z } from 'zod';
import { create } from 'zustand';
import type { DocumentId } from '../../../schemas/ids.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import { sha256 } from '../../../app/support/hash.ts';

/**
 * Places that a reader marked to come back to: a block, and a fingerprint of its first words, by which the mark goes
 * along with a text that is imported anew. Not work: kept by the browser, as the place in a document is, and so without
 * a word of testimony in it.
 */
const markSchema = z.strictObject({ block: z.int().nonnegative(), words: z.string().nullable() });
export type Mark = z.infer<typeof markSchema>;
/** Older marks are the block alone. */
const bookmarksSchema = z.array(z.union([markSchema, z.int().nonnegative().transform((block): Mark => ({ block, words: null }))]));
const keyOf = (id: DocumentId) => `hoorwerk.bookmarks.${id}`;

/** So many letters and digits of a block are in its fingerprint: enough to tell it from others, and few enough to outlive a cut further on. */
const kept = 60;

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

/** Where marks stand in a text: at the block with the same first words, of several the nearest to where it was. */
export function bookmarksIn(text: PlainText, marks: readonly Mark[]): Bookmarks {
  const places = new Map<string, number[]>();
  if (marks.some(({ words }) => words !== null)) {
    text.blocks.forEach((_, block) => {
      const words = fingerprint(text, block);
      places.set(words, [...(places.get(words) ?? []), block]);
    });
  }
  const blocks = marks.map(({ block, words }) => {
    if (words === null) return block < text.blocks.length ? block : null;
    return places.get(words)?.toSorted((a, b) => Math.abs(a - block) - Math.abs(b - block))[0] ?? null;
  });
  const found = new Set(blocks.filter((block) => block !== null));
  return { text, blocks: [...found].toSorted((a, b) => a - b), lost: blocks.filter((block) => block === null).length };
}

/** What is kept of marked blocks. */
export function marksOf({ text, blocks }: Bookmarks): Mark[] {
  return blocks.map((block) => ({ block, words: fingerprint(text, block) }));
}

/** The same for blocks that begin alike but for blanks, hyphens and other signs, which an import may read in another way. */
function fingerprint(text: PlainText, block: number): string {
  const { start = 0, end = 0 } = text.blocks[block] ?? {};
  return sha256(text.text.slice(start, end).replaceAll(/[^\p{L}\p{N}]+/gu, '').slice(0, kept));
}

function store(id: DocumentId, bookmarks: Bookmarks): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(marksOf(bookmarks)));
  } catch {
    // A full or forbidden localStorage costs bookmarks after a restart, never work.
  }
}

function stored(id: DocumentId): readonly Mark[] {
  try {
    return bookmarksSchema.catch([]).parse(JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]'));
  } catch {
    return [];
  }
}
