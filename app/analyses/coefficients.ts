import type { TextRange } from '../document/plain-text.ts';
import { coverage, intersection, touched, type Places } from './counting.ts';
import { placesOf } from './meetings.ts';
import { counts, type Scope } from './scope.ts';
import type { Speech } from './speech.ts';
import type { Theme } from './themes.ts';

/**
 * Jaccard's coefficient of two themes, by their indexes, over the characters of the speech that counts: those under both
 * over those under at least one; 0 where there are none. Jaccard 1901. What lies under a theme is looked up once for all
 * its pairs; each pair is linear in the stretches of both.
 */
export function sharedCharacters(
  speeches: readonly Speech[], places: Places, themes: readonly Theme[], scope: Pick<Scope, 'includeModerators'>,
): (one: number, other: number) => number {
  const known = new Map<number, Heard[]>();
  const heardOf = (theme: number): Heard[] => {
    const found = known.get(theme) ?? speeches.map((speech) => heardIn(speech, coverage(placesOf(places.get(speech.document.id), themes[theme]?.codes ?? [])), scope));
    known.set(theme, found);
    return found;
  };
  return (one, other) => {
    const [a, b] = [heardOf(one), heardOf(other)];
    const both = speeches.reduce((sum, _, at) => sum + inBoth(a[at]?.stretches ?? [], b[at]?.stretches ?? []), 0);
    const each = [...a, ...b].reduce((sum, { characters }) => sum + characters, 0);
    return both === 0 ? 0 : both / (each - both);
  };
}

/** Stretches of speech that counts, in code points, sorted and apart; and how many characters they have together. */
interface Heard { stretches: { start: number; end: number }[]; characters: number }

/** What of these ranges, which lie apart, is speech that counts: in a unit that does, outside the reporter's notes. */
function heardIn(speech: Speech, ranges: readonly TextRange[], scope: Pick<Scope, 'includeModerators'>): Heard {
  const stretches: Heard['stretches'] = [];
  const add = ({ start, end }: TextRange) => {
    if (end > start) stretches.push({ start: speech.text.toCodePoint(start), end: speech.text.toCodePoint(end) });
  };
  for (const range of ranges) {
    const { first, after } = touched(speech.units, range);
    for (const unit of speech.units.slice(first, after)) {
      if (!counts(unit, scope)) continue;
      const own = intersection(unit, range);
      const notes = touched(speech.notes, own);
      let { start } = own;
      for (const note of speech.notes.slice(notes.first, notes.after)) {
        add({ start, end: note.start });
        start = note.end;
      }
      add({ start, end: own.end });
    }
  }
  return { stretches, characters: stretches.reduce((sum, { start, end }) => sum + end - start, 0) };
}

/** How much two sorted lists of stretches that lie apart have in common. */
function inBoth(a: Heard['stretches'], b: Heard['stretches']): number {
  let shared = 0;
  let [i, j] = [0, 0];
  for (let [one, other] = [a[i], b[j]]; one && other; [one, other] = [a[i], b[j]]) {
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end <= other.end) i += 1;
    else j += 1;
  }
  return shared;
}
