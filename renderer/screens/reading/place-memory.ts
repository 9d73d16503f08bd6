import { z } from 'zod';
import type { DocumentId } from '../../../schemas/ids.ts';

/** Where somebody was in a document: offsets in UTF-16 units, since no file holds them. */
const placeSchema = z.object({
  /** Start of the block at the upper edge, and how many pixels below that edge it began. */
  offset: z.int().nonnegative(),
  below: z.number(),
  cursor: z.int().nonnegative(),
});
export type ReadingPlace = z.infer<typeof placeSchema>;

const places = new Map<DocumentId, ReadingPlace>();
const keyOf = (id: DocumentId) => `hoorwerk.place.${id}`;

export function recallPlace(id: DocumentId): ReadingPlace | null {
  const known = places.get(id);
  if (known) return known;
  try {
    return placeSchema.nullable().catch(null).parse(JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null'));
  } catch {
    return null;
  }
}

export function rememberPlace(id: DocumentId, place: ReadingPlace): void {
  places.set(id, place);
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(place));
  } catch {
    // A full or forbidden localStorage costs the place after a restart, never work.
  }
}
