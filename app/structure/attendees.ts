import { joinedText } from './hyphens.ts';
import type { Line } from './lines.ts';
import type { Item } from './lists.ts';
import { isNameLine } from './name-lines.ts';
import { readPerson, splitNames, type Person } from './persons.ts';
import { slicePiece, type Piece } from './pieces.ts';
import type { HeadingLines } from './sections.ts';

/** Who was there, who was announced to speak (as printed, in order), and lines of such lists that have no bullets. */
export interface NameLists {
  attendees: Person[];
  announced: string[];
  /** Names of those who sit in the committee, council or parliament that holds the meeting. */
  members: Set<string>;
  listLines: Set<number>;
}

/** The lists of names at a document's head: under headings, and behind a colon (*Voorzitter: …*, *Aanwezig: …, …*). */
export function readNameLists(
  lines: readonly Line[], items: ReadonlyMap<number, Item>, headings: readonly HeadingLines[], taken: ReadonlySet<number>, firstTurn: number,
): NameLists {
  const lists: Lists = { people: new Map(), announced: [], members: new Set(), listLines: new Set() };
  const headingAt = new Map(headings.flatMap((heading) => [[heading.to, heading], [heading.from, heading]]));
  for (let at = 0; at < lines.length; at += 1) {
    const heading = headingAt.get(at);
    if (heading?.from === at) readListUnder(heading, lines, items, (line) => headingAt.has(line) || taken.has(line), lists);
    else if (at < Math.min(firstTurn, 80) && !heading && !taken.has(at) && !items.has(at) && !lists.listLines.has(at)) readKeyed(lines, at, firstTurn, lists);
  }
  return { attendees: [...lists.people.values()], announced: lists.announced, members: lists.members, listLines: lists.listLines };
}

/** The same while reading: attendees by name, since minutes may name one twice. */
type Lists = Omit<NameLists, 'attendees'> & { people: Map<string, Person> };

function readListUnder(heading: HeadingLines, lines: readonly Line[], items: ReadonlyMap<number, Item>, isOther: (at: number) => boolean, lists: Lists): void {
  const use = useOf(heading.text);
  if (!heading.overList || !use) return;
  for (const { text, at } of listUnder(lines, items, heading.to + 1, isOther)) {
    if (!items.has(at)) lists.listLines.add(at);
    if (use === 'announced') lists.announced.push(...(items.has(at) ? [text] : splitPeople(text)));
    else if (items.has(at)) addPerson(lists, text, { isMember: membership.test(heading.text) });
    else addLine(lists, text, membership.test(heading.text));
  }
}

function useOf(heading: string): 'present' | 'announced' | null {
  if (/afwezig|afgemeld|afmelding|verhinderd|absent|apologies/iu.test(heading)) return null;
  if (/presentaties|presentatoren|sprekers|genodigden|bijdragen|gehoord|uitgenodigd|gesprek met|speakers|witness/iu.test(heading)) return 'announced';
  return /aanwezig|deelnem|leden|samenstelling|present|attendees|participants|vertegenwoordigd/iu.test(heading) ? 'present' : null;
}

/** Words over those who hold the meeting, not over their guests. */
const membership = /(?:leden|lid) (?:van de|der|uit de) (?:\p{L}+ )?(?:kamer|commissie|raad)|kamerleden|commissieleden|(?:namens|van) de (?:\p{L}*commissie|\p{L}*raad)(?!\p{L})|members present|committee members/iu;

/** The items under a heading, each with its further lines; without bullets, the lines up to the next empty one. */
function listUnder(lines: readonly Line[], items: ReadonlyMap<number, Item>, from: number, isOther: (at: number) => boolean): { at: number; text: string }[] {
  const found: { at: number; parts: Piece[] }[] = [];
  const bulleted = items.has(from);
  for (let at = from; at < lines.length && !isOther(at); at += 1) {
    const line = lines[at];
    const item = items.get(at);
    if (!line || (at > from && !item && (line.gap === 'blank' || lines[at - 1]?.endsParagraph || !bulleted))) {
      if (bulleted || !line || line.gap === 'blank') break;
    }
    if (item) found.push({ at, parts: [slicePiece(line, item.from)] });
    else if (bulleted) found.at(-1)?.parts.push(line);
    else found.push({ at, parts: [line] });
  }
  return found.map(({ at, parts }) => ({ at, text: joinedText(parts, lines) }));
}

/** `I: A, rol; and B, rol.` */
const splitPeople = (text: string) => text.replace(/^[IVX]{1,5}[:.]\s+/u, '').replace(/\.$/u, '').split(/\s*;\s*(?:(?:en|and)\s+)?/u).filter((part) => part !== '');

/** A line of a list without bullets: somebody, or those of one party or body behind its name (`CDA: …, …`). */
function addLine(lists: Lists, text: string, isMember: boolean): void {
  const [, group, names = ''] = /^([^:]{2,40}):\s+(\S.*)$/u.exec(text.slice(0, 2000)) ?? [];
  if (group && isNameLine(names)) for (const name of splitNames(names)) addPerson(lists, name, { office: group, isMember });
  else addPerson(lists, text, { isMember });
}

/** `Aanwezig: A, B (rol) en C` and `Griffier: D`, the first possibly over several lines. */
function readKeyed(lines: readonly Line[], at: number, firstTurn: number, lists: Lists): void {
  const match = /^([^:]{3,80}):\s+(\S.*)$/u.exec((lines[at]?.text ?? '').slice(0, 2000));
  const key = match?.[1] ?? '';
  const use = useOf(key);
  const office = /^(?:de )?((?:(?:plv\.|plaatsvervangend|dag|vice)[ -]?)?voorzitter|secretaris|griffier|notulist|rapporteur|gespreksleider|moderator|interviewer)$/iu.exec(key)?.[1];
  if (!match || (!use && !office)) return;
  let value = match[2] ?? '';
  for (let next = at + 1; next < Math.min(firstTurn, lines.length); next += 1) {
    const line = lines[next];
    if (!line || line.gap !== 'none' || /^[^:]{3,50}:(\s|$)/u.test(line.text)) break;
    value = `${value} ${line.text}`;
  }
  // Behind *alsmede* stand the guests.
  const own = splitNames(value.split(/\s+alsmede\s+/u)[0]?.replace(/\.$/u, '') ?? '');
  splitNames(value.replace(/\.$/u, '')).forEach((text, nth) => {
    if (use === 'announced') lists.announced.push(text);
    else addPerson(lists, text, { office: office?.toLowerCase() ?? null, isMember: membership.test(key) && nth < own.length });
  });
}

function addPerson(lists: Lists, text: string, { office = null, isMember = false }: { office?: string | null; isMember?: boolean }): void {
  const person = readPerson(text);
  if (!person) return;
  const role = [office, person.role].filter((one) => one !== null).join(', ') || null;
  const known = lists.people.get(person.name);
  lists.people.set(person.name, { name: person.name, role: known?.role ?? role });
  if (isMember) lists.members.add(person.name);
}
