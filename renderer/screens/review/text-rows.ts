import { firstIndex } from '../../../app/support/first-index.ts';

/** The rows of a long text, as offsets in it: lines, and lines too long to draw at once cut at a space. */
export interface TextRows {
  count: number;
  start(row: number): number;
  /** Without the line break. */
  end(row: number): number;
  /** The row that holds an offset; a line break belongs to the row before it. Binary search. */
  at(offset: number): number;
}

/** Longer stretches are cut: a document of one endless line would otherwise be one endless element. */
export const longestRow = 1500;

/** Costs two numbers a row, so that a text of 20 MB can be shown without a copy of it. UTF-16 offsets. */
export function textRows(text: string): TextRows {
  const starts: number[] = [];
  const ends: number[] = [];
  let line = 0;
  while (line <= text.length) {
    const found = text.indexOf('\n', line);
    const stop = found === -1 ? text.length : found;
    cutLine(text, line, stop > line && text[stop - 1] === '\r' ? stop - 1 : stop, starts, ends);
    line = stop + 1;
  }
  return {
    count: starts.length,
    start: (row) => starts[row] ?? text.length,
    end: (row) => ends[row] ?? text.length,
    at: (offset) => Math.max(0, firstIndex(starts.length, (row) => (starts[row] ?? 0) > offset) - 1),
  };
}

/** Where to cut `[from, to)` so that no piece is longer than `longestRow`; never inside a surrogate pair. */
export function cutPoints(text: string, from: number, to: number): number[] {
  const cuts: number[] = [];
  let at = from;
  while (to - at > longestRow) {
    const space = text.lastIndexOf(' ', at + longestRow - 1);
    let cut = space > at ? space + 1 : at + longestRow;
    if (isLowSurrogate(text.charCodeAt(cut))) cut -= 1;
    cuts.push(cut);
    at = cut;
  }
  return cuts;
}

function cutLine(text: string, from: number, to: number, starts: number[], ends: number[]): void {
  let at = from;
  for (const cut of cutPoints(text, from, to)) {
    starts.push(at);
    ends.push(cut);
    at = cut;
  }
  starts.push(at);
  ends.push(to);
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
