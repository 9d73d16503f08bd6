import type { Content } from '../../schemas/records/content.ts';
import { joinedText } from './hyphens.ts';
import type { Line } from './lines.ts';
import type { Item } from './lists.ts';
import { slicePiece, type Piece } from './pieces.ts';
import type { HeadingLines } from './sections.ts';

export type Attendee = Content['attendees'][number];

/** Who was there, who was announced to speak (as printed, in order), and lines of such lists that have no bullets. */
export interface NameLists { attendees: Attendee[]; announced: string[]; listLines: Set<number> }

/** The lists of names at a document's head: under headings, and behind a colon (*Voorzitter: …*, *Aanwezig: …, …*). */
export function readNameLists(
  lines: readonly Line[], items: ReadonlyMap<number, Item>, headings: readonly HeadingLines[], taken: ReadonlySet<number>, firstTurn: number,
): NameLists {
  const lists: Lists = { people: new Map(), announced: [], listLines: new Set() };
  const headingAt = new Set(headings.flatMap(({ from, to }) => [from, to]));
  for (const heading of headings) {
    const use = useOf(heading.text);
    if (!heading.overList || !use) continue;
    for (const { text, at } of listUnder(lines, items, heading.to + 1, (line) => headingAt.has(line) || taken.has(line))) {
      if (!items.has(at)) lists.listLines.add(at);
      if (use === 'announced') lists.announced.push(text);
      else addPerson(lists.people, text);
    }
  }
  for (let at = 0; at < Math.min(firstTurn, lines.length, 80); at += 1) {
    if (!taken.has(at) && !items.has(at) && !headingAt.has(at)) readKeyed(lines, at, firstTurn, lists);
  }
  return { attendees: [...lists.people.values()], announced: lists.announced, listLines: lists.listLines };
}

/** The same while reading: attendees by name, since minutes may name one twice. */
type Lists = Omit<NameLists, 'attendees'> & { people: Map<string, Attendee> };

function useOf(heading: string): 'present' | 'announced' | null {
  if (/afwezig|afgemeld|afmelding|verhinderd|absent/iu.test(heading)) return null;
  if (/presentaties|presentatoren|sprekers|genodigden|bijdragen|gehoord|uitgenodigd|speakers/iu.test(heading)) return 'announced';
  return /aanwezig|deelnem|leden|samenstelling|present|attendees|participants|vertegenwoordigd/iu.test(heading) ? 'present' : null;
}

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

/** `Aanwezig: A, B (rol) en C` and `Griffier: D`, the first possibly over several lines. */
function readKeyed(lines: readonly Line[], at: number, firstTurn: number, lists: Lists): void {
  const match = /^([^:]{3,50}):\s+(\S.*)$/u.exec((lines[at]?.text ?? '').slice(0, 2000));
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
  const people = splitNames(value.replace(/\.$/u, ''));
  if (use === 'announced') lists.announced.push(...people);
  else for (const text of people) addPerson(lists.people, text, office?.toLowerCase() ?? null);
}

/** Names parted by commas, semicolons, *en* and *alsmede*. What names nobody is the role of the one before or after it. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  let office = '';
  for (const part of text.split(/\s*[,;]\s*(?:(?:en|alsmede)\s+)?(?![^(]*\))|\s+(?:en|alsmede)\s+/u)) {
    const last = names.length - 1;
    if (part === '') continue;
    if (/^(?:de|het) \p{Ll}+$/u.test(part) && !/^de heer$/iu.test(part)) office = part.replace(/^(?:de|het) /u, '');
    else if (!/\p{Lu}/u.test(part) && last >= 0) names[last] += `, ${part}`;
    else {
      names.push(office === '' ? part : `${part}, ${office}`);
      office = '';
    }
  }
  return names;
}

function addPerson(people: Map<string, Attendee>, text: string, office: string | null = null): void {
  const person = readPerson(text);
  if (!person) return;
  const role = person.role ?? office;
  const known = people.get(person.name);
  people.set(person.name, { name: person.name, role: known?.role ?? role });
}

const salutation = /^(?:de heer|heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?|mej\.?|mr\.? en mrs\.?|mrs\.?|ms\.?)\s+/iu;
const title = /^(?:em\.\s+)?(?:prof|dr|drs|mr|ir|ing|bc|lic|ds|arts)\.(?:\s?h\.c\.)?\s*(?:ing\.\s*)?/iu;
const degree = /^(?:m\.?sc|b\.?sc|m\.?a|b\.?a|ph\.?d|md|mba|mph|rn|llm|ba|ma)\.?$/iu;
const officeBefore = /^(?:de )?(wethouder|burgemeester|gedeputeerde|minister|staatssecretaris|voorzitter|secretaris|griffier|raadslid|commissielid|notulist|directeur)\s+(?=\p{Lu}|de heer|mevrouw|dhr|mw|mevr)/u;

/** `Mevrouw prof. dr. A. de Wit, voorzitter`: the name without address and titles, and the role that is printed. */
export function readPerson(text: string): Attendee | null {
  const office = officeBefore.exec(text.trim())?.[1];
  let rest = text.trim().replace(officeBefore, '').replace(salutation, '');
  while (title.test(rest)) rest = rest.replace(title, '').trim();
  const aside = /^([^(]+?)\s*\(([^()]+)\)(.*)$/u.exec(rest);
  const [name = '', ...after] = `${aside?.[1] ?? rest}${aside?.[3] ?? ''}`.split(/\s*,\s*|\s+[–—-]\s+/u);
  const parts = [...(office ? [office] : []), ...after.filter((part) => part !== '' && !degree.test(part)), ...(aside?.[2] ? [aside[2]] : [])];
  const clean = name.trim().replace(/[.;]$/u, (end) => (end === '.' && /\p{Lu}\.$/u.test(name) ? end : ''));
  return /\p{Lu}/u.test(clean) && clean.length <= 80 ? { name: clean, role: parts.length === 0 ? null : parts.join(', ') } : null;
}
