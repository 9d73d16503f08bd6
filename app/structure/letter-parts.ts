import { endsSentence, type Line } from './lines.ts';
import { addressee, isHeadKey } from './letter-head.ts';

/** Where a letter's parts stand: lines of the stretch that was looked at, `bodyTo` excluded. */
export interface LetterParts {
  salutation: number | null;
  /** The first line behind head and salutation. */
  bodyFrom: number;
  /** Where the text ends: the formula that closes it, the signature, or the end. */
  bodyTo: number;
  closing: number | null;
  /** Office and name, first and last line. */
  signature: { from: number; to: number } | null;
}

/** Head, salutation, closing and signature, each by its form and its place: the first at the start, the last at the end. */
export function findLetterParts(lines: readonly Line[], from: number, to: number): LetterParts {
  const salutation = firstLine(lines, from, Math.min(to, from + longestHead), (text) => text.length <= 90 && greeting.test(text) && !/[?:;]$/u.test(text));
  const bodyFrom = salutation === null ? headEnd(lines, from, to) : salutation + 1;
  const closing = lastLine(lines, Math.max(bodyFrom, to - longestTail), to, (text) => text.length <= 60 && farewell.test(text));
  const signature = closing === null ? signedAtEnd(lines, bodyFrom, to) : signedBelow(lines, closing + 1, to);
  return { salutation, bodyFrom, bodyTo: closing ?? signature?.from ?? to, closing, signature };
}

const longestHead = 80;
const longestTail = 60;

const greeting = /^(?:zeer )?(?:geachte?|beste|waarde|hooggeachte?|dear)(?= \p{L}|,|$)|^(?:excellentie|l\.s\.|mijnheer de voorzitter|mevrouw de voorzitter|dames en heren)(?=[,.!]|$)/iu;

const farewell = /^(?:hoogachtend|met (?:de )?(?:meeste )?hoogachting|met (?:vriendelijke|hartelijke|collegiale) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|yours (?:sincerely|faithfully)|(?:kind|best) regards)(?=[,.]|$)/iu;

/** An office, as those who sign print it: *De minister van Sport,*; *Namens het bestuur,*. */
const office = /^(?:namens .{3,80},$|(?:(?:de|het) )?(?:plaatsvervangend |waarnemend )?(?:minister-president|minister|staatssecretaris|burgemeester|(?:gemeente)?secretaris|griffier|wethouder|college|directeur(?:-generaal)?|inspecteur-generaal|voorzitter|bestuur|commissaris)(?:[ ,].*)?$)/iu;

function firstLine(lines: readonly Line[], from: number, to: number, is: (text: string) => boolean): number | null {
  for (let at = from; at < to; at += 1) if (is(lines[at]?.text ?? '')) return at;
  return null;
}

function lastLine(lines: readonly Line[], from: number, to: number, is: (text: string) => boolean): number | null {
  for (let at = to - 1; at >= from; at -= 1) if (is(lines[at]?.text ?? '')) return at;
  return null;
}

/** Without a salutation: behind the last key or address at the start, where there is one. */
function headEnd(lines: readonly Line[], from: number, to: number): number {
  let end = from;
  for (let at = from; at < Math.min(to, from + 25); at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.length > 100 || /\p{Ll}{3}[.?!]$/u.test(text)) break;
    const address = lines.slice(at, at + 7).some((line) => postal.test(line.text));
    if (isHeadKey(text) || (addressee.test(text) && address) || (end > from && postal.test(text))) end = at + 1;
  }
  return end;
}

const postal = /^(?:postbus \d|\d{4} ?[A-Z]{2}(?: |$))/iu;

/** Short lines behind a closing formula, up to what is no name any more. */
function signedBelow(lines: readonly Line[], from: number, to: number): LetterParts['signature'] {
  let last = from - 1;
  while (last + 1 < to && last - from < 9 && isSigned(lines[last + 1]?.text ?? '')) last += 1;
  return last < from ? null : { from, to: last };
}

/** An office with a name below it, behind which nothing follows but short lines. */
function signedAtEnd(lines: readonly Line[], from: number, to: number): LetterParts['signature'] {
  for (let at = Math.max(from, to - 8); at < to; at += 1) {
    const text = lines[at]?.text ?? '';
    if (!office.test(text) || (lines[at]?.gap === 'none' && !endsSentence(lines[at - 1]?.text ?? ''))) continue;
    const signature = signedBelow(lines, at, to);
    if (signature && signature.to > at && (signature.to === to - 1 || afterSignature.test(lines[signature.to + 1]?.text ?? ''))) return signature;
  }
  return null;
}

function isSigned(text: string): boolean {
  return text.length <= 100 && !afterSignature.test(text) && !/[?!:;]$|\p{Ll}{4}\.$/u.test(text) && !isHeadKey(text);
}

/** What may stand below a signature. */
const afterSignature = /^(?:bijlagen?|cc|c\.c\.|afschrift|kopie|p\.?s\.?|pagina|vraag|vragen|antwoord(?:en)?|beantwoording|noten?)(?=[\s:.(]|$)/iu;
