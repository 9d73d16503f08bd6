import { endsSentence, startsSmall, type Line } from './lines.ts';
import type { Item } from './lists.ts';
import type { Paragraphs } from './paragraphs.ts';

/**
 * Paragraph ends where list items are known: an item whose sentence is not at its end goes on in the next line, over
 * an empty line too, which programs that read PDFs put behind the first line of an item.
 */
export function withItems(lines: readonly Line[], paragraphs: Paragraphs, items: ReadonlyMap<number, Item>): Paragraphs {
  const ends = new Uint8Array(lines.length);
  let inItem = false;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (items.has(at)) inItem = true;
    const isOpen = inItem && next !== undefined && line.endsParagraph === null && !endsSentence(line.text) && startsSmall(next.text);
    const isEnd = items.has(at + 1) || (!isOpen && paragraphs.endsAfter(at));
    ends[at] = Number(isEnd);
    if (isEnd) inItem = false;
  });
  return { endsAfter: (at) => ends[at] !== 0, mayStart: (at) => paragraphs.mayStart(at) };
}
