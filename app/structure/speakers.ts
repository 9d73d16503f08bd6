import { groupBy } from './group.ts';
import type { Label } from './labels.ts';
import type { FoundSpeaker } from './recogniser.ts';
import { organisationOf, roleOf } from './speaker-facts.ts';
import { keyOf, nameForm, partOf, type Part } from './speaker-names.ts';
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
 * does not: the k-th announced gives the k-th contribution, and who answers under it is who gave it.
 */
export function resolveSpeakers(turns: readonly TurnDraft[], sections: readonly SectionDraft[], announced: readonly string[]): Resolved {
  const labelKeys = keysOfLabels(turns.flatMap(({ label }) => (label ? [label] : [])));
  const found = new Map<string, Names>();
  const names = (key: string) => {
    const entry = found.get(key) ?? { labels: [], others: [] };
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
    const asAnnounced = announcedFor(contribution, contributions.length, announced);
    if (asAnnounced) names(key).others.push(asAnnounced);
    contribution.turns.forEach((turn) => {
      keys[turn] = key;
    });
  });
  const order = [...new Set(keys.filter((key) => key !== null))];
  const speakers = order.map((key) => speakerOf(key, names(key)));
  return {
    keys, speakers,
    parts: order.map((key) => ({ key, part: partIn(names(key)), party: names(key).labels.some((label) => partyOf(label) !== ''), office: names(key).labels.some(({ name }) => office.test(name)) })),
  };
}

/** The names of one speaker: printed at turns, and elsewhere. */
interface Names { labels: Label[]; others: string[] }

/** A contribution: the turns that present it, its names as printed, and the keys of who else is named under it. */
interface Contribution { index: number; turns: number[]; printed: string[]; answering: string[] }

function contributionsOf(turns: readonly TurnDraft[], sections: readonly SectionDraft[], keys: readonly (string | null)[]): Contribution[] {
  const bySection = new Map<number | string, Contribution>();
  turns.forEach((turn, at) => {
    const introduced = turn.by === 'intro' || turn.by === 'heading';
    const section = turn.section === null ? null : sections[turn.section];
    if (!introduced && !section?.contributor) return;
    const place = turn.section ?? `turn ${at}`;
    const known = bySection.get(place);
    // A second introduction under one heading is another contribution.
    const again = introduced && known && known.turns.length > 0;
    const contribution = again || !known ? { index: bySection.size, turns: [], printed: section?.contributor && !again ? [section.contributor] : [], answering: [] } : known;
    bySection.set(again ? `turn ${at}` : place, contribution);
    if (again) bySection.set(place, contribution);
    if (introduced) {
      contribution.turns.push(at);
      if (turn.name !== null && !contribution.printed.includes(turn.name)) contribution.printed.unshift(turn.name);
    }
    const key = keys[at];
    const part = turn.label ? turn.label.form.part : null;
    if (key && (part === null || part === 'other') && !contribution.answering.includes(key)) contribution.answering.push(key);
  });
  return [...new Set(bySection.values())].map((contribution, index) => ({ ...contribution, index }));
}

/** Who speaks under a contribution and gave it: the only one named there, or the one whose name it shares. */
function answererOf(contribution: Contribution, timesAnswering: (key: string) => number): string | null {
  const [only, ...more] = contribution.answering;
  if (!only) return null;
  const shares = (key: string) => contribution.printed.some((name) => shared(key, name) > 0);
  if (more.length > 0) {
    const [best, ...others] = contribution.answering.filter(shares);
    return best && others.length === 0 ? best : null;
  }
  // Named under several contributions: a body that comes back, and only gave those that bear its name.
  return timesAnswering(only) > 1 && !shares(only) ? null : only;
}

function announcedFor(contribution: Contribution, contributions: number, announced: readonly string[]): string | null {
  if (announced.length === contributions) return announced[contribution.index] ?? null;
  // Comparing names costs list times contributions; no report has lists so long.
  if (announced.length > 200) return null;
  const scores = announced.map((name) => Math.max(0, ...contribution.printed.map((printed) => shared(printed, name))));
  const best = Math.max(0, ...scores);
  return best >= 0.5 && scores.filter((score) => score === best).length === 1 ? (announced[scores.indexOf(best)] ?? null) : null;
}

/** Share of the first name's words that stand in the second. */
function shared(name: string, other: string): number {
  const words = nameWords(name);
  const others = new Set(nameWords(other));
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length;
}

const nameWords = (name: string) => name.toLowerCase().split(/[^\p{L}\p{N}.]+/u).filter((word) => word.length > 2 && !/^(van|vanuit|het|een|voor|der|den|ten|ter|met|via|namens|vertegenwoordig\p{L}*|bijdrage)$/u.test(word));

/**
 * Keys of labels: by name, but two people of one name are told apart by form of address or party where both are given.
 * A label that says less is the one person it can be; where it can be two, it stays a third.
 */
function keysOfLabels(labels: readonly Label[]): Map<Label, string> {
  const groups = groupBy(labels, ({ form }) => form.key);
  const keys = new Map<Label, string>();
  for (const [key, group] of groups) {
    const people: { address: string; party: string; key: string }[] = [];
    const said = group.map((label) => ({ label, address: addressOf(label.name), party: partyOf(label) }));
    for (const { label, address, party } of said.toSorted((a, b) => Number(b.address !== '') + Number(b.party !== '') - Number(a.address !== '') - Number(a.party !== ''))) {
      const same = people.filter((one) => (one.address === address || !one.address || !address) && (one.party === party || !one.party || !party));
      const [person] = same;
      if (person && same.length === 1) {
        person.address ||= address;
        person.party ||= party;
        keys.set(label, person.key);
      } else {
        const made = { address, party, key: people.length === 0 ? key : `${key} ${people.length + 1}` };
        if (same.length === 0) people.push(made);
        keys.set(label, made.key);
      }
    }
  }
  return keys;
}

function partyOf({ form }: Label): string {
  return form.aside !== null && isParty(form.aside) ? form.aside.toLowerCase() : '';
}

function addressOf(name: string): 'm' | 'v' | '' {
  if (/^(de heer|dhr|meneer|heer)\b/iu.test(name)) return 'm';
  return /^(mevrouw|mevr|mw|mej)\b/iu.test(name) ? 'v' : '';
}

function speakerOf(key: string, { labels, others }: Names): FoundSpeaker {
  const printed = [...new Set([...labels.map((label) => label.name), ...others])];
  const name = (labels[0] ? withoutAside(labels[0]) : (others.at(-1) ?? key)) || key;
  const aliases = printed.filter((other) => other !== name);
  const part = partIn({ labels, others });
  const toldRole = labels.find(({ told }) => told?.role)?.told?.role ?? null;
  const moderates = (one: Part | null) => one === 'committee' || one === 'chair' || one === 'interviewer';
  return {
    key, name, aliases, moderator: moderates(part) || (toldRole !== null && moderates(partOf(toldRole))),
    role: toldRole ?? roleOf(part, [name, ...aliases]),
    organisation: labels.find(({ told }) => told?.organisation)?.told?.organisation ?? organisationOf(labels.map(({ form }) => form.aside), others),
  };
}

function withoutAside(label: Label): string {
  return label.form.aside === null ? label.name : label.name.replace(/\s*[([][^()[\]]*[)\]]$|, .*$/u, '').trim();
}

function partIn({ labels, others }: Names): Part | null {
  return labels[0]?.form.part ?? (labels.length === 0 ? (others.map((name) => nameForm(name)?.part ?? partOf(name)).find((part) => part !== null) ?? null) : null);
}

/** Who governs, and answers to members instead of being their guest. */
const office = /^(?:de |het )?(?:minister|premier|staatssecretaris|wethouder|burgemeester|gedeputeerde|college)(?!\p{L})/iu;

/** Parties of the Dutch parliament, and what local ones and groups call themselves. */
function isParty(aside: string): boolean {
  return /^(vvd|d66|cda|pvv|sp|pvda|groenlinks([-/ ]pvda)?|gl([-/]pvda)?|christenunie|cu|sgp|pvdd|partij voor de dieren|50plus|denk|fvd|forum voor democratie|volt|bbb|nsc|ja21|bij1)$/iu.test(aside)
    || /^groep |fractie|lijst |leefbaar|lokaal|belang|partij|onafhankelijk/iu.test(aside);
}
