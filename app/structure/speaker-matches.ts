import { groupBy } from './group.ts';
import type { Label } from './label-candidates.ts';
import { initialsOf, readPerson, type Person } from './persons.ts';
import { isSurnameIn, keyOf } from './speaker-names.ts';

/** What a list says of a speaker: the name there, and the role behind it. */
export interface Listing { name: string; role: string | null }

/** Whom the document's lists name. */
export interface Listed { attendees: readonly Person[]; announced: readonly string[] }

/** Whose labels these are, in the order of the text. */
export type Labelled = ReadonlyMap<string, readonly Label[]>;

/**
 * Which entries of the lists are which speakers: by surname, by first name, or by the body that somebody speaks for.
 * Only where one entry fits one speaker and no other.
 */
export function matchLists(speakers: Labelled, { attendees, announced }: Listed): Map<string, Listing[]> {
  const found = new Map<string, Listing[]>();
  const entries = [
    announced.map((printed): Entry => ({ name: printed, person: readPerson(printed), parts: printed.split(/\s*[,;(]\s*/u).map(keyOf) })),
    attendees.map((person): Entry => ({ name: person.name, person, parts: [] })),
  ];
  for (const list of entries) {
    // Comparing names costs list times speakers; a meeting has some tens of both.
    if (list.length * speakers.size > 40_000) continue;
    const pairs = list.flatMap((entry) => [...speakers].flatMap(([key, labels]) => (fits(entry, key, labels) ? [{ entry, key }] : [])));
    const byEntry = groupBy(pairs, ({ entry }) => entry);
    const byKey = groupBy(pairs, ({ key }) => key);
    for (const { entry, key } of pairs) {
      const people = new Set(byKey.get(key)?.map((pair) => keyOf(pair.entry.person?.name ?? '')));
      if (byEntry.get(entry)?.length !== 1 || people.size !== 1) continue;
      found.set(key, [...(found.get(key) ?? []), { name: entry.name, role: entry.person?.role ?? null }]);
    }
  }
  return found;
}

interface Entry { name: string; person: Person | null; parts: readonly string[] }

function fits({ name, person, parts }: Entry, key: string, labels: readonly Label[]): boolean {
  const [label] = labels;
  if (!label || label.form.part !== null || addressesDiffer(name, label.name)) return false;
  if (parts.includes(label.form.key)) return true;
  if (key.length >= 2 && key === initialsOf(person?.name ?? '')) return true;
  const words = keyOf(person?.name ?? '').split(' ');
  const own = label.form.key.split(' ');
  return isSurnameIn(own, words) || (isSurnameIn(words, own) && words.length > 1) || (own.length === 1 && key.length > 1 && label.form.kind === 'name' && own[0] === words[0]);
}

const man = /^(?:de heer|dhr|heer|meneer)(?!\p{L})/iu;
const woman = /^(?:mevrouw|mevr|mw|mej)(?!\p{L})/iu;
const addressesDiffer = (one: string, other: string) => (man.test(one) && woman.test(other)) || (woman.test(one) && man.test(other));

/** The one entry that chairs the meeting; null where none or several do. */
export function chairIn(attendees: readonly Person[]): Person | null {
  const [chair, ...more] = attendees.filter(({ role }) => role !== null && chairs.test(role));
  return chair && more.length === 0 ? chair : null;
}

const chairs = /^(?:\p{L}+, )?(?:dag|technisch )?voorzitter(?: (?:van )?(?:de |het )?(?:commissie|raad|vergadering|bijeenkomst|college|bestuur))?(?:,|$)|^(?:\p{L}+, )?chair(?:man|woman|person)?(?:,|$)/iu;
