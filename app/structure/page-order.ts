import type { ImportWarning } from '../../schemas/records/content.ts';
import type { PageNumber } from './page-numbers.ts';
import { firstIndex } from '../support/first-index.ts';

/** Where pages start among the lines with something on them, furniture included. */
export interface PageCut {
  starts: { at: number; page: number; printed: boolean }[];
  warnings: ImportWarning[];
}

interface Evidence {
  /** Lines with something on them. */
  count: number;
  numbers: readonly PageNumber[];
  furniture: ReadonlySet<number>;
  /** Lines that start a page by a mark of their own (form feed, space); empty where there are none. */
  marked: readonly number[];
}

/** Puts page starts and printed numbers together. Without either there are no pages. */
export function numberPages(evidence: Evidence): PageCut {
  if (evidence.marked.length > 0) return byMarks(evidence);
  return evidence.numbers.length > 0 ? byNumbers(evidence) : { starts: [], warnings: [] };
}

/** Pages are marked: the numbers say how counting starts, and are printed or not. */
function byMarks({ marked, numbers }: Evidence): PageCut {
  const pageAt = (at: number) => Math.max(0, firstIndex(marked.length, (page) => (marked[page] ?? 0) > at) - 1);
  const offsets = new Map<number, number>();
  const printed = new Map<number, number>();
  for (const { at, number } of numbers) {
    const page = pageAt(at);
    printed.set(page, number);
    offsets.set(number - page, (offsets.get(number - page) ?? 0) + 1);
  }
  const [first = 1] = [...offsets].toSorted((a, b) => b[1] - a[1]).map(([offset]) => offset);
  const offset = Math.max(1, first);
  return { starts: marked.map((at, page) => ({ at, page: page + offset, printed: printed.get(page) === page + offset })), warnings: [] };
}

/** Only numbers are printed: above their page or below it. */
function byNumbers({ count, numbers, furniture }: Evidence): PageCut {
  const headers = areHeaders(count, numbers, furniture);
  const edge = (at: number, step: number) => {
    let here = at;
    while (furniture.has(here + step)) here += step;
    return here;
  };
  const starts: PageCut['starts'] = [];
  const first = numbers[0];
  if (first && headers && edge(first.at, -1) > 0 && first.number > 1) starts.push({ at: 0, page: first.number - 1, printed: false });
  numbers.forEach(({ at, number }, i) => {
    if (headers) starts.push({ at: edge(at, -1), page: number, printed: true });
    else starts.push({ at: i === 0 ? 0 : edge(numbers[i - 1]?.at ?? 0, 1) + 1, page: number, printed: true });
  });
  const last = numbers.at(-1);
  if (last && !headers && edge(last.at, 1) + 1 < count) starts.push({ at: edge(last.at, 1) + 1, page: last.number + 1, printed: false });
  return { starts, warnings: missing(numbers, headers) };
}

function areHeaders(count: number, numbers: readonly PageNumber[], furniture: ReadonlySet<number>): boolean {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (!first || !last) return true;
  const textBefore = range(0, first.at).some((at) => !furniture.has(at));
  const textAfter = range(last.at + 1, count).some((at) => !furniture.has(at));
  if (!textBefore) return true;
  if (!textAfter) return false;
  if (last.total !== null && last.number === last.total) return true;
  return first.number > 1;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Between numbers that skip some, pages end unseen: say so instead of guessing where. */
function missing(numbers: readonly PageNumber[], headers: boolean): ImportWarning[] {
  return numbers.flatMap((one, at): ImportWarning[] => {
    const next = numbers[at + 1];
    if (!next || next.number === one.number + 1) return [];
    const [known, from, to] = headers ? [one.number, one.number + 1, next.number - 1] : [next.number, one.number + 1, next.number - 1];
    const message = `nothing shows where page${from === to ? ` ${from} starts` : `s ${from} to ${to} start`}; the text there is counted as page ${known}`;
    return [{ rule: 'pages-missing', message, source: null }];
  });
}
