import type { RawLine } from '../importers/importer.ts';
import { endsSentence, startsSmall, type Line } from './lines.ts';

/**
 * Programs that take text out of a PDF may leave nothing of a page's end but the empty lines where its header and
 * footer were, always the same in number and in which of them hold a space. A stretch of empty lines is taken for a
 * page's end where its pattern comes back and parts the text in pages of like length, at least once in the middle of
 * a sentence. Null where there is no such pattern.
 */
export function pageGaps(raw: readonly RawLine[], lines: readonly Line[]): PageGaps | null {
  const gaps: { at: number; pattern: string }[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const from = (lines[at - 1]?.raw ?? 0) + 1;
    const to = lines[at]?.raw ?? 0;
    if (to - from < leastLines || to - from > mostLines) continue;
    gaps.push({ at, pattern: raw.slice(from, to).map(({ text }) => (text === '' ? 'n' : 's')).join('') });
  }
  for (const pattern of patternsOf(gaps.map((gap) => gap.pattern))) {
    const ends = gaps.filter((gap) => gap.pattern.includes(pattern));
    const starts = [0, ...ends.map(({ at }) => at)];
    if (arePages(lines, starts)) return { starts, apart: new Set(ends.filter((gap) => gap.pattern !== pattern).map(({ at }) => at)) };
  }
  return null;
}

/**
 * The indexes of the lines that start pages, the first line with them, and those that are also set apart by an empty
 * line more than the pages' ends have.
 */
interface PageGaps { starts: number[]; apart: ReadonlySet<number> }

/** Fewer empty lines stand between paragraphs too; no page's end has more. */
const leastLines = 4;
const mostLines = 40;

/** Patterns that at least three gaps hold: those in most gaps first, and of these the longest. */
function patternsOf(gaps: readonly string[]): string[] {
  const distinct = new Map<string, number>();
  for (const gap of gaps) distinct.set(gap, (distinct.get(gap) ?? 0) + 1);
  // A text with so many different gaps has no pattern in them.
  if (distinct.size > 60) return [];
  const counts = new Map<string, number>();
  for (const [gap, times] of distinct) {
    const parts = new Set<string>();
    for (let from = 0; from + leastLines <= gap.length; from += 1) {
      for (let to = from + leastLines; to <= gap.length; to += 1) parts.add(gap.slice(from, to));
    }
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + times);
  }
  const often = [...counts].filter(([, times]) => times >= 3).toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  // One pattern a count: shorter ones in as many gaps are parts of it.
  return often.filter(([, times], at) => often[at - 1]?.[1] !== times).map(([pattern]) => pattern);
}

function arePages(lines: readonly Line[], starts: readonly number[]): boolean {
  const sizes = starts.slice(1).map((at, i) => at - (starts[i] ?? 0)).toSorted((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 0;
  const last = lines.length - (starts.at(-1) ?? 0);
  const regular = middle >= 15 && (sizes[0] ?? 0) > 0.4 * middle && Math.max(sizes.at(-1) ?? 0, last) < 1.7 * middle;
  return regular && starts.some((at) => at > 0 && !endsSentence(lines[at - 1]?.text ?? '') && startsSmall(lines[at]?.text ?? ''));
}
