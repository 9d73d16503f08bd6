import type { CodePoint } from '../../../schemas/ids.ts';
import { firstIndex } from '../../support/first-index.ts';
import { ok, type Result } from '../../support/result.ts';
import type { ImportContext } from '../importer.ts';
import { extractPdf } from './extract.ts';
import type { Box } from './geometry.ts';
import { cornerOf, type PageLine } from './page-lines.ts';
import { pdfDocument } from './raw-document.ts';

/** Where the letters of a PDF's source stand on its pages. Holds nothing that can't be sent from a worker. */
export interface PagePlaces {
  source: string;
  /** In points, as the page hangs on the screen. */
  pages: { width: number; height: number }[];
  /** In the order of the source. */
  lines: LinePlace[];
}

interface LinePlace {
  /** Index in `pages`. */
  page: number;
  /** The source's code point of the first letter. */
  from: CodePoint;
  /** Left and right side of each letter in turn, in the line's own direction. */
  sides: Float32Array;
  top: number;
  bottom: number;
  turn: number;
  /** What `cornerOf` says, for text that is turned as its page is. */
  corner: [number, number];
}

/** What is marked on a page: boxes in points from the top left. */
export interface PageMarks { page: number; boxes: Box[] }

/** Reads a PDF anew, as its importer does, for the places of its letters. Problems: those of reading it. */
export async function pdfPlaces(bytes: Uint8Array, watch: Pick<ImportContext, 'signal' | 'onProgress'>): Promise<Result<PagePlaces>> {
  const text = await extractPdf(bytes, watch);
  if (!text.ok) return text;
  const { raw, places } = pdfDocument(text.value);
  const pages = text.value.pages.map(({ width, height, turn }) => (turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }));
  const lines = [...places].map(([line, [from]]): LinePlace => {
    const page = pages[line.page];
    const upright = line.kind !== 'turned' && page !== undefined && line.turn !== 0;
    return {
      page: line.page, from, sides: sidesOf(line), top: line.baseline - 0.8 * line.size, bottom: line.baseline + 0.25 * line.size, turn: line.turn,
      corner: upright ? cornerOf(line.turn, page) : [0, 0],
    };
  });
  return ok({ source: raw.source ?? '', pages, lines: lines.toSorted((a, b) => a.from - b.from) });
}

/** A letter of two UTF-16 units has the sides of both. */
function sidesOf({ text, left, right }: PageLine): Float32Array {
  const sides: number[] = [];
  let at = 0;
  for (const letter of text) {
    sides.push(left[at] ?? 0, right[at + letter.length - 1] ?? 0);
    at += letter.length;
  }
  return Float32Array.from(sides);
}

/** Boxes around the letters of some stretches of the source, page by page, a box for each line. */
export function marksOf({ lines }: PagePlaces, spans: readonly (readonly [number, number])[]): PageMarks[] {
  const marks = new Map<number, Box[]>();
  for (const [from, to] of spans) {
    const first = Math.max(0, firstIndex(lines.length, (at) => (lines[at]?.from ?? 0) > from) - 1);
    for (const line of lines.slice(first)) {
      if (line.from >= to) break;
      const box = boxOf(line, from - line.from, to - line.from);
      if (box) marks.set(line.page, [...(marks.get(line.page) ?? []), box]);
    }
  }
  return [...marks].map(([page, boxes]) => ({ page, boxes })).toSorted((a, b) => a.page - b.page);
}

function boxOf(line: LinePlace, from: number, to: number): Box | null {
  const first = Math.max(0, from);
  const last = Math.min(line.sides.length / 2, to) - 1;
  if (last < first) return null;
  const [left, right] = [line.sides[2 * first] ?? 0, line.sides[2 * last + 1] ?? 0];
  const corners = [[left, line.top], [right, line.top], [left, line.bottom], [right, line.bottom]].map(([x = 0, y = 0]) => onScreen(line, x, y));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** From the line's own frame to the page's. */
function onScreen({ turn, corner }: LinePlace, x: number, y: number): [number, number] {
  if (turn === 0) return [x, y];
  const angle = (turn * Math.PI) / 180;
  const [along, down] = [x - corner[0], y - corner[1]];
  return [along * Math.cos(angle) - down * Math.sin(angle), along * Math.sin(angle) + down * Math.cos(angle)];
}
