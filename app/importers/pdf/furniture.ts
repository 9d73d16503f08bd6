import { groupBy } from '../../structure/group.ts';
import { longestFurniture, templateOf } from '../../structure/page-numbers.ts';
import type { Row } from './rows.ts';

/** A page as far as its edges matter. */
export interface EdgedPage { height: number; rows: readonly Row[]; textOf(row: Row): string }

/**
 * The rows that are page furniture: running headers, footers, page numbers. A row at a page's edge is furniture where
 * the same words stand at the same height on other pages (left and right pages may differ, chapters may change them), or
 * where a number in it counts on with the pages. So what stands on one page only is never taken, wherever it stands,
 * unless it takes the very place and type of what is furniture on most pages.
 */
export function furnitureOf(pages: readonly EdgedPage[]): Set<Row> {
  const found = new Set<Row>();
  if (pages.length < 2) return found;
  const everywhere = groupBy(pages.flatMap((page) => page.rows.map((row) => template(page.textOf(row)))), (one) => one);
  const timesIn = (text: string) => everywhere.get(text)?.length ?? 0;
  // From the edge inwards: a header of three rows is found in three rounds.
  for (let round = 0; round < 4; round += 1) {
    const before = found.size;
    for (const side of ['top', 'bottom'] as const) {
      const edges = pages.flatMap((page, at) => edgeRows(page, at, side, found));
      for (const edge of [...repeated(edges, pages.length, timesIn), ...counting(edges, pages.length), ...running(edges, pages.length)]) found.add(edge.row);
      for (const edge of inTheSamePlace(edges, found, pages.length)) found.add(edge.row);
    }
    if (found.size === before) break;
  }
  // What is most of the text is no furniture, however often it comes back.
  const letters = (rows: readonly Row[]) => rows.reduce((sum, { runs }) => sum + runs.reduce((own, { text }) => own + text.length, 0), 0);
  return letters([...found]) > 0.5 * letters(pages.flatMap(({ rows }) => rows)) ? new Set() : found;
}

interface Edge {
  page: number;
  row: Row;
  text: string;
  template: string;
  /** Distance from the page's edge, and to the next row inwards; infinite where there is none. */
  distance: number;
  /** That distance as a share of the page. */
  depth: number;
  gap: number;
  next: Row | null;
  /** Nothing that is no furniture stands nearer to the edge. */
  outermost: boolean;
}

/** The rows nearest to the edge that are no furniture yet, if they stand in the outer quarter of the page. */
function edgeRows(page: EdgedPage, at: number, side: 'top' | 'bottom', found: ReadonlySet<Row>): Edge[] {
  const inwards = side === 'top' ? page.rows : page.rows.toReversed();
  const distanceOf = (row: Row) => (side === 'top' ? row.baseline : page.height - row.baseline);
  return inwards.filter((row) => !found.has(row)).slice(0, 6).flatMap((row, order) => {
    const text = page.textOf(row);
    const distance = distanceOf(row);
    // What starts with a raised mark is a note.
    if (distance > 0.25 * page.height || text.length > longestFurniture || row.runs[0]?.place === 'raised') return [];
    const next = inwards[inwards.indexOf(row) + 1];
    return [{ page: at, row, text, template: template(text), distance, depth: distance / page.height, gap: next ? distanceOf(next) - distance : Number.POSITIVE_INFINITY, next: next ?? null, outermost: order === 0 }];
  });
}

/** As `templateOf`, and Roman numbers that stand alone are numbers too. */
const template = (text: string) => templateOf(text).replace(/(?<=^|\s)[ivxl]{1,6}(?=\s|$)/g, '#');

const samePlace = (a: Edge, b: Edge) => Math.abs(a.distance - b.distance) < 2.5 && Math.abs(a.row.size - b.row.size) < 0.06 * b.row.size;

/** Groups of edges in the same place, by their first one. */
function places(edges: readonly Edge[]): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges) {
    const group = groups.find(([first]) => first && samePlace(edge, first));
    if (group) group.push(edge);
    else groups.push([edge]);
  }
  return groups;
}

function repeated(edges: readonly Edge[], pageCount: number, timesIn: (template: string) => number): Edge[] {
  const groups = [...groupBy(edges, (edge) => edge.template).values()].flatMap(places).filter((group) => {
    const own = new Set(group.map(({ page }) => page));
    // On every page of a stretch, or on every second one.
    const dense = own.size >= 0.4 * (Math.max(...own) - Math.min(...own) + 1);
    const enough = own.size >= Math.min(3, Math.max(2, Math.ceil(pageCount / 2)));
    // Words that stand in the text as often are text.
    return enough && dense && timesIn(group[0]?.template ?? '') <= 1.5 * own.size + 1;
  });
  const apart = setApart(groups.flat());
  return groups.filter((group) => group.filter((edge) => apart.has(edge.row)).length >= 0.6 * group.length).flat();
}

/**
 * Rows with room between them and the text, or in another size than the text: those that are not, such as a label at
 * the top of a page, are text. A row that stands on one that is set apart is so too.
 */
function setApart(edges: readonly Edge[]): Set<Row> {
  const apart = new Set<Row>();
  for (const edge of edges.toSorted((a, b) => b.distance - a.distance)) {
    const { row, gap, next } = edge;
    const others = next !== null && Math.abs(next.size - row.size) > 0.03 * row.size && !edge.text.endsWith(':');
    if (gap > 1.8 * row.size || others || (next !== null && apart.has(next))) apart.add(row);
  }
  return apart;
}

/** Rows in one place with a number that is the page's, counted from anywhere. */
function counting(edges: readonly Edge[], pageCount: number): Edge[] {
  return places(edges).flatMap((group) => {
    const offsets = groupBy(group.flatMap((edge) => numbersIn(edge.text).map((number) => ({ edge, offset: number - edge.page }))), ({ offset }) => offset);
    return [...offsets.values()].map((counted) => [...new Set(counted.map(({ edge }) => edge))])
      .filter((own) => new Set(own.map(({ page }) => page)).size >= Math.min(3, pageCount) && own.length >= 2
        && (pageCount > 2 || (new Set(own.map((edge) => edge.template)).size === 1 && own.every(({ depth }) => depth < 0.1)))).flat();
  });
}

function numbersIn(text: string): number[] {
  const roman = text.trim().split(/\s+/u).flatMap((word) => (/^[ivxl]{1,7}$/iu.test(word) ? [romanValue(word.toLowerCase())] : []));
  return [...[...text.matchAll(/(?<![\d.,])\d{1,4}(?![\d.,]*\d)/gu)].map(([digits]) => Number(digits)), ...roman];
}

function romanValue(roman: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
  return roman.split('').reduce((sum, letter, at) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[roman[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

/** Names of chapters: set apart in one place on most pages, or on most left or right ones, and some of them more than once. */
function running(edges: readonly Edge[], pageCount: number): Edge[] {
  return places(edges.filter(({ outermost, row, gap }) => outermost && gap > 1.8 * row.size)).filter((group) => {
    const sameSide = group.every(({ page }) => page % 2 === (group[0]?.page ?? 0) % 2);
    const most = group.length >= Math.max(4, 0.6 * (sameSide ? pageCount / 2 : pageCount));
    return most && new Set(group.map((edge) => edge.template)).size <= 0.75 * group.length;
  }).flat();
}

/** Outermost rows, set apart, in a place and type where most pages have furniture: a chapter's name that stands once. */
function inTheSamePlace(edges: readonly Edge[], found: ReadonlySet<Row>, pageCount: number): Edge[] {
  return places(edges).flatMap((group) => {
    const taken = new Set(group.filter(({ row }) => found.has(row)).map(({ page }) => page));
    const rest = group.filter(({ row, outermost, gap }) => !found.has(row) && outermost && gap > 1.5 * row.size);
    return taken.size >= Math.max(3, 0.4 * pageCount) ? rest : [];
  });
}
