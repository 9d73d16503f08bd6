import { startsSmall } from './lines.ts';
import type { PageNumber } from './page-numbers.ts';

/** What the search needs of a line with something on it. */
export interface SpacedLine { text: string; indent: number }

/**
 * Programs that take text out of a PDF may leave one thing of a page's end: a single space before the first line of
 * the next. One space at a line's start is taken for that only on evidence: counted from the first line on, such
 * lines must give the very numbers that are printed, or, where none is printed, part the text in pages of like length.
 * Returns the indexes of the lines that start pages, empty where the spaces mean something else.
 */
export function pageSpaces(lines: readonly SpacedLine[], numbers: readonly PageNumber[]): number[] {
  const spaced = lines.flatMap(({ indent }, at) => (indent === 1 ? [at] : []));
  if (spaced.length < 2 || spaced[0] !== 0) return [];
  if (numbers.length > 0) return numbersAgree(spaced, numbers) ? spaced : [];
  return likePages(lines, spaced) ? spaced : [];
}

/** Each printed number is the count of spaced lines up to it, or up to the line after it (a footer above the next). */
function numbersAgree(spaced: readonly number[], numbers: readonly PageNumber[]): boolean {
  let count = 0;
  const counts = numbers.map(({ at, number }) => {
    while (count < spaced.length && (spaced[count] ?? 0) <= at) count += 1;
    return { count, number };
  });
  const total = numbers[0]?.total ?? null;
  const wholeAgrees = total === null || total === spaced.length;
  return counts.every((one) => one.count === one.number) && (numbers.length > 1 || (total !== null && wholeAgrees));
}

/** Pages hold a like number of lines, and some end in the middle of a sentence; indented paragraphs do neither. */
function likePages(lines: readonly SpacedLine[], spaced: readonly number[]): boolean {
  if (spaced.length < 4 || lines.some(({ indent }) => indent > 1)) return false;
  const sizes = spaced.slice(1).map((at, i) => at - (spaced[i] ?? 0)).toSorted((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 0;
  const regular = middle >= 20 && (sizes[0] ?? 0) > 0.5 * middle && (sizes.at(-1) ?? 0) < 1.5 * middle;
  const last = lines.length - (spaced.at(-1) ?? 0);
  return regular && last < 1.5 * middle && spaced.some((at) => at > 0 && startsSmall(lines[at]?.text ?? ''));
}
