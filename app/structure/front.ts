import { findDates } from './dates.ts';
import { joinedText } from './hyphens.ts';
import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { Heading } from './recogniser.ts';
import { titleWords } from './title-words.ts';

/** What a document says of itself at its head, and where the lines of its title end. */
export interface Front extends Heading { titleTo: number }

/**
 * Title, date, place and reference. The title is the first stretch of text, where it is short enough to be one. A date
 * is taken from the title, from a line that says *Datum*, or, in a report `ofMeeting`, from a sentence about it before
 * anybody speaks; the place from the same sentence or a line that says so. What is not said is null.
 */
export function readFront(lines: readonly Line[], paragraphs: Paragraphs, firstTurn: number, ofMeeting: boolean): Front {
  const { from, to } = findTitle(lines, paragraphs, firstTurn);
  const title = joinedText(lines.slice(from, to), lines);
  const titleTo = to === 0 ? 0 : subtitlesEnd(lines, paragraphs, to, firstTurn);
  const head = lines.slice(0, Math.min(firstTurn, 60)).map(({ text }) => text);
  const about = [title, lines.slice(to, titleTo).map(({ text }) => text).join(' '), ...(ofMeeting ? sentencesAbout(lines, paragraphs, firstTurn) : [])];
  const firstOf = (read: (text: string) => string | null) => about.map(read).find((found) => found !== null) ?? null;
  const date = firstOf((text) => findDates(text)[0]?.iso ?? null) ?? head.map(dateAlone).find((found) => found !== null) ?? keyed(head, /^(?:datum|date|vergaderdatum)/iu, (value) => findDates(value)[0]?.iso ?? null);
  const place = keyed(head, /^(?:plaats|locatie|place|location|venue|vergaderplaats)(?!\p{L})/iu, placeOf) ?? firstOf((text) => dateline(text) ?? placeIn(text));
  const reference = keyed(head, /^(?:ons kenmerk|kenmerk|referentie|zaaknummer|documentnummer|dossiernummer|reference)/iu, (value) => /^\S*\d\S*/u.exec(value)?.[0] ?? null);
  return { title: title === '' ? null : title.replace(/\.$/u, ''), date, place, reference, titleTo };
}

const longestTitle = 300;

/** The title's lines, `to` excluded: the first stretch, or one of the next two where only that says what this is. */
function findTitle(lines: readonly Line[], paragraphs: Paragraphs, firstTurn: number): { from: number; to: number } {
  const none = { from: 0, to: 0 };
  let first: { from: number; to: number } | null = null;
  let from = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    const to = stretchEnd(lines, paragraphs, from, firstTurn);
    if (to === null) break;
    const found = { from, to };
    if (titleWords.test(lines.slice(from, to).map(({ text }) => text).join(' '))) return found;
    first ??= found;
    from = to;
  }
  return first ?? none;
}

/** The end of the paragraph that starts here, where that can be a title; else null. */
function stretchEnd(lines: readonly Line[], paragraphs: Paragraphs, from: number, firstTurn: number): number | null {
  const line = lines[from];
  if (!line || from >= firstTurn || isNoTitle(line.text.slice(0, 300))) return null;
  let to = from + 1;
  // Behind a comma a title goes on, whatever follows.
  while (to < lines.length && !paragraphs.endsAfter(to - 1) && (lines[to - 1]?.text.endsWith(',') || !startsFacts(lines[to]?.text ?? ''))) to += 1;
  const text = lines.slice(from, to).map((one) => one.text).join(' ');
  const sentences = text.match(/\p{Ll}{3}[.?!](\s|$)/gu)?.length ?? 0;
  return text.length <= longestTitle && sentences <= 1 && to < lines.length && to <= firstTurn && /\p{L}/u.test(text) ? to : null;
}

/** A key with its value, a numbered line, a table of contents. */
function isNoTitle(text: string): boolean {
  if (/(?:\.\s?){4,}|^inhoud(?:sopgave)?$/iu.test(text)) return true;
  if (/^\d+[.)]?\s/u.test(text)) return findDates(text)[0]?.start !== 0;
  const key = /^([^:]{1,40}):(?:\s|$)/u.exec(text)?.[1] ?? '';
  return key !== '' && (startsFacts(text) || !(titleWords.test(key) || key.split(/\s+/u).length >= 3) || key.length === text.length - 1);
}

/** A line that says when and where a meeting was, or who was there: a title that has no full stop does not go on in it. */
const startsFacts = (text: string) => /^(?:gehouden|opgenomen|opgetekend|opgemaakt|aanwezig|afwezig|datum|d\.d\.|plaats|locatie|tijd|aanvang|voorzitter|notulist|griffier|versie|status|held on|date|present)(?!\p{L})/iu.test(text);

/** Lines under the title that say of which body, or when: they are no section. */
function subtitlesEnd(lines: readonly Line[], paragraphs: Paragraphs, from: number, firstTurn: number): number {
  let end = from;
  for (let tries = 0; tries < 3; tries += 1) {
    const to = stretchEnd(lines, paragraphs, end, firstTurn);
    const text = to === null ? '' : lines.slice(end, to).map((line) => line.text).join(' ');
    if (to === null || text.length > 120 || /[.:?!]$/u.test(text) || !(subtitle.test(text) || findDates(text).length > 0)) break;
    end = to;
  }
  return end;
}

const subtitle = /commissie|raad|gemeente|ministerie|provincie|vergaderjaar|stichting|gehouden|opgetekend/iu;

/** Sentences of the head that tell of the meeting itself. */
function sentencesAbout(lines: readonly Line[], paragraphs: Paragraphs, firstTurn: number): string[] {
  const text = lines.slice(0, Math.min(firstTurn, 60)).map((line, at) => `${line.text}${paragraphs.endsAfter(at) ? '. ' : ' '}`).join('');
  return text.split(/(?<=\p{L}{2}[.?!])\s+(?=\p{Lu})/u).filter((sentence) => meeting.test(sentence));
}

const meeting = /gehouden|gehoord|gevoerd|gesproken|plaatsgevonden|vond plaats|vonden plaats|opgetekend|(?:hoorzitting|vergadering|bijeenkomst) van|held on/iu;

/** The value of the first line of the head with this key before a colon. */
function keyed(head: readonly string[], key: RegExp, read: (value: string) => string | null): string | null {
  for (const text of head) {
    const colon = text.indexOf(':');
    if (colon > 0 && colon < 40 && key.test(text)) {
      const value = read(text.slice(colon + 1).trim());
      if (value) return value;
    }
  }
  return null;
}

/** `te Utrecht`, `te Bergen op Zoom`: behind a date, *gehouden* or *plaats*, since *te* has other uses; *in* only right behind a date. */
function placeIn(text: string): string | null {
  const near = findDates(text)[0];
  const from = near ? near.end : text.search(/\bgehouden\b|\bvond(?:en)? plaats\b|\bplaatsgevonden\b/iu);
  if (from < 0) return null;
  const rest = text.slice(from, from + 160);
  const name = String.raw`((?:['’][a-z][- ])?\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:aan|op|den|de|bij)\s+)*\p{Lu}[\p{L}'’-]*)*)`;
  const match = new RegExp(String.raw`^[^.;]{0,60}?\bte\s+${name}`, 'u').exec(rest) ?? (near && new RegExp(String.raw`^(?:,?\s+in\s+${name}|,\s+${name}(?=[.)\s]*$))`, 'u').exec(rest));
  return match?.[1] ?? match?.[2] ?? null;
}

/** `Dinsdag 5 juli 2022` on a line of its own. */
function dateAlone(text: string): string | null {
  const [date] = text.length <= 40 ? findDates(text) : [];
  return date && date.end - date.start >= text.length - 12 ? date.iso : null;
}

const weekday = /^(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)(?:\p{L}*dag|\p{L}*day)?$/iu;

/** The place of `Utrecht, 5 juli 2022`. */
export function dateline(text: string): string | null {
  const name = /^(\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’-]+|aan|den|de|op|bij)){0,4}),\s*(?=(?:\p{L}+\s+)?\d)/u.exec(text);
  return name?.[1] && !titleWords.test(name[1]) && !weekday.test(name[1]) && findDates(text)[0] && (findDates(text)[0]?.start ?? 99) - name[0].length < 12 ? name[1] : null;
}

/** A name, or a few words with one in them: *buurthuis De Linde, zaal 2*. */
function placeOf(value: string): string | null {
  return /^(?:['’][a-z][- ])?\p{Lu}[\p{L}'’\s-]{1,40}/u.exec(value)?.[0].trim() ?? (/^\p{Ll}[\p{L}\s]*\p{Lu}/u.test(value) && value.length <= 80 ? value : null);
}
