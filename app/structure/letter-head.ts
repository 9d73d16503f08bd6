import { findDates } from './dates.ts';
import { dateline } from './front.ts';
import { startsSmall, type Line } from './lines.ts';
import type { Heading } from './recogniser.ts';

/** What the lines above a letter's text say, and which of them belong together (first and last line). */
export interface LetterHead extends Heading { stretches: { from: number; to: number }[] }

/**
 * The head of a letter: to whom it goes, its date, subject and reference. A key may have its value behind a colon,
 * behind a space, or on the lines below. The subject is the title; the reference is the sender's own.
 */
export function readLetterHead(lines: readonly Line[], to: number): LetterHead {
  const head: LetterHead = { title: null, date: null, place: null, reference: null, stretches: [] };
  for (let at = 0; at < to; at += 1) {
    const key = keyOf(lines[at]?.text ?? '');
    const text = lines[at]?.text ?? '';
    const last = key ? valueEnd(lines, at, to, key) : addressee.test(text) ? stretchEnd(lines, at, to) : at;
    const value = key ? [text.slice(key.length), ...lines.slice(at + 1, last + 1).map((line) => line.text)].join(' ').trim() : text;
    if (last > at) head.stretches.push({ from: at, to: last });
    if (key?.name === 'subject') head.title ??= value === '' ? null : value.replace(/\.$/u, '');
    if (key?.name === 'date') head.date ??= findDates(value)[0]?.iso ?? null;
    if (key?.name === 'reference') head.reference ??= /\S*\d\S*/u.exec(value)?.[0] ?? null;
    const place = key && key.name !== 'date' ? null : dateline(value);
    if (place !== null) {
      head.place ??= place;
      head.date ??= findDates(value)[0]?.iso ?? null;
    }
    at = last;
  }
  return head;
}

/** To whom: the first line of the address. */
export const addressee = /^(?:aan:? |t\.a\.v\. |(?:de |het )?(?:voorzitter|president|leden|griffier|minister|staatssecretaris|college|bestuur|gemeenteraad|raad) (?:van|der|voor) )/iu;

interface Key { name: 'subject' | 'date' | 'reference' | 'other'; length: number }

const keys: readonly { name: Key['name']; words: string }[] = [
  { name: 'subject', words: 'betreft|onderwerp|betr\\.|subject' },
  { name: 'date', words: 'datum|date' },
  { name: 'reference', words: '(?:ons |onze )?(?:kenmerk|referentie|zaaknummer|dossiernummer|documentnummer|briefnummer)|our reference' },
  { name: 'other', words: '(?:uw )(?:kenmerk|referentie|brief(?: van)?)|bijlagen?(?:\\(n\\))?|bijlage\\(n\\)|behandeld door|contactpersoon|inlichtingen bij|telefoon|doorkiesnummer|e-mail|your reference' },
];

/** The key that a line starts with; a sentence that starts so has more small words behind it than a value. */
function keyOf(text: string): Key | null {
  for (const { name, words } of keys) {
    const match = new RegExp(String.raw`^(?:${words})(?:\s*:\s*|\s+(?=\S)|$)`, 'iu').exec(text.slice(0, 80));
    if (match) return { name, length: match[0].length };
  }
  return null;
}

/** Is this line a key of a letter's head, with or without its value? */
export const isHeadKey = (text: string) => keyOf(text) !== null;

/** The last line of a key's value: lines that follow without a gap, up to the next key; more than one only of subjects. */
function valueEnd(lines: readonly Line[], from: number, to: number, key: Key): number {
  const alone = (lines[from]?.text.length ?? 0) <= key.length;
  let last = from;
  while (last + 1 < to && last - from < 3) {
    const next = lines[last + 1];
    if (!next || keyOf(next.text) || next.gap === 'blank') break;
    const isFirst = alone && last === from;
    if (!isFirst && !(key.name === 'subject' && (startsSmall(next.text) || (lines[last]?.text.length ?? 0) > 40))) break;
    last += 1;
  }
  return last;
}

function stretchEnd(lines: readonly Line[], from: number, to: number): number {
  let last = from;
  while (last + 1 < to && last - from < 7 && lines[last + 1]?.gap === 'none' && !keyOf(lines[last + 1]?.text ?? '') && dateline(lines[last + 1]?.text ?? '') === null) last += 1;
  return last;
}
