import { median } from './geometry.ts';
import type { Piece } from './rows.ts';

/** A part of a page that is read from top to bottom. */
export interface Region {
  pieces: Piece[];
  /** Cells that stand under each other, read row by row. */
  table: boolean;
  /** Stands beside the text: a box, a note in the margin. */
  aside: boolean;
}

/** A line that is drawn across. */
export interface Divider { left: number; right: number; at: number }

export interface PageParts {
  /** In reading order. */
  regions: Region[];
  /** Where the right one of two columns starts, for each gutter that was found. */
  gutters: number[];
}

/**
 * The parts of a page in reading order: what spans two columns, then the left one, then the right one, and so on. A
 * gap between pieces is a gutter where, on a stretch of the page that nothing crosses, the pieces on both sides are text
 * that was broken to fit: wide, mostly full, several rows. Less is asked of a gutter that is `known` from elsewhere in
 * the document. A drawn line ends a stretch, so that a table with lines is read cell by cell. Where there is no gutter,
 * rows are read across.
 */
export function pageParts(pieces: readonly Piece[], dividers: readonly Divider[], known: readonly number[]): PageParts {
  const gutters: number[] = [];
  const part = (own: readonly Piece[], depth: number): Region[] => {
    if (own.length === 0) return [];
    const gutter = depth < 8 ? bestGutter(own, dividers, known) : null;
    if (!gutter) return [{ pieces: [...own], table: isTable(own), aside: false }];
    const { left, right, top, at, cell } = gutter;
    if (!cell) gutters.push(at);
    const inside = new Set([...left, ...right]);
    const rest = own.filter((piece) => !inside.has(piece));
    const [first, second, aside] = inOrder(left, right);
    return [
      ...part(rest.filter(({ row }) => row.baseline <= top), depth + 1),
      ...part(first, depth + 1),
      ...part(second, depth + 1).map((region) => ({ ...region, aside: region.aside || (aside && !cell) })),
      ...part(rest.filter(({ row }) => row.baseline > top), depth + 1),
    ];
  };
  return { regions: part(pieces, 0), gutters };
}

interface Gutter { at: number; top: number; left: Piece[]; right: Piece[]; cell: boolean; score: number }

function bestGutter(pieces: readonly Piece[], dividers: readonly Divider[], known: readonly number[]): Gutter | null {
  let best: Gutter | null = null;
  for (const at of alignedEdges(pieces)) {
    const x = at - 1;
    const cuts = [
      ...pieces.filter(({ left, right }) => left < x && right > x).map(({ row }) => ({ y: row.baseline, drawn: false })),
      ...dividers.filter(({ left, right }) => left < x - 5 && right > x + 5).map((line) => ({ y: line.at, drawn: true })),
    ].toSorted((a, b) => a.y - b.y);
    const edges = [{ y: Number.NEGATIVE_INFINITY, drawn: false }, ...cuts, { y: Number.POSITIVE_INFINITY, drawn: false }];
    for (let band = 0; band + 1 < edges.length; band += 1) {
      const [from, to] = [edges[band], edges[band + 1]];
      if (!from || !to) continue;
      const own = pieces.filter(({ row }) => row.baseline > from.y && row.baseline < to.y);
      const left = own.filter((piece) => piece.right <= x);
      const right = own.filter((piece) => piece.left >= x);
      const score = judge(left, right, { drawn: from.drawn && to.drawn, known: known.some((one) => Math.abs(one - at) < 4) });
      if (score > 0 && score > (best?.score ?? 0)) best = { at, top: from.y, left, right, cell: score < 1, score };
    }
  }
  return best;
}

/** Left edges at which several rows start, from left to right. */
function alignedEdges(pieces: readonly Piece[]): number[] {
  const edges: { at: number; count: number }[] = [];
  for (const { left } of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = edges.at(-1);
    if (last && left - last.at < 3) last.count += 1;
    else edges.push({ at: left, count: 1 });
  }
  return edges.slice(1).map(({ at }) => at);
}

/** How many rows speak for a gutter; less than one for cells of a table; 0 where it is none. */
function judge(left: readonly Piece[], right: readonly Piece[], { drawn, known }: { drawn: boolean; known: boolean }): number {
  if (left.length === 0 || right.length === 0) return 0;
  const size = median([...left, ...right].map(({ row }) => row.size));
  const gap = Math.min(...right.map((piece) => piece.left)) - Math.max(...left.map((piece) => piece.right));
  if (gap < 0.7 * size) return 0;
  const [a, b] = [sideOf(left, size), sideOf(right, size)];
  if (a.prose && b.prose) return a.rows + b.rows;
  if (known && a.wide && b.wide && a.aligned && b.aligned) return a.rows + b.rows;
  // A narrow box beside text: its rows stand at heights of their own, which cells of a table do not.
  const [narrow, wide] = a.prose ? [right, left] : [left, right];
  const rows = new Set(wide.map(({ row }) => row));
  const own = narrow.filter(({ row }) => !rows.has(row)).length > 0.5 * narrow.length;
  if ((a.prose || b.prose) && own && Math.min(a.rows, b.rows) >= 3 && a.aligned && b.aligned) return a.rows + b.rows;
  return drawn && Math.max(a.rows, b.rows) > 1 ? (a.rows + b.rows) / 1000 : 0;
}

/** What tells of one side whether it is a column. */
function sideOf(pieces: readonly Piece[], size: number): { rows: number; prose: boolean; wide: boolean; aligned: boolean } {
  const rows = new Map<unknown, { left: number; right: number; letters: number }>();
  for (const { row, left, right, letters } of pieces) {
    const own = rows.get(row);
    rows.set(row, own ? { left: Math.min(own.left, left), right: Math.max(own.right, right), letters: own.letters + letters } : { left, right, letters });
  }
  const all = [...rows.values()];
  const from = Math.min(...all.map(({ left }) => left));
  const width = Math.max(...all.map(({ right }) => right)) - from;
  const full = all.filter(({ left, right }) => right - left >= 0.7 * width).length;
  const letters = all.reduce((sum, one) => sum + one.letters, 0);
  return {
    rows: all.length, wide: width >= 4 * size,
    prose: all.length >= 3 && width >= 9 * size && full >= 0.5 * all.length && letters >= 18 * all.length,
    aligned: all.filter(({ left }) => left - from < 3 * size).length >= 0.7 * all.length,
  };
}

/** The left side first, unless it is a narrow one beside a wide one; whether the second one stands beside the text. */
function inOrder(left: readonly Piece[], right: readonly Piece[]): [readonly Piece[], readonly Piece[], boolean] {
  const measure = (side: readonly Piece[]) => ({
    width: Math.max(...side.map((piece) => piece.right)) - Math.min(...side.map((piece) => piece.left)), size: median(side.map(({ row }) => row.size)),
  });
  const [a, b] = [measure(left), measure(right)];
  if (b.width < 0.5 * a.width || (b.width < 0.7 * a.width && b.size < 0.93 * a.size)) return [left, right, true];
  if (a.width < 0.5 * b.width || (a.width < 0.7 * b.width && a.size < 0.93 * b.size)) return [right, left, true];
  return [left, right, false];
}

/** Three rows or more with a second part under that of the row before. Marks and numbers of lists are no cells. */
function isTable(pieces: readonly Piece[]): boolean {
  const firsts = new Map<unknown, Piece>();
  const seconds: number[] = [];
  for (const piece of pieces) {
    const first = firsts.get(piece.row);
    if (!first) firsts.set(piece.row, piece);
    else if (first.letters > 3 && !first.runs.at(-1)?.text.trim().endsWith(':')) seconds.push(piece.left);
  }
  return seconds.some((left) => seconds.filter((one) => Math.abs(one - left) < 2).length >= 3);
}
