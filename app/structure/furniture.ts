import { groupBy } from './group.ts';
import { longestFurniture, templateOf, type PageNumber } from './page-numbers.ts';

/**
 * The lines that are page furniture: those with page numbers, and the running titles that stand next to them (or at
 * the edges of pages that are marked otherwise) again and again. `starts` are lines that begin a page by another mark.
 */
export function findFurniture(texts: readonly string[], numbers: readonly PageNumber[], starts: readonly number[]): Set<number> {
  const furniture = new Set(numbers.map(({ at }) => at));
  const seen = new Map<string, number>();
  if (numbers.length > 1 || starts.length > 2) {
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
  // What is most of the text is no furniture, however often it comes back.
  return furniture.size > 0.5 * texts.length ? new Set(numbers.map(({ at }) => at)) : furniture;
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
