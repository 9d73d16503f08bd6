import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { locate, type Location } from '../../../app/document/locate.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import type { Document } from '../../../schemas/records/document.ts';
import { placeOf } from './drawn-codings.ts';

/** A coding of a theme, where it stands. `location` is null for an orphan. */
export interface ThemePassage { coding: Coding; document: Document; location: Location | null }

/** A theme's codings in the order of documents and text; orphans last. Without those of the themes below it. */
export function themePassages(snapshot: ProjectSnapshot, codeId: CodeId, textOf: (document: Document) => PlainText): ThemePassage[] {
  const { codings, documents } = snapshot.state;
  const order = new Map([...documents.keys()].map((id, at) => [id, at]));
  const found: (ThemePassage & { start: number })[] = [];
  for (const coding of codings.values()) {
    const document = documents.get(coding.documentId);
    if (coding.codeId !== codeId || !document) continue;
    const text = textOf(document);
    const place = placeOf(coding, text);
    found.push({ coding, document, location: place && locate(snapshot, text, place.start, place.end), start: place?.start ?? Infinity });
  }
  return found.toSorted((a, b) => (order.get(a.document.id) ?? 0) - (order.get(b.document.id) ?? 0) || a.start - b.start || a.coding.anchor.end - b.coding.anchor.end);
}

/** How many speakers say something in these passages. */
export function speakersIn(passages: readonly ThemePassage[]): number {
  return new Set(passages.flatMap(({ location }) => location?.speakers.map(({ id }) => id) ?? [])).size;
}

/** Those to list beside a coding: the others, the nearest to it first where there are too many for a list. */
export function withoutOne(passages: readonly ThemePassage[], except: CodingId | null, most: number): ThemePassage[] {
  const at = passages.findIndex(({ coding }) => coding.id === except);
  const others = passages.filter(({ coding }) => coding.id !== except);
  const from = at < 0 ? 0 : Math.max(0, Math.min(at - Math.floor(most / 2), others.length - most));
  return others.slice(from, from + most);
}
