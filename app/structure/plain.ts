import { assembleBlocks } from './assemble.ts';
import { draftBlocks, itemUse, wholeLine, type LineUse } from './drafts.ts';
import { bulletChanges, findItems } from './lists.ts';
import { findParagraphs } from './paragraphs.ts';
import type { Recogniser } from './recogniser.ts';

/** What is left when nothing else fits: paragraphs, lists, and headings where they are evident; no turns. */
export const plain: Recogniser = {
  kind: 'plain',
  score: () => 0.1,
  recognise: (text) => {
    const paragraphs = findParagraphs(text.lines);
    const items = findItems(text.lines);
    const uses = new Map<number, LineUse>();
    text.lines.forEach((line, at) => {
      const item = items.get(at);
      if (item) uses.set(at, itemUse(item, line.text.length));
      else if (line.heading !== null) uses.set(at, wholeLine('heading', line.heading, line.text.length));
    });
    const { blocks, pages, changes } = assembleBlocks(text, draftBlocks(text.lines, paragraphs, uses));
    return {
      heading: { title: null, date: null, place: null, reference: null },
      speakers: [],
      content: {
        blocks, pages, turns: [], sections: [], pairs: [], footnotes: [], attendees: [],
        changes: [...bulletChanges(text.lines, items, text.quote), ...changes], warnings: [],
      },
    };
  },
};
