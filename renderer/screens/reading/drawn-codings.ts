import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import type { DrawnCoding, DrawnCodings } from '../../editor/plugins/codings.ts';

const found = new WeakMap<PlainText, WeakMap<Coding, DrawnCoding | null>>();

/**
 * The codings of a document where their text was found; orphans are not among them. Each record is looked up once, and
 * one that did not change gives the same object, so that the page redraws only what did. `only`: of these themes.
 */
export function drawnCodings(
  codings: ProjectState['codings'], documentId: DocumentId, text: PlainText, only: ReadonlySet<CodeId> | null = null,
): DrawnCodings {
  const drawn = new Map<CodingId, DrawnCoding>();
  for (const coding of codings.values()) {
    if (coding.documentId !== documentId || (only && !only.has(coding.codeId))) continue;
    const place = placeOf(coding, text);
    if (place) drawn.set(coding.id, place);
  }
  return drawn;
}

/** Where a coding's text is now; null for an orphan. */
export function placeOf(coding: Coding, text: PlainText): DrawnCoding | null {
  const cache = found.get(text) ?? new WeakMap<Coding, DrawnCoding | null>();
  found.set(text, cache);
  const known = cache.get(coding);
  if (known !== undefined) return known;
  const range = resolve(text, coding.anchor);
  const drawn = range && { id: coding.id, codeId: coding.codeId, start: range.start, end: range.end };
  cache.set(coding, drawn);
  return drawn;
}
