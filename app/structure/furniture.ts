import { groupBy } from './group.ts';
import { labelLine } from './label-lines.ts';
import { longestFurniture, templateOf, type PageNumber } from './page-numbers.ts';
import { titleWords } from './title-words.ts';

/**
 * The lines that are page furniture: those with page numbers, and the running titles that stand next to them (or at
 * the edges of pages that are marked otherwise) again and again. `starts` are lines that begin a page by another mark.
 */
export function findFurniture(texts: readonly string[], numbers: readonly PageNumber[], starts: readonly number[]): Set<number> {
  const furniture = new Set(numbers.map(({ at }) => at));
  const seen = new Map<string, number>();
  if (numbers.length > 1 || starts.length > 1) {
    for (const text of texts) {
      if (text.length > longestFurniture) continue;
      const template = templateOf(text);
      seen.set(template, (seen.get(template) ?? 0) + 1);
    }
  }
  for (const step of [-1, 1]) {
    spread(texts, numbers.map(({ at }) => at + step), step, seen, furniture);
    if (starts.length > 2) spread(texts, starts.slice(1).map((at) => (step === 1 ? at : at - 1)), step, seen, furniture);
  }
  for (const at of onBothPages(texts, starts, seen)) furniture.add(at);
  if (opensPage(texts, furniture)) furniture.add(0);
  // What is most of the text is no furniture, however often it comes back.
  return furniture.size > 0.5 * texts.length ? new Set(numbers.map(({ at }) => at)) : furniture;
}

/**
 * Where there are no more than two pages: the very line that both end with, or start with, and that stands nowhere else.
 * What the first one starts with may be the title, so that only the second goes.
 */
function onBothPages(texts: readonly string[], starts: readonly number[], seen: ReadonlyMap<string, number>): number[] {
  const [, second = 0] = starts;
  if (starts.length !== 2 || second < 2 || second > texts.length - 2) return [];
  const isSame = (one: number, other: number) => {
    const text = texts[one] ?? '';
    return text === texts[other] && text.length <= longestFurniture && seen.get(templateOf(text)) === 2 && !/[.?!:]$/u.test(text) && labelLine(text) === null;
  };
  return [...(isSame(0, second) ? [second] : []), ...(isSame(second - 1, texts.length - 1) ? [second - 1, texts.length - 1] : [])];
}

/** The running title stands on the first page too, above the line that says what the document is. */
function opensPage([first = '', title = '', ...rest]: readonly string[], furniture: ReadonlySet<number>): boolean {
  const runs = rest.some((text, at) => text === first && furniture.has(at + 2));
  return runs && !titleWords.test(first) && titleWords.test(title) && title.length <= longestFurniture && !/[.?!:]$/u.test(title);
}

/** From each edge outwards, as long as the same line stands there at most edges and hardly anywhere else. */
function spread(texts: readonly string[], edges: readonly number[], step: number, seen: ReadonlyMap<string, number>, furniture: Set<number>): void {
  let front = edges;
  for (let depth = 0; depth < 4 && front.length > 1; depth += 1) {
    const here = front.map((at) => {
      let edge = at;
      for (let passed = 0; passed < 4 && furniture.has(edge); passed += 1) edge += step;
      return edge;
    });
    // A label may well be the first thing on many pages; it is never a running title.
    const short = [...new Set(here)].filter((at) => texts[at] !== undefined && (texts[at] ?? '').length <= longestFurniture && !texts[at]?.endsWith(':'));
    const repeated = [...groupBy(short, (at) => templateOf(texts[at] ?? ''))].filter(([template, places]) =>
      places.length >= Math.max(2, 0.4 * edges.length) && (seen.get(template) ?? 0) <= 1.5 * places.length + 1);
    const added = repeated.flatMap(([, places]) => places);
    added.forEach((at) => furniture.add(at));
    front = added.map((at) => at + step);
  }
}
