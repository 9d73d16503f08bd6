import { findDates } from './dates.ts';
import type { LetterHead } from './letter-head.ts';
import type { LetterParts } from './letter-parts.ts';
import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { FoundSpeaker, Heading } from './recogniser.ts';
import { roleOf } from './speaker-facts.ts';

/** What answers to questions say of themselves: the title's lines (or none), who asks and who answers. */
export interface AnswersFront extends Heading {
  titleLines: { from: number; to: number } | null;
  asker: FoundSpeaker | null;
  answerer: FoundSpeaker | null;
}

/**
 * The head of answers, above the first question. The date is when the answers were received, else the letter's; the
 * reference is the number under which the questions are known. Who asks and answers is taken from the title, from the
 * line that says who answers, and from the signature.
 */
export function readAnswersFront(lines: readonly Line[], paragraphs: Paragraphs, to: number, head: LetterHead, parts: readonly LetterParts[]): AnswersFront {
  const stretches = stretchesOf(lines, paragraphs, to);
  const texts = stretches.map(({ text }) => text);
  const titled = head.title === null ? stretches.find(({ text }) => isTitle.test(text) && text.length <= 400) : undefined;
  const title = titled ? titled.text.replace(/[.\s]*\((?:ingezonden|ontvangen)[^()]*\)\.?$/iu, '').replace(/\.$/u, '') : head.title;
  const firstOf = <T>(read: (text: string) => T | null) => [...texts, title ?? ''].map(read).find((found) => found !== null) ?? null;
  const received = firstOf((text) => {
    const at = /(?<!\p{L})ontvangen(?!\p{L})/iu.exec(text)?.index ?? -1;
    return at < 0 ? null : (findDates(text.slice(at, at + 40))[0]?.iso ?? null);
  });
  return {
    title, date: received ?? head.date, place: head.place, reference: firstOf((text) => /(?<!\w)20\d{2}Z\d{4,6}(?!\w)/u.exec(text)?.[0] ?? null) ?? head.reference,
    titleLines: titled ? { from: titled.from, to: titled.to } : null,
    asker: firstOf(askerIn),
    answerer: firstOf(answererIn) ?? parts.map((part) => signer(lines, part)).find((found) => found !== null) ?? firstOf(addresseeIn),
  };
}

/** What such documents call themselves. *Antwoord van de minister …* says who answers. */
const isTitle = /^(?:(?:nadere |aanvullende )?(?:schriftelijke |kamer|raads|staten)?vragen (?:van|gesteld)|antwoord(?:en)? op |beantwoording (?:van )?(?:de )?(?:schriftelijke |kamer|raads|staten|feitelijke |nadere |aanvullende )*vragen|lijst van vragen)/iu;

function stretchesOf(lines: readonly Line[], paragraphs: Paragraphs, to: number): { from: number; to: number; text: string }[] {
  const found: { from: number; to: number; text: string }[] = [];
  let from = 0;
  for (let at = 0; at < Math.min(to, 150); at += 1) {
    if (!paragraphs.endsAfter(at) && at + 1 < to) continue;
    found.push({ from, to: at, text: lines.slice(from, at + 1).map(({ text }) => text).join(' ').slice(0, 2000) });
    from = at + 1;
  }
  return found;
}

/** Members, as *het lid De Wit (XYZ)*, *de leden A en B (beiden XYZ)*; fractions; one speaker for those who ask together. */
export function askerIn(text: string): FoundSpeaker | null {
  const fraction = /(?<!\p{L})(?:de )?leden van de (?:fractie van (?:de |het )?)?(\p{Lu}[\p{L}\d-]*?)(?:-fractie)?(?![\p{L}\d-])/u.exec(text);
  if (fraction?.[1] && /fractie/u.test(fraction[0])) return speaker(`${fraction[1]}-fractie`, fraction[1], fraction[0]);
  const match = /[Vv]ragen (?:(?:die )?(?:van|door|gesteld door) )(?:de heer |mevrouw )?(?<printed>(?:(?:het|de) )?(?:(?:[Kk]amer|raads|staten)?(?:leden|lid) |fractie van (?:de |het )?)(?<names>\p{Lu}.{1,200}?))(?= (?:aan (?:de|het)|over|inzake|betreffende|met betrekking|naar aanleiding|die|d\.d\.)|,? ?\((?:ingezonden|20\d\dZ)|[.;:]|, (?:ingezonden|over|die|aan)|$)/u.exec(text);
  const { names, printed } = match?.groups ?? {};
  if (!names || !printed) return null;
  const parties = [...new Set(Array.from(names.matchAll(/\((?:(?:beiden|allen) )?([^()]{2,60})\)/gu), ([, party = '']) => party))];
  const name = names.replace(/\s*\([^()]*\)/gu, '').trim();
  return /\p{Lu}/u.test(name) ? speaker(name, parties.length === 0 ? (/fractie/u.test(printed) ? name : null) : parties.join(', '), printed) : null;
}

/** *Antwoord van minister De Wit (Sport) (ontvangen …)*, *Antwoorden van de staatssecretaris van Sport, mede namens …*. */
function answererIn(text: string): FoundSpeaker | null {
  const printed = /^(?:antwoord(?:en)?|beantwoording)(?: door| van) (?:de |het )?(?<who>\S.{2,200}?)(?=,? (?:mede )?namens | \((?:ontvangen|beantwoord|ingezonden)|, ontvangen|[.:]?$| op (?:de |het )?(?:kamer|schriftelijke )?vragen)/iu.exec(text)?.groups?.['who'];
  return printed && official.test(printed) ? officialOf(printed) : null;
}

const official = /^(?:minister|staatssecretaris|college|burgemeester|wethouder|gedeputeerde)/iu;

/** Whom the title says the questions are put to; answers are given by whom they were put to. */
function addresseeIn(text: string): FoundSpeaker | null {
  const printed = /vragen .{0,300}? aan (?:de |het )(?<who>(?:minister|staatssecretaris|college|wethouder|burgemeester)(?: van \p{Lu}\p{L}+(?:(?:,| en| van)? \p{Lu}\p{L}+)*| van burgemeester en wethouders)?)/iu.exec(text)?.groups?.['who'];
  return printed ? officialOf(printed) : null;
}

/** Office and name below a letter: the name is the last line, what is above it is the office. */
function signer(lines: readonly Line[], { signature }: LetterParts): FoundSpeaker | null {
  const signed = signature ? lines.slice(signature.from, signature.to + 1).map(({ text }) => text) : [];
  const name = signed.at(-1) ?? '';
  const office = signed.slice(0, -1).join(' ').replace(/,$/u, '').replace(/^(?:de|het) /iu, '');
  if (!official.test(office) || !/^\p{Lu}[\p{L}.'’\s-]{2,60}$/u.test(name)) return null;
  const found = officialOf(office);
  return { ...found, key: name, name, aliases: [office] };
}

/** *minister De Wit (Sport)*: the name as printed, and the department in brackets or behind *van*. */
function officialOf(printed: string): FoundSpeaker {
  const asides = Array.from(printed.matchAll(/\(([^()]+)\)/gu), ([, aside = '']) => aside);
  const name = printed.replace(/\s*\([^()]*\)/gu, '').replace(/\s+/gu, ' ').trim();
  const department = /^(?:minister|staatssecretaris) (?:van|voor) (?:de |het )?(\p{Lu}.*)$/iu.exec(name)?.[1] ?? null;
  return speaker(name, asides.length > 0 ? asides.join(', ') : department, printed);
}

function speaker(name: string, organisation: string | null, printed: string): FoundSpeaker {
  return { key: name, name, organisation, role: roleOf(null, [name]), aliases: printed === name ? [] : [printed], moderator: false };
}
