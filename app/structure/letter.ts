import { assembleBlocks } from './assemble.ts';
import { draftBlocks, itemUse, wholeLine, type LineUse } from './drafts.ts';
import { withItems } from './item-lines.ts';
import { isHeadKey, readLetterHead } from './letter-head.ts';
import { findLetterHeadings } from './letter-headings.ts';
import { findLetterParts, type LetterParts } from './letter-parts.ts';
import type { Line } from './lines.ts';
import { bulletChanges, findItems } from './lists.ts';
import { findParagraphs } from './paragraphs.ts';
import type { Recogniser } from './recogniser.ts';
import { tidySpaces } from './spaces.ts';
import { findSections } from './turns.ts';

/** Letters to a parliament, a council or an authority: head, headings, lists and signature; nobody takes turns. */
export const letter: Recogniser = {
  kind: 'letter',
  score: ({ lines }) => scoreOf(lines),
  recognise: async (untidy, pause) => {
    const { text, changes: spaces } = tidySpaces(untidy);
    const { lines } = text;
    const items = findItems(lines);
    const paragraphs = withItems(lines, findParagraphs(lines), items);
    const parts = findLetterParts(lines, 0, lines.length);
    const head = readLetterHead(lines, parts.salutation ?? parts.bodyFrom);
    await pause(0.3);
    const headings = findLetterHeadings(lines, paragraphs, items, parts.bodyFrom, parts.bodyTo);
    const uses = letterUses(lines, parts);
    for (const [at, item] of items) if (!uses.has(at)) uses.set(at, itemUse(item, lines[at]?.text.length ?? 0));
    for (const { from, to, level } of headings) {
      for (let at = from; at <= to; at += 1) uses.set(at, wholeLine('heading', level, lines[at]?.text.length ?? 0, at > from));
    }
    const drafts = draftBlocks(lines, paragraphs, uses);
    const { blocks, pages, footnotes, changes } = assembleBlocks(text, drafts);
    const sections = findSections(drafts, new Map(headings.map((heading) => [heading.from, heading])));
    const { title, date, place, reference } = head;
    return {
      heading: { title, date, place, reference },
      speakers: [],
      content: {
        blocks, pages, turns: [], pairs: [], footnotes, attendees: [],
        sections: sections.map(({ heading, firstBlock, lastBlock }) => ({ heading, firstBlock, lastBlock, page: blocks[firstBlock]?.page ?? null })),
        changes: [...bulletChanges(lines, items, text.quote), ...spaces, ...changes], warnings: [],
      },
    };
  },
};

/**
 * The lines of a letter's head and end as blocks: each line one, but that the address, a subject over some lines, and
 * office and name below the letter stay together.
 */
export function letterUses(lines: readonly Line[], parts: LetterParts): Map<number, LineUse> {
  const uses = new Map<number, LineUse>();
  const put = (first: number, last: number, joined: boolean) => {
    for (let at = first; at <= last; at += 1) uses.set(at, wholeLine('paragraph', null, lines[at]?.text.length ?? 0, joined && at > first));
  };
  const headTo = parts.salutation ?? parts.bodyFrom;
  for (let at = 0; at < headTo; at += 1) put(at, at, false);
  for (const stretch of readLetterHead(lines, headTo).stretches) put(stretch.from, stretch.to, true);
  if (parts.salutation !== null) put(parts.salutation, parts.salutation, false);
  if (parts.closing !== null) put(parts.closing, parts.closing, false);
  if (parts.signature) put(parts.signature.from, parts.signature.to, true);
  return uses;
}

/** What tells a letter, each by itself too little. A text that no letter's form opens or closes is none. */
function scoreOf(lines: readonly Line[]): number {
  const { salutation, closing, signature } = findLetterParts(lines, 0, lines.length);
  if (salutation === null && closing === null && signature === null) return 0;
  const head = lines.slice(0, salutation ?? 25).filter(({ text }) => isHeadKey(text)).length;
  const words = lines.slice(0, 3000).map(({ text }) => text).join(' ');
  const says = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  const signs = [
    salutation !== null ? 0.35 : 0, closing !== null ? 0.25 : 0, signature ? 0.25 : 0, head >= 2 ? 0.15 : 0,
    says(/(?<!\p{L})(?:uw|de) (?:kamer|raad|college|commissie|ministerie|brief)(?!\p{L})/giu) >= 2 ? 0.15 : 0,
    says(/(?<!\p{L})(?:(?:met|in|bij) deze brief|hierbij (?:stuur|zend|bied|informeer|doe|ontvangt)|naar aanleiding van uw)(?!\p{L})/giu) >= 1 ? 0.2 : 0,
  ];
  return Math.min(0.9, signs.reduce((sum, sign) => sum + sign, 0));
}
