import { findDates } from './dates.ts';
import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { Heading } from './recogniser.ts';

/** What a document says of itself at its head, and the lines of its title (`to` excluded). */
export interface Front extends Heading { titleTo: number }

/**
 * Title, date, place and reference. The title is the first stretch of text, where it is short enough to be one. A date
 * is taken from the title, from a line that says *Datum*, or where it is the only one before anybody speaks; the place
 * from the same sentence or a line that says so. What is not said is null.
 */
export function readFront(lines: readonly Line[], paragraphs: Paragraphs, firstTurn: number): Front {
  const titleTo = titleEnd(lines, paragraphs, firstTurn);
  const title = lines.slice(0, titleTo).map(({ text }) => text).join(' ');
  const head = lines.slice(0, Math.min(firstTurn, 60)).map(({ text }) => text);
  const date = findDates(title)[0]?.iso ?? keyed(head, /^(?:datum|date|vergaderdatum)/iu, (value) => findDates(value)[0]?.iso ?? null) ?? onlyDate(head);
  const place = placeIn(title) ?? keyed(head, /^(?:plaats|place|vergaderplaats)/iu, nameOf) ?? placeIn(head.join(' '));
  const reference = keyed(head, /^(?:ons kenmerk|kenmerk|referentie|zaaknummer|documentnummer|dossiernummer|reference)/iu, (value) => /^\S*\d\S*/u.exec(value)?.[0] ?? null);
  return { title: title === '' ? null : title.replace(/\.$/u, ''), date, place, reference, titleTo };
}

const longestTitle = 300;

function titleEnd(lines: readonly Line[], paragraphs: Paragraphs, firstTurn: number): number {
  const first = lines[0];
  if (!first || firstTurn === 0 || /^[^:]{1,40}:(\s|$)/u.test(first.text)) return 0;
  let to = 1;
  while (to < lines.length && !paragraphs.endsAfter(to - 1)) to += 1;
  const text = lines.slice(0, to).map((line) => line.text).join(' ');
  const sentences = text.match(/\p{Ll}{3}[.?!](\s|$)/gu)?.length ?? 0;
  return text.length <= longestTitle && sentences <= 1 && to < lines.length && to <= firstTurn && /\p{L}/u.test(text) ? to : 0;
}

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

/** Where the head gives one date only. */
function onlyDate(head: readonly string[]): string | null {
  const dates = new Set(findDates(head.join(' ')).map(({ iso }) => iso));
  const [only] = dates;
  return dates.size === 1 && only ? only : null;
}

/** `te Utrecht`, `te Bergen op Zoom`: behind a date or *gehouden*, since *te* has other uses; *in* only right behind a date. */
function placeIn(text: string): string | null {
  const near = findDates(text)[0];
  const from = near ? near.end : text.search(/\bgehouden\b/iu);
  if (from < 0) return null;
  const rest = text.slice(from, from + 160);
  const name = String.raw`((?:['’][a-z][- ])?\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:aan|op|den|de|bij)\s+)*\p{Lu}[\p{L}'’-]*)*)`;
  const match = new RegExp(String.raw`^[^.;]{0,60}?\bte\s+${name}`, 'u').exec(rest) ?? (near && new RegExp(String.raw`^,?\s+in\s+${name}`, 'u').exec(rest));
  return match?.[1] ?? null;
}

function nameOf(value: string): string | null {
  return /^(?:['’][a-z][- ])?\p{Lu}[\p{L}'’\s-]{1,40}/u.exec(value)?.[0].trim() ?? null;
}
