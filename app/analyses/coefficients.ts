import type { CodeId } from '../../schemas/ids.ts';
import type { TextRange } from '../document/plain-text.ts';
import { coverage, intersection, spokenCharacters, touched, type Places } from './counting.ts';
import { placesOf } from './meetings.ts';
import { counts, type Scope } from './scope.ts';
import type { Speech } from './speech.ts';

/**
 * Jaccard's coefficient of two themes over the characters of the speech that counts: those under both over those under
 * at least one; 0 where there are none. Jaccard 1901. Linear in the codings of both.
 */
export function sharedCharacters(
  speeches: readonly Speech[], places: Places, [one, other]: readonly [readonly CodeId[], readonly CodeId[]], scope: Pick<Scope, 'includeModerators'>,
): number {
  let both = 0;
  let each = 0;
  for (const speech of speeches) {
    const byCode = places.get(speech.document.id);
    const [a, b] = [coverage(placesOf(byCode, one)), coverage(placesOf(byCode, other))];
    both += charactersHeard(speech, intersections(a, b), scope);
    each += charactersHeard(speech, a, scope) + charactersHeard(speech, b, scope);
  }
  return both === 0 ? 0 : both / (each - both);
}

/** Code points of speech that counts under these ranges, which lie apart. */
function charactersHeard(speech: Speech, ranges: readonly TextRange[], scope: Pick<Scope, 'includeModerators'>): number {
  return ranges.reduce((sum, range) => {
    const { first, after } = touched(speech.units, range);
    return sum + speech.units.slice(first, after).reduce((own, unit) => own + (counts(unit, scope) ? spokenCharacters(speech, intersection(unit, range)) : 0), 0);
  }, 0);
}

/** What two sorted lists of ranges that lie apart have in common. */
function intersections(a: readonly TextRange[], b: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  let [i, j] = [0, 0];
  for (let [one, other] = [a[i], b[j]]; one && other; [one, other] = [a[i], b[j]]) {
    const shared = intersection(one, other);
    if (shared.end > shared.start) found.push(shared);
    if (one.end <= other.end) i += 1;
    else j += 1;
  }
  return found;
}
