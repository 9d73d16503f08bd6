import { findDates } from './dates.ts';
import { joinedText } from './hyphens.ts';
import { endsSentence, startsSmall, type Line } from './lines.ts';
import type { Item } from './lists.ts';
import { isOfMeeting, isStageDirection } from './narration.ts';
import { isNameLine, isNameList } from './name-lines.ts';
import type { Paragraphs } from './paragraphs.ts';
import { keyOf } from './speaker-names.ts';

/** A heading: its lines (both included), and whether a list of names stands under it. */
export interface HeadingLines { from: number; to: number; text: string; level: number; overList: boolean }

export interface HeadingSearch {
  lines: readonly Line[];
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  /** Lines that are labels or belong to introductions, and those of them that have a label alone on the line. */
  taken: ReadonlySet<number>;
  ownLabels: ReadonlySet<number>;
  intros: ReadonlySet<number>;
  /** Lines that are a speaker's name and nothing else, and whether what people say here ends in full stops. */
  speakerNames: ReadonlySet<string>;
  punctuated: boolean;
  /** Where talking starts; the number of lines where nobody talks. Before it, a line set apart is enough. */
  firstTurn: number;
  /** Where the body starts, behind the title. */
  from: number;
}

/**
 * Headings: lines set apart, short, without the end of a sentence. Before the talking starts that is enough; after it
 * more is asked, since what people say may be as short: an introduction under it, the format's word, capitals, a
 * series of numbers, a word that headings start with, or other headings that start alike.
 */
export function findHeadings(search: HeadingSearch): HeadingLines[] {
  const { lines, paragraphs, items, taken, from } = search;
  const candidates: Candidate[] = [];
  let start = from;
  for (let at = from; at < lines.length; at += 1) {
    const single = taken.has(at) || items.has(at);
    if (!single && !taken.has(at + 1) && !items.has(at + 1) && at + 1 < lines.length && !paragraphs.endsAfter(at)) continue;
    if (!single && at - start < 3) {
      const candidate = candidateAt(search, start, at);
      if (candidate) candidates.push(candidate);
    }
    start = at + 1;
  }
  const alike = new Map<string, number>();
  for (const { scheme } of candidates) alike.set(scheme, (alike.get(scheme) ?? 0) + 1);
  const likes = (candidate: Candidate) => alike.get(candidate.scheme) ?? 0;
  const accepted = new Set(candidates.filter((candidate) => isHeading(candidate, likes(candidate), search)));
  const starts = new Set([...accepted].map((candidate) => candidate.from));
  // A series of lines that stand right above headings are headings too: a clause and its title.
  for (const candidate of candidates) if (likes(candidate) >= 2 && candidate.blankBefore && starts.has(candidate.to + 1)) accepted.add(candidate);
  return candidates.filter((candidate) => accepted.has(candidate))
    .map(({ text, to, level, overList, from: first }) => ({ from: first, to, text, level, overList }));
}

interface Candidate extends HeadingLines {
  /** First word, or the form of the number: headings of a document start alike. */
  scheme: string;
  numbered: boolean;
  capitals: boolean;
  leadsTalk: boolean;
  blankBefore: boolean;
  blankAfter: boolean;
}

function candidateAt({ lines, items, taken, intros, ownLabels }: HeadingSearch, from: number, to: number): Candidate | null {
  const own = lines.slice(from, to + 1);
  const text = joinedText(own, lines);
  const format = own[0]?.heading ?? null;
  const isList = (text.endsWith(':') && items.has(to + 1)) || leadsNames(lines, text, to);
  if (text.length > 160 || text.split(/\s+/u).length > 18 || ownLabels.has(from - 1)) return null;
  if (format === null && ((/[.?!…;:,]["'’”]?$/u.test(text) && !isList) || startsSmall(text) || !/\p{L}/u.test(text))) return null;
  // Cells of a row; behind a number a tab is a space.
  if (format === null && /[^\s\d.)]\s*\t/u.test(text)) return null;
  // A line of a table of contents, with dots that lead to a page's number.
  if (/(?:\.\s?){4,}\d*$|…\s*\d+$/u.test(text.slice(-40))) return null;
  if (/^(?:questions?|vragen|vraag|pages?|pagina'?s?)\s\d+/iu.test(text)) return null;
  // A date alone is of the meeting.
  if (format === null && text.length <= 40 && findDates(text).some(({ start, end }) => end - start >= text.length - 12)) return null;
  // A note of what was seen or heard; the row of a table.
  if (format === null && (isStageDirection(text) || /\S\s{3,}\S.*\S\s{3,}\S|\t.*\t/u.test(text))) return null;
  const number = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[A-Z][.)])\s+(?=\p{Lu})/u.exec(text)?.[0] ?? '';
  const first = text.slice(number.length).toLowerCase().split(/[\s:,]/u)[0] ?? '';
  return {
    from, to, text, level: format ?? 2, overList: isList || (items.has(to + 1) && namesList.test(text)),
    scheme: number === '' ? first : '#', numbered: number !== '',
    capitals: isCapitals(text),
    leadsTalk: intros.has(to + 1) || taken.has(to + 1) || (taken.has(to + 2) && namesList.test(/^[^:]{2,40}(?=:\s)/u.exec(lines[to + 1]?.text ?? '')?.[0] ?? '')), blankBefore: from === 0 || lines[from]?.gap !== 'none', blankAfter: lines[to + 1]?.gap === 'blank',
  };
}

const isCapitals = (text: string) => /\p{Lu}{2}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** `Aanwezig:` over lines that are names, without bullets; without a colon over two at least. */
function leadsNames(lines: readonly Line[], text: string, to: number): boolean {
  if (text.length > 60 || !namesList.test(text) || !(text.endsWith(':') || /^[\p{L} ]{4,40}$/u.test(text))) return false;
  const [first, second] = [lines[to + 1], lines[to + 2]];
  const names = first?.text.replace(/\.$/u, '') ?? '';
  return isNameLine(names) && (text.endsWith(':') || (/^[^:]{4,80}:\s/u.test(names) ? false : isNameList(names) || (second !== undefined && second.gap !== 'blank' && isNameLine(second.text))));
}

/** Words over a list of who was there or will speak. */
export const namesList = /aanwezig|deelnemers|leden|sprekers|presentaties|genodigden|gasten|afwezig|afgemeld|verhinderd|deskundigen|witness|attendees|present|participants|speakers/iu;

/** Words that headings of reports start with. */
const vocabulary = /^(opening|inleiding|welkom|sluiting|afsluiting|slot|slotwoord|vervolg|rondvraag|mededelingen|vaststelling|ingekomen|verslag|bijdrage|presentatie|inbreng|inspreker|inspraak|insprekers|agendapunt|blok|ronde|eerste|tweede|derde|vierde|vijfde|pauze|schorsing|bijlage|samenvatting|conclusies?|vragen|vragenronde|discussie|gesprek|verhoor|besluitvorming|stemming|toezeggingen|actiepunten|actielijst|besluitenlijst|deel|thema|introduction|opening|closing|contribution|session|questions|part)\b/iu;

function isHeading(candidate: Candidate, alike: number, search: HeadingSearch): boolean {
  const { intros, firstTurn, lines, speakerNames, punctuated } = search;
  if ((lines[candidate.from]?.heading ?? null) !== null) return true;
  if (isOfMeeting(candidate.text) && !candidate.leadsTalk) return false;
  if (candidate.overList || intros.has(candidate.to + 1)) return true;
  const words = candidate.text.split(/\s+/u).length;
  const listed = candidate.numbered && alike >= 2;
  const known = vocabulary.test(candidate.text.replace(/^(?:\d[\d.]*|[IVX]+)[.)]?\s+/u, '')) && words <= 10;
  // `Voorzitter: J. Jansen`: a key and its value, unless it is `Blok 1: …`.
  if (/^[^:]{2,40}:\s/u.test(candidate.text) && !listed && !known && !candidate.capitals) return false;
  const under = lines[candidate.to + 1];
  const overText = candidate.leadsTalk || (under !== undefined && (under.text.length >= 40 || endsSentence(under.text)));
  if (candidate.to < firstTurn && candidate.blankBefore && words <= 14 && overText && !/^\d/u.test(candidate.text)) return true;
  if (candidate.leadsTalk) {
    if (speakerNames.has(keyOf(candidate.text)) && candidate.blankBefore) return true;
    if (punctuated && candidate.blankBefore && candidate.blankAfter) return true;
    return listed || known || candidate.capitals || (alike >= 2 && candidate.blankBefore);
  }
  // A line in capitals among others is a notice that somebody reads out.
  const inNotice = under !== undefined && under.gap === 'none' && isCapitals(under.text);
  if (known && alike >= 2 && candidate.blankBefore && candidate.blankAfter) return true;
  return candidate.blankBefore && words <= 12 && (listed || (candidate.capitals && !inNotice) || (known && words <= 6));
}
