import type { PageLine } from './page-lines.ts';

/**
 * Levels of headings, by size: each clearly larger size is a level, the largest first. Nothing where larger type holds
 * a good part of the text: then size says something else. Bold type of the text's own size is left to the recognisers.
 */
export function headingLevels(lines: readonly PageLine[], bodySize: number): Map<PageLine, number> {
  const large = lines.filter((line) => line.kind === 'text' && line.size >= 1.15 * bodySize && line.text.length <= longest && /\p{L}/u.test(line.text));
  const letters = (list: readonly PageLine[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  if (letters(large) > 0.25 * letters(lines)) return new Map();
  const sizes: number[] = [];
  for (const { size } of large.toSorted((a, b) => b.size - a.size)) if ((sizes.at(-1) ?? Number.POSITIVE_INFINITY) > 1.05 * size) sizes.push(size);
  return new Map(large.map((line) => [line, Math.max(1, sizes.findIndex((size) => size <= 1.05 * line.size) + 1)]));
}

/** Longer lines are text, whatever their size. */
const longest = 200;
