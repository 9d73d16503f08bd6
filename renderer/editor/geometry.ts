import type { EditorView } from 'prosemirror-view';
import type { Utf16 } from '../../app/document/offsets.ts';
import type { DrawnCoding } from './plugins/codings.ts';
import { codingsOf } from './plugins/codings.ts';
import type { ReadingDocument } from './reading-document.ts';
import { firstIndex } from '../../app/support/first-index.ts';

/** Blocks from the first to the last, both included. */
export interface BlockSpan { first: number; last: number }

/** A coding's extent on the page, in pixels from the page's top. */
export interface StripeSpan { coding: DrawnCoding; top: number; height: number }

/**
 * The blocks between two heights of the window, in pixels. Asks only the sheets for their boxes, and the blocks of the
 * sheets that are there: what `content-visibility` skips is not laid out for it. Binary search over sheets.
 */
export function blocksBetween(view: EditorView, reading: ReadingDocument, top: number, bottom: number): BlockSpan | null {
  const boxes = view.dom.children;
  const count = Math.min(boxes.length, reading.sheets.length);
  const first = firstIndex(count, (at) => (boxes[at]?.getBoundingClientRect().bottom ?? 0) > top);
  const after = firstIndex(count, (at) => (boxes[at]?.getBoundingClientRect().top ?? 0) >= bottom);
  if (first >= after) return null;
  const blocks: number[] = [];
  for (let sheet = first; sheet < after; sheet += 1) {
    const { firstBlock = 0, lastBlock = -1 } = reading.sheets[sheet] ?? {};
    for (let block = firstBlock; block <= lastBlock; block += 1) {
      if (reading.silent.has(block)) continue;
      const box = blockElement(view, reading, block)?.getBoundingClientRect();
      if (box && box.bottom > top && box.top < bottom) blocks.push(block);
    }
  }
  const [one] = blocks;
  return one === undefined ? null : { first: one, last: blocks.at(-1) ?? one };
}

/** The element of a block; null where the view does not hold it. */
export function blockElement(view: EditorView, { text, positions }: ReadingDocument, block: number): HTMLElement | null {
  const range = text.blocks[block];
  const node = range ? view.nodeDOM(positions.toPosition(range.start) - 1) : null;
  return node instanceof HTMLElement ? node : null;
}

/**
 * Where the codings of these blocks run on the page, longest first; what goes on outside the blocks ends at their edge.
 * `origin` is the height in the window that counts as 0.
 */
export function stripeSpans(view: EditorView, reading: ReadingDocument, span: BlockSpan, origin: number): StripeSpan[] {
  const { text, positions } = reading;
  const inBlock = codingsOf(view.state)?.inBlock;
  const codings = new Set<DrawnCoding>();
  for (let block = span.first; block <= span.last; block += 1) for (const coding of inBlock?.get(block) ?? []) codings.add(coding);
  const upper = text.blocks[span.first]?.start ?? 0;
  const lower = text.blocks[span.last]?.end ?? 0;
  const edge = (block: number) => blockElement(view, reading, block)?.getBoundingClientRect();
  const spans: StripeSpan[] = [];
  for (const coding of codings) {
    const top = coding.start >= upper ? view.coordsAtPos(positions.toPosition(coding.start), 1).top : edge(span.first)?.top;
    const bottom = coding.end <= lower ? view.coordsAtPos(positions.toPosition(coding.end), -1).bottom : edge(span.last)?.bottom;
    if (top === undefined || bottom === undefined) continue;
    spans.push({ coding, top: Math.round(top - origin), height: Math.max(6, Math.round(bottom - top)) });
  }
  return spans.toSorted((a, b) => a.coding.start - b.coding.start || b.coding.end - a.coding.end);
}

/** A place in the text at the upper edge of the window, to come back to. `below`: pixels from that edge to its block. */
export interface TopPlace { offset: Utf16; below: number }

export function topPlace(view: EditorView, reading: ReadingDocument, scroller: HTMLElement): TopPlace | null {
  const edge = scroller.getBoundingClientRect();
  const span = blocksBetween(view, reading, edge.top + 1, edge.bottom);
  const range = span ? reading.text.blocks[span.first] : undefined;
  const box = span ? blockElement(view, reading, span.first)?.getBoundingClientRect() : undefined;
  return range && box ? { offset: range.start, below: Math.round(box.top - edge.top) } : null;
}
