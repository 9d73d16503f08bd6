import { endsSentence, type Line } from './lines.ts';
import type { Item } from './lists.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { HeadingLines } from './sections.ts';

/**
 * Headings of a letter: a paragraph of one or two lines that is short, starts with a capital, does not end as sentences
 * do, and has text below it. No more is asked, since a letter says nothing else in that form between its salutation
 * and its closing; names in a row, which have no text below them, are none. Where headings are numbered, others are no
 * headings.
 */
export function findLetterHeadings(
  lines: readonly Line[], paragraphs: Paragraphs, items: ReadonlyMap<number, Item>, from: number, to: number,
): HeadingLines[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (!paragraphs.endsAfter(at) && at + 1 < to) continue;
    stretches.push(stretchOf(lines, items, start, at));
    start = at + 1;
  }
  const areNumbered = stretches.filter(({ mayHead, depth }) => mayHead && depth !== null).length >= 2;
  const found = stretches.filter((stretch, at) => {
    const [before, next, second] = [stretches[at - 1], stretches[at + 1], stretches[at + 2]];
    if (stretch.format !== null) return true;
    if (!stretch.mayHead || !next || (areNumbered && stretch.depth === null && !closes.test(stretch.text))) return false;
    // A heading may stand over another one; three such lines in a row are a list.
    if (before?.mayHead && (stretches[at - 2]?.mayHead || !hasText(next))) return false;
    return hasText(next) || (next.mayHead && second !== undefined && hasText(second));
  });
  const headings = found.map(({ from: first, to: last, text, format, depth }) => ({ from: first, to: last, text, level: format ?? depth ?? 1, overList: false }));
  return found.some(({ format, depth }) => format !== null || depth !== null) ? headings : withParts(lines, items, headings, to);
}

/**
 * Paragraph ends where headings stand on their own: where a line fills its column, measuring can't tell that the next
 * one is a heading, but a paragraph does not end in a few words that end no sentence.
 */
export function withHeadingsApart(lines: readonly Line[], paragraphs: Paragraphs): Paragraphs {
  const isApart = (at: number) => {
    const [line, next] = [lines[at], lines[at + 1]];
    return line !== undefined && next !== undefined && line.endsParagraph === null && endsSentence(line.text) && /^[\p{Lu}\d]/u.test(next.text)
      && !endsSentence(next.text) && !next.text.endsWith(',') && lines[at + 2]?.gap !== 'page' && paragraphs.endsAfter(at + 1);
  };
  return { endsAfter: (at) => paragraphs.endsAfter(at) || isApart(at), mayStart: (at) => paragraphs.mayStart(at) };
}

/** A paragraph, and whether it has the form of a heading. */
interface Stretch { from: number; to: number; text: string; mayHead: boolean; isItem: boolean; format: number | null; depth: number | null }

function stretchOf(lines: readonly Line[], items: ReadonlyMap<number, Item>, from: number, to: number): Stretch {
  const text = lines.slice(from, Math.min(to + 1, from + 12)).map((line) => line.text).join(' ');
  const isItem = items.has(from);
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\p{Lu})/u.exec(text)?.[1] ?? null;
  const isShort = to - from < 2 && text.length <= 110 && text.split(/\s+/u).length <= 14;
  const mayHead = isShort && !isItem && (number !== null || /^["'‘“]?\p{Lu}/u.test(text)) && /\p{L}{2}/u.test(text) && !/[.?!…;:,]["'’”)]*$/u.test(text);
  return { from, to, text, mayHead, isItem, format: lines[from]?.heading ?? null, depth: number === null ? null : number.split('.').length };
}

/** Text or a list: what stands under headings. */
const hasText = ({ isItem, text, from, to }: Stretch) => isItem || endsSentence(text) || text.length > 110 || to - from >= 2;

/**
 * A section that announces its parts has them below it: headings whose main word it names from the announcement on,
 * and those in between. Nothing else tells the levels of a letter whose type is not known.
 */
function withParts(lines: readonly Line[], items: ReadonlyMap<number, Item>, headings: readonly HeadingLines[], to: number): HeadingLines[] {
  const parts = new Set<number>();
  // No letter has more; comparing all with all would take long.
  if (headings.length > 200) return [...headings];
  headings.forEach((heading, at) => {
    if (parts.has(at) || guides.test(heading.text)) return;
    let end = heading.to + 1;
    while (end < (headings[at + 1]?.from ?? to) && !items.has(end)) end += 1;
    const text = lines.slice(heading.to + 1, end).map((line) => line.text).join(' ');
    const announced = text.slice(announces.exec(text)?.index ?? text.length);
    const words = new Set(announced.toLowerCase().match(/\p{L}[\p{L}\d-]*/gu) ?? []);
    const named = headings.flatMap(({ text: own }, part) => (part > at && !closes.test(own) && words.has(mainWord(own)) ? [part] : []));
    if (named.length >= 2) for (let part = at + 1; part <= (named.at(-1) ?? at); part += 1) parts.add(part);
  });
  return headings.map((heading, at) => ({ ...heading, level: parts.has(at) ? 2 : 1 }));
}

const announces = /(?<!\p{L})(?:hieronder|hierna|hierbij gaat het om|onderstaande|de volgende|achtereenvolgens|een aantal|dit betreft|te weten|in deze paragraaf|in het vervolg|the following|below)(?!\p{L})/iu;
/** A reader's guide names all of the letter. */
const guides = /^(?:leeswijzer|inleiding|aanleiding|opbouw|samenvatting|vooraf|achtergrond|introduction|summary)/iu;
const closes = /^(?:tot slot|slot|afsluit|afrond|conclusie|vervolg|ten slotte|conclusion)/iu;

function mainWord(heading: string): string {
  return /\p{L}[\p{L}\d-]*/u.exec(heading.toLowerCase().replace(/^[\d.)\s]*(?:(?:de|het|een|the) )?/u, ''))?.[0] ?? '';
}
