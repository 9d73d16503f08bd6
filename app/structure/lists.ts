import type { ImportChange } from '../../schemas/records/content.ts';
import { endsSentence, type Line } from './lines.ts';
import { slicePiece, spanOf } from './pieces.ts';
import type { Quote } from './quote.ts';

/** A line that starts a list item: its level, and where its text starts in the line. */
export interface Item { level: number; from: number }

/**
 * Lines that start with a bullet. Round and square bullets are always bullets; a dash, a star, a small o or a letter
 * that was lost in the file only where another such item is near and no sentence is under way, since dashes and stars
 * stand at line starts for other reasons too. Numbers belong to the text and are left in it. Items that the format
 * knows have no bullet in their text. `lettered`: so are `a.` and `b)`, which count and stay in the text too.
 */
export function findItems(lines: readonly Line[], lettered = false): Map<number, Item> {
  const items = new Map<number, Item>();
  const marks = lines.map((line) => markOf(line.text) ?? (lettered ? letterOf(line.text) : null));
  let open: string[] = [];
  let lastItem = -1;
  marks.forEach((mark, at) => {
    const level = lines[at]?.item ?? null;
    if (level !== null) items.set(at, { level, from: 0 });
    if (level !== null || !mark || (!mark.sure && !(startsFresh(lines, at, items) && hasNeighbour(marks, at)))) return;
    const listEnded = lastItem < 0 || at - lastItem > longestItem;
    if (listEnded) open = [];
    const depth = open.indexOf(mark.sign);
    open = depth >= 0 ? open.slice(0, depth + 1) : [...open, mark.sign];
    items.set(at, { level: open.length, from: mark.letter === undefined ? mark.length : 0 });
    lastItem = at;
  });
  return items;
}

/** The bullets that were taken out. */
export function bulletChanges(lines: readonly Line[], items: ReadonlyMap<number, Item>, quote: Quote): ImportChange[] {
  return [...items].flatMap(([at, item]) => {
    const line = lines[at];
    if (!line || item.from === 0) return [];
    const span = spanOf(slicePiece(line, 0, item.from).map);
    return [{ rule: 'bullet', source: span, before: quote(span, line.text.slice(0, item.from)), after: '' }];
  });
}

/** Lines that one item may take before the next of its list. */
const longestItem = 8;

/** `letter`: which one of a series it is, from 0. */
interface Mark { sign: string; length: number; sure: boolean; letter?: number }

function markOf(text: string): Mark | null {
  const sure = /^([•●▪■◦‣⁃∙○►➢\uF020-\uF0FF])[\s\u00A0]*(?=\S)/u.exec(text);
  if (sure) return { sign: sure[1] ?? '', length: sure[0].length, sure: true };
  const weak = /^([-–—*+·o\uFFFD])[\s\u00A0]+(?=\S)/u.exec(text);
  return weak ? { sign: weak[1] ?? '', length: weak[0].length, sure: false } : null;
}

function letterOf(text: string): Mark | null {
  const match = /^\(?([a-z])([.)])\s+(?=\S)/u.exec(text);
  return match ? { sign: match[2] ?? '', length: match[0].length, sure: false, letter: (match[1] ?? '').charCodeAt(0) - 97 } : null;
}

function startsFresh(lines: readonly Line[], at: number, items: ReadonlyMap<number, Item>): boolean {
  const before = lines[at - 1];
  return !before || lines[at]?.gap === 'blank' || items.has(at - 1) || endsSentence(before.text);
}

function hasNeighbour(marks: readonly (Mark | null)[], at: number): boolean {
  const mark = marks[at];
  // Letters must count on: `a.` before `b.`.
  const isNext = (other: Mark | null | undefined, step: number) => other?.sign === mark?.sign && (mark?.letter === undefined || other?.letter === mark.letter + step);
  for (let step = 1; step <= longestItem; step += 1) {
    if (isNext(marks[at - step], -1) || isNext(marks[at + step], 1)) return true;
  }
  return false;
}
