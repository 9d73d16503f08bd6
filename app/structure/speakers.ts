import { answererOf, announcedFor, contributionsOf } from './contributions.ts';
import { groupBy } from './group.ts';
import type { Label } from './label-candidates.ts';
import type { FoundSpeaker } from './recogniser.ts';
import { organisationIn, organisationOf, roleOf } from './speaker-facts.ts';
import { keysOfLabels, partyOf } from './speaker-keys.ts';
import { chairIn, matchLists, type Listed, type Listing } from './speaker-matches.ts';
import { hasAddress, keyOf, nameForm, partOf, type Part } from './speaker-names.ts';
import type { SpeakerPart } from './turn-kinds.ts';
import type { SectionDraft, TurnDraft } from './turns.ts';

export interface Resolved {
  speakers: FoundSpeaker[];
  parts: SpeakerPart[];
  /** One per turn. */
  keys: (string | null)[];
}

/**
 * One speaker for all the names under which a body or person is printed: announced in a list, in the heading over its
 * contribution, in the line that introduces it, and at its answers. The words of these may all differ; their order
 * does not: the k-th announced gives the k-th contribution, and who answers under it is who gave it. Lists that name
 * somebody fully tell of the one whom a label names by half.
 */
export function resolveSpeakers(turns: readonly TurnDraft[], sections: readonly SectionDraft[], lists: Listed & { members: ReadonlySet<string> }): Resolved {
  const listed = [...lists.attendees.map(({ name }) => name), ...lists.announced];
  const labelKeys = keysOfLabels(turns.flatMap(({ label }) => (label ? [label] : [])), listed);
  const found = new Map<string, Names>();
  const names = (key: string) => {
    const entry = found.get(key) ?? { labels: [], others: [], listings: [], isMember: false, chairs: false };
    found.set(key, entry);
    return entry;
  };
  const keys = turns.map((turn) => (turn.label ? (labelKeys.get(turn.label) ?? null) : null));
  turns.forEach((turn, at) => {
    const key = keys[at];
    if (turn.label && key) names(key).labels.push(turn.label);
  });
  const contributions = contributionsOf(turns, sections, keys);
  const answeredUnder = groupBy(contributions.flatMap(({ answering }) => answering), (key) => key);
  contributions.forEach((contribution) => {
    const own = contribution.printed[0] ?? '';
    const key = answererOf(contribution, (one) => (answeredUnder.get(one) ?? []).length) ?? (keyOf(own) || own);
    names(key).others.push(...contribution.printed);
    const asAnnounced = announcedFor(contribution, contributions.length, lists.announced);
    if (asAnnounced) names(key).others.push(asAnnounced);
    contribution.turns.forEach((turn) => {
      keys[turn] = key;
    });
  });
  const order = [...new Set(keys.filter((key) => key !== null))];
  readLists(order, names, lists);
  return {
    keys, speakers: order.map((key) => speakerOf(key, names(key))),
    parts: order.map((key) => {
      const { labels, isMember } = names(key);
      return {
        key, part: partIn(names(key)), member: isMember || labels.some((label) => partyOf(label) !== '' || member.test(label.name)),
        office: labels.some(({ name }) => office.test(name)), numbered: labels.some(({ number }) => number !== null),
      };
    }),
  };
}

/** The names of one speaker: printed at turns, elsewhere, and in the lists; and what the lists say. */
interface Names { labels: Label[]; others: string[]; listings: Listing[]; isMember: boolean; chairs: boolean }

function readLists(order: readonly string[], names: (key: string) => Names, lists: Listed & { members: ReadonlySet<string> }): void {
  const chair = chairIn(lists.attendees);
  const alone = new Map(order.flatMap((key): [string, Label[]][] => (names(key).others.length === 0 ? [[key, names(key).labels]] : [])));
  let isNamed = false;
  for (const [key, listings] of matchLists(alone, lists)) {
    const own = names(key);
    own.listings.push(...listings);
    own.isMember = listings.some(({ name }) => lists.members.has(name));
    own.chairs = chair !== null && listings.some(({ name }) => name === chair.name);
    isNamed ||= own.chairs;
  }
  const [bare, ...more] = order.filter((key) => names(key).labels[0]?.form.part === 'chair' && names(key).labels.every(({ form }) => form.aside === null));
  if (!bare || more.length > 0) return;
  // Whoever chairs by the list and speaks under a name of their own is no moderator where *De voorzitter* speaks too.
  if (isNamed) for (const key of order) names(key).chairs = false;
  else if (chair) names(bare).listings.push({ name: chair.name, role: null });
}

function speakerOf(key: string, names: Names): FoundSpeaker {
  const { labels, others, listings } = names;
  const name = (labels[0] ? withoutAside(labels[0]) : personIn(others.at(-1) ?? key)) || key;
  // A list's name that says less than the label is no other name.
  const known = new Set([...labels.flatMap((label) => [label.form.key, label.name.toLowerCase()]), name.toLowerCase()]);
  const listed = listings.flatMap((listing) => (known.has(listing.name.toLowerCase()) || known.has(keyOf(listing.name)) ? [] : [listing.name]));
  const printed = [...new Set([...labels.map((label) => label.name), ...others, ...listed])];
  const aliases = printed.filter((other) => other !== name);
  const part = partIn(names);
  const toldRole = labels.find(({ told }) => told?.role)?.told?.role ?? null;
  const moderates = (one: Part | null) => one === 'committee' || one === 'chair' || one === 'interviewer';
  const roles = listings.flatMap(({ role }) => role ?? []);
  return {
    key, name, aliases, moderator: moderates(part) || (toldRole !== null && moderates(partOf(toldRole))),
    role: toldRole ?? roleOf(labels[0] ? labels[0].form.part : part, [name, ...aliases, ...roles]),
    organisation: labels.find(({ told }) => told?.organisation)?.told?.organisation ?? organisationOf(labels.map(({ form }) => form.aside), others)
      ?? roles.map(organisationIn).find((one) => one !== null && keyOf(one) !== keyOf(name)) ?? null,
  };
}

function withoutAside(label: Label): string {
  return label.form.aside === null ? label.name : label.name.replace(/\s*[([].*$/u, '').replace(/, .*$/u, '').trim();
}

/** *Mevrouw Bos* of *mevrouw Bos, namens de buurt*. */
function personIn(printed: string): string {
  const person = printed.split(',')[0] ?? printed;
  return hasAddress(person.charAt(0).toUpperCase() + person.slice(1)) ? person : printed;
}

function partIn({ labels, others, chairs }: Names): Part | null {
  if (chairs) return 'chair';
  return labels[0]?.form.part ?? (labels.length === 0 ? (others.map((name) => nameForm(name)?.part ?? partOf(name)).find((part) => part !== null) ?? null) : null);
}

/** Who governs, and answers to members instead of being their guest. */
const office = /^(?:de |het )?(?:minister|premier|staatssecretaris|wethouder|burgemeester|gedeputeerde|college)(?!\p{L})/iu;

/** Who sits in a council or committee, by the form of address. */
const member = /^(?:raadslid|commissielid|statenlid)(?!\p{L})/iu;
