import { assembleBlocks } from './assemble.ts';
import { draftBlocks, itemUse, wholeLine, type LineUse } from './drafts.ts';
import { readFront } from './front.ts';
import { bulletChanges, findItems } from './lists.ts';
import { findParagraphs } from './paragraphs.ts';
import type { Recogniser } from './recogniser.ts';
import { findHeadings, namesList } from './sections.ts';
import { findSections } from './turns.ts';

/** What is left when nothing else fits: paragraphs, lists, and headings where they are evident; no turns. */
export const plain: Recogniser = {
  kind: 'plain',
  score: () => 0.1,
  recognise: async (text, pause) => {
    const { lines } = text;
    const paragraphs = findParagraphs(lines);
    const items = findItems(lines);
    const uses = new Map<number, LineUse>();
    const none: ReadonlySet<number> = new Set();
    const { titleTo, ...said } = readFront(lines, paragraphs, lines.length, false);
    // Here nothing says that the first lines are a title but that they look like one.
    const title = said.title !== null && said.title.length <= 160 && !/[.?!]$/u.test(lines[titleTo - 1]?.text ?? '') ? said.title : null;
    const from = title === null ? 0 : titleTo;
    // What leads a list is a sentence, unless the list is of names or the format says that it is a heading.
    const headings = findHeadings({
      lines, paragraphs, items, from, taken: none, ownLabels: none, intros: none, speakerNames: new Set(), punctuated: false,
      firstTurn: lines.length,
    }).filter((heading) => !heading.text.endsWith(':') || namesList.test(heading.text) || (lines[heading.from]?.heading ?? null) !== null);
    items.forEach((item, at) => uses.set(at, itemUse(item, lines[at]?.text.length ?? 0)));
    for (let at = 0; at < from; at += 1) uses.set(at, wholeLine('heading', 1, lines[at]?.text.length ?? 0, at > 0 && !paragraphs.endsAfter(at - 1)));
    for (const heading of headings) {
      for (let at = heading.from; at <= heading.to; at += 1) uses.set(at, wholeLine('heading', heading.level, lines[at]?.text.length ?? 0, at > heading.from));
    }
    await pause(0.4);
    const drafts = draftBlocks(lines, paragraphs, uses);
    const { blocks, pages, footnotes, changes } = assembleBlocks(text, drafts);
    const sections = findSections(drafts, new Map(headings.map((heading) => [heading.from, heading])));
    return {
      heading: { title, date: title === null ? null : said.date, place: title === null ? null : said.place, reference: said.reference },
      speakers: [],
      content: {
        blocks, pages, turns: [], pairs: [], footnotes, attendees: [],
        sections: sections.map(({ heading, firstBlock, lastBlock }) => ({ heading, firstBlock, lastBlock, page: blocks[firstBlock]?.page ?? null })),
        changes: [...bulletChanges(lines, items, text.quote), ...changes], warnings: [],
      },
    };
  },
};
