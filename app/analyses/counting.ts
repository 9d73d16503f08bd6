import type { CodeId, DocumentId } from '../../schemas/ids.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import { resolve } from '../anchoring/resolve.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { TextRange } from '../document/plain-text.ts';
import type { Speech } from './speech.ts';
import { firstIndex } from '../support/first-index.ts';

/** A coding where it stands now. */
export interface PlacedCoding extends TextRange { coding: Coding }

/** The places of codings in one document, by code; each list sorted by start. Orphans have no place and are left out. */
export type PlacesByCode = ReadonlyMap<CodeId, readonly PlacedCoding[]>;
export type Places = ReadonlyMap<DocumentId, PlacesByCode>;

/** Finds every coding in its document, once; O(n log n) in the codings. */
export function placeCodings(snapshot: ProjectSnapshot, speeches: readonly Speech[]): Map<DocumentId, PlacesByCode> {
  const byDocument = new Map<DocumentId, Map<CodeId, PlacedCoding[]>>();
  const texts = new Map(speeches.map(({ document, text }) => [document.id, text]));
  for (const coding of snapshot.state.codings.values()) {
    const text = texts.get(coding.documentId);
    const place = text && resolve(text, coding.anchor);
    if (place) push(byDocument, { start: place.start, end: place.end, coding });
  }
  for (const places of byDocument.values()) for (const list of places.values()) list.sort(byStart);
  return byDocument;
}

/** Sorted ranges as the maximal runs of those that overlap; ranges that only touch stay apart. */
export function passagesOf(sorted: readonly TextRange[]): TextRange[] {
  return merged(sorted, (end, start) => start < end);
}

/** Sorted ranges as the stretches of text that lie under any of them; touching ones are joined. */
export function coverage(sorted: readonly TextRange[]): TextRange[] {
  return merged(sorted, (end, start) => start <= end);
}

/** Indexes of sorted items, side by side, that share at least one character with a range. */
export function touched(items: readonly TextRange[], { start, end }: TextRange): { first: number; after: number } {
  const { starts, ends } = boundsOf(items);
  const first = firstIndex(ends.length, (at) => (ends[at] ?? 0) > start);
  return { first, after: first + firstIndex(starts.length - first, (at) => (starts[first + at] ?? 0) >= end) };
}

interface Bounds { starts: Int32Array; ends: Int32Array }
const bounds = new WeakMap<readonly TextRange[], Bounds>();

/**
 * Where items start and end, kept beside each other in memory as long as their list: each coding is sought in these
 * several times, and among a hundred thousand words as objects that costs most of an analysis.
 */
function boundsOf(items: readonly TextRange[]): Bounds {
  const known = bounds.get(items) ?? { starts: Int32Array.from(items, ({ start }) => start), ends: Int32Array.from(items, ({ end }) => end) };
  bounds.set(items, known);
  return known;
}

/** Code points of speech in a range: what lies in the reporter's notes is left out. */
export function spokenCharacters(speech: Speech, range: TextRange): number {
  const length = ({ start, end }: TextRange) => speech.text.toCodePoint(end) - speech.text.toCodePoint(start);
  const { first, after } = touched(speech.notes, range);
  return speech.notes.slice(first, after).reduce((sum, note) => sum - length(intersection(note, range)), length(range));
}

export function intersection(a: TextRange, b: TextRange): TextRange {
  return { start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end };
}

export const byStart = (a: TextRange, b: TextRange): number => a.start - b.start || a.end - b.end;

function push(byDocument: Map<DocumentId, Map<CodeId, PlacedCoding[]>>, place: PlacedCoding): void {
  const { coding } = place;
  const places = byDocument.get(coding.documentId) ?? new Map<CodeId, PlacedCoding[]>();
  byDocument.set(coding.documentId, places);
  const list = places.get(coding.codeId);
  if (list) list.push(place);
  else places.set(coding.codeId, [place]);
}

function merged(sorted: readonly TextRange[], joins: (end: number, start: number) => boolean): TextRange[] {
  const runs: TextRange[] = [];
  for (const range of sorted) {
    const last = runs.at(-1);
    if (last && joins(last.end, range.start)) {
      if (range.end > last.end) last.end = range.end;
    } else runs.push({ start: range.start, end: range.end });
  }
  return runs;
}
