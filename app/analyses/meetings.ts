import type { CodeId } from '../../schemas/ids.ts';
import type { TextRange } from '../document/plain-text.ts';
import { firstIndex } from '../support/first-index.ts';
import { byStart, coverage, intersection, passagesOf, touched, type PlacedCoding, type Places, type PlacesByCode } from './counting.ts';
import { counts, type Scope } from './scope.ts';
import { partsOfWords, type Part } from './speech-parts.ts';
import type { Speech } from './speech.ts';
import type { Theme } from './themes.ts';

/** How two themes meet. `near`: with at most `words` words of speech between them. */
export type Relation = { kind: 'overlap' | 'containment' | Part } | { kind: 'near'; words: number };

/** A passage of a theme, or its place in a part of the text; `theme` is an index in the list that was asked for. */
export interface Place extends TextRange { theme: number; speech: Speech }

export interface Meetings {
  /** Passages of each theme, or parts that hold one of its words. */
  counts: number[];
  /** Called for each two places that meet, the theme with the lower index first; for parts once for each part. */
  pairs: readonly (readonly [a: Place, b: Place])[];
}

/**
 * Where themes meet, by one relation. Passages that only touch do not meet, but they are near. A passage counts, and an
 * overlap counts, where it holds a character of a turn that counts. O(n log n) in the codings, and the pairs that meet.
 */
export function meetings(speeches: readonly Speech[], places: Places, themes: readonly Theme[], relation: Relation, scope: Pick<Scope, 'includeModerators'>): Meetings {
  const found = speeches.map((speech): Meetings => {
    const own = themes.map(({ codes }) => placesOf(places.get(speech.document.id), codes));
    return relation.kind === 'overlap' || relation.kind === 'containment' || relation.kind === 'near'
      ? passagesThatMeet(speech, own, relation, scope)
      : partsShared(speech, own, relation.kind, scope);
  });
  return {
    counts: themes.map((_, theme) => found.reduce((sum, each) => sum + (each.counts[theme] ?? 0), 0)),
    pairs: found.flatMap(({ pairs }) => pairs),
  };
}

/** The codings of these themes in one document, sorted. */
export function placesOf(byCode: PlacesByCode | undefined, codes: readonly CodeId[]): PlacedCoding[] {
  const own = codes.flatMap((code) => byCode?.get(code) ?? []);
  return codes.length > 1 ? own.toSorted(byStart) : own;
}

/** Whether a range holds a character of a unit that counts. */
export function isHeard(speech: Speech, range: TextRange, scope: Pick<Scope, 'includeModerators'>): boolean {
  if (range.end <= range.start) return false;
  const { first, after } = touched(speech.units, range);
  for (let at = first; at < after; at += 1) {
    const unit = speech.units[at];
    if (unit && counts(unit, scope)) return true;
  }
  return false;
}

function passagesThatMeet(speech: Speech, own: readonly (readonly PlacedCoding[])[], relation: Relation, scope: Pick<Scope, 'includeModerators'>): Meetings {
  const passages = own.map((list, theme) => passagesOf(list).filter((range) => isHeard(speech, range, scope)).map((range): Place => ({ ...range, theme, speech })));
  const pairs: [Place, Place][] = [];
  const between = relation.kind === 'near' ? wordsBetween(speech) : null;
  let open: Place[] = [];
  for (const place of passages.flat().toSorted(byStart)) {
    // Those that ended too far before this one are too far from all that follow.
    open = open.filter((other) => (between === null ? other.end > place.start : between(other, place) <= (relation.kind === 'near' ? relation.words : 0)));
    for (const other of open) {
      if (other.theme === place.theme) continue;
      const shared = intersection(other, place);
      const meet = relation.kind === 'near' || (isHeard(speech, shared, scope) && (relation.kind === 'overlap' || contains(other, place) || contains(place, other)));
      if (meet) pairs.push(other.theme < place.theme ? [other, place] : [place, other]);
    }
    open.push(place);
  }
  return { counts: passages.map((list) => list.length), pairs };
}

const contains = (outer: TextRange, inner: TextRange) => outer.start <= inner.start && inner.end <= outer.end;

/** How many words of speech stand whole between two ranges, the first of which starts first; 0 where they overlap. */
export function wordsBetween({ words }: Speech): (a: TextRange, b: TextRange) => number {
  return (a, b) => {
    const first = firstIndex(words.length, (at) => (words[at]?.start ?? 0) >= a.end);
    const after = firstIndex(words.length, (at) => (words[at]?.end ?? 0) > b.start);
    return Math.max(0, after - first);
  };
}

function partsShared(speech: Speech, own: readonly (readonly PlacedCoding[])[], part: Part, scope: Pick<Scope, 'includeModerators'>): Meetings {
  const partOf = partsOfWords(speech, part);
  const isCounted = speech.units.map((unit) => counts(unit, scope));
  /** By part, the themes that have a word in it, each with the stretch of those words. */
  const held = new Map<number, Map<number, Place>>();
  const totals = own.map(() => 0);
  for (const [theme, list] of own.entries()) {
    for (const range of coverage(list)) {
      const { first, after } = touched(speech.words, range);
      let lastPart: number | undefined;
      let open: Place | undefined;
      for (let at = first; at < after; at += 1) {
        const word = speech.words[at];
        if (!word || isCounted[word.unit] !== true) continue;
        if (open === undefined || partOf[at] !== lastPart) {
          lastPart = partOf[at];
          const themes = held.get(lastPart ?? -1) ?? new Map<number, Place>();
          held.set(lastPart ?? -1, themes);
          open = themes.get(theme);
          if (!open) {
            open = { start: word.start, end: word.end, theme, speech };
            themes.set(theme, open);
            totals[theme] = (totals[theme] ?? 0) + 1;
          }
        }
        if (word.end > open.end) open.end = word.end;
      }
    }
  }
  const pairs: [Place, Place][] = [];
  for (const themes of held.values()) {
    const sorted = [...themes.values()].toSorted((a, b) => a.theme - b.theme);
    sorted.forEach((a, at) => sorted.slice(at + 1).forEach((b) => pairs.push([a, b])));
  }
  return { counts: totals, pairs };
}
