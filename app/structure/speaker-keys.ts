import { groupBy } from './group.ts';
import type { Label } from './label-candidates.ts';
import { isParticle, isSurnameIn } from './speaker-names.ts';

/**
 * The key of each label's speaker: by name, but two people of one name are told apart by form of address or party
 * where both are given. A label that says less is the one person it can be; where it can be two, it stays a third.
 * `listed`: names that the document's lists give.
 */
export function keysOfLabels(labels: readonly Label[], listed: readonly string[]): Map<Label, string> {
  const keys = new Map<Label, string>();
  const people = new Map<string, Person>();
  for (const [key, group] of groupBy(labels, ({ form }) => form.key)) tellApart(key, group, keys, people);
  const same = otherNames([...people.values()], listed);
  for (const [label, key] of keys) keys.set(label, same.get(key) ?? key);
  return keys;
}

/** Somebody as the labels of one name tell of them. */
interface Person { key: string; name: string; address: string; party: string; labels: Label[] }

/** A full name, which hardly two people of one meeting share. */
const isFull = (key: string) => key.split(' ').filter((word) => !isParticle(word)).length >= 2;

function tellApart(key: string, group: readonly Label[], keys: Map<Label, string>, all: Map<string, Person>): void {
  const people: Person[] = [];
  const said = group.map((label) => ({ label, address: addressOf(label.name), party: partyOf(label) }));
  for (const { label, address, party } of said.toSorted((a, b) => Number(b.address !== '') + Number(b.party !== '') - Number(a.address !== '') - Number(a.party !== ''))) {
    const same = people.filter((one) => agree(one.address, address) && (isFull(key) || agree(one.party, party)));
    const [person] = same;
    if (person && same.length === 1) {
      person.address ||= address;
      person.party ||= party;
      person.labels.push(label);
      keys.set(label, person.key);
    } else {
      const made = { name: key, address, party, labels: [label], key: people.length === 0 ? key : `${key} ${people.length + 1}` };
      if (same.length === 0) people.push(made);
      all.set(made.key, made);
      keys.set(label, made.key);
    }
  }
}

const agree = (one: string, other: string) => one === other || one === '' || other === '';

/**
 * Keys that are another name of somebody, and whose: a name with its small words cut short (*V.d. Berg*), a slip of the
 * pen in a name that the lists spell otherwise, a surname or first name of the one full name that has it.
 */
function otherNames(people: readonly Person[], listed: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  let persons = people.filter(({ labels }) => labels[0]?.form.part === null);
  // Comparing all names costs their number squared; a meeting has some tens of speakers.
  if (persons.length > 300) return found;
  const inLists = new Set(listed.flatMap((name) => name.toLowerCase().split(/\s+/u)));
  const isMisspelt = (one: Person, other: Person) => isCutShort(one.name, other.name) || isSlipOf(one, other, inLists);
  for (const isOther of [isMisspelt, isPartOf]) {
    for (const one of persons) {
      const [match, ...more] = persons.filter((other) => other !== one && agree(one.address, other.address) && agree(one.party, other.party) && isOther(one, other));
      if (match && more.length === 0) found.set(one.key, match.key);
    }
    persons = persons.filter(({ key }) => !found.has(key));
  }
  return new Map([...found].map(([key, other]) => [key, found.get(other) ?? other]));
}

const isCutShort = (name: string, full: string) => {
  const rest = /^v(?:\.?\s?\/?d)?\.?\s+(\S.*)$/u.exec(name)?.[1];
  return rest !== undefined && /^van (?:(?:de|den|der|het|'t) )?\S+$/u.test(full) && full.endsWith(` ${rest}`);
};

/** *R1 + R2*, *Anja en Bram*. */
const ofTwo = /[+/&]|\s(?:en|and)\s/u;

function isPartOf(one: Person, full: Person): boolean {
  const [short, long] = [one.name.split(' '), full.name.split(' ')];
  if (short.length >= long.length || long.length > 6 || ofTwo.test(full.name)) return false;
  const isFirst = short.length === 1 && one.address === '' && one.name.length > 1 && one.name === long[0];
  // *Man van Hanneke* is somebody else than Hanneke.
  return isFirst || isSurnameIn(short, long);
}

/** Printed once, beside a name that comes back and that a list has, while no list has this one. */
function isSlipOf(one: Person, other: Person, inLists: ReadonlySet<string>): boolean {
  const [last = '', otherLast = ''] = [one.name.split(' ').at(-1), other.name.split(' ').at(-1)];
  return one.labels.length === 1 && other.labels.length >= 2 && !inLists.has(last) && inLists.has(otherLast) && isSlip(one.name, other.name);
}

/** One letter more, less or other, or two that changed places, in names of five letters or more. */
export function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** The party behind a name, in small letters; empty where none stands there. */
export function partyOf({ form }: Label): string {
  return form.aside !== null && isParty(form.aside) ? form.aside.toLowerCase() : '';
}

function addressOf(name: string): 'm' | 'v' | '' {
  // *Mr.* with a full stop is a Dutch lawyer of either sex.
  if (/^(?:de heer|dhr|meneer|heer|mr(?!\.))\b/iu.test(name)) return 'm';
  return /^(?:mevrouw|mevr|mw|mej|mrs|ms|miss)\b/iu.test(name) ? 'v' : '';
}

/** Parties of the Dutch parliament, and what local ones and groups call themselves. */
function isParty(aside: string): boolean {
  return /^(vvd|d66|cda|pvv|sp|pvda|groenlinks([-/ ]pvda)?|gl([-/]pvda)?|christenunie|cu|sgp|pvdd|partij voor de dieren|50plus|denk|fvd|forum voor democratie|volt|bbb|nsc|ja21|bij1|cd&v|n-va|open vld|ecolo(?:-groen)?|ps|mr|ptb|pvda-ptb|les engagés|défi|sp\.a)$/iu.test(aside)
    || /^groep |fractie|lijst |leefbaar|lokaal|belang|partij|onafhankelijk|groen(?!\p{Ll})|links|democrat|progressief|liberaal|christen(?!\p{Ll}*lijk)|hart voor|vooruit/iu.test(aside);
}
