import { firstIndex } from '../support/first-index.ts';
import type { OpenBlock, OpenContent } from './open-content.ts';

/** Where a character of the source stands in the text: in which block, and before which of its code points. */
export interface Spot { source: number; block: OpenBlock; offset: number }

/** Finds characters of the source in an open content. Asked by binary search; told what an edit touched. */
export interface SourceIndex {
  /** The last character before a place of the source that stands in the text; `running`: in a block that is no footnote. */
  before(place: number, running?: boolean): Spot | null;
  /** The first character at or after a place that stands in the text. */
  from(place: number, running?: boolean): Spot | null;
  /** Reads these blocks anew, after letters moved between them or those of the span came or went. Some may be gone. */
  refresh(touched: readonly OpenBlock[], span: readonly [number, number]): void;
}

export function sourceIndex(open: OpenContent): SourceIndex {
  const runs = runsOf(open.blocks);
  const spot = (run: Run | undefined, source: number): Spot | null => (run ? { source, block: run.block, offset: offsetOf(run.block, source) } : null);
  const fits = (run: Run | undefined, running: boolean) => !running || run?.block.kind !== 'footnote';
  return {
    before(place, running = false) {
      let at = firstIndex(runs.length, (index) => (runs[index]?.source ?? 0) >= place) - 1;
      while (at >= 0 && !fits(runs[at], running)) at -= 1;
      const run = runs[at];
      return run ? spot(run, Math.min(run.source + run.length, place) - 1) : null;
    },
    from(place, running = false) {
      let at = firstIndex(runs.length, (index) => endOf(runs[index]) > place);
      while (at < runs.length && !fits(runs[at], running)) at += 1;
      const run = runs[at];
      return run ? spot(run, Math.max(run.source, place)) : null;
    },
    refresh(touched, span) {
      const spans = [span, ...touched.flatMap(({ source }) => (source ? [source] : []))];
      const first = firstIndex(runs.length, (index) => endOf(runs[index]) > Math.min(...spans.map(([from]) => from)));
      const last = firstIndex(runs.length, (index) => (runs[index]?.source ?? 0) >= Math.max(...spans.map(([, to]) => to)));
      const own = new Set(touched);
      const others = runs.slice(first, last).filter(({ block }) => !own.has(block));
      const again = [...others, ...runsOf(touched.filter((block) => open.blocks.includes(block)))].toSorted(bySource);
      runs.splice(first, last - first, ...again);
    },
  };
}

interface Run { source: number; length: number; block: OpenBlock }

function runsOf(blocks: readonly OpenBlock[]): Run[] {
  return blocks.flatMap((block) => block.map.map(([, source, length]) => ({ source, length, block }))).toSorted(bySource);
}

function offsetOf({ map }: OpenBlock, place: number): number {
  const run = map.find(([, source, length]) => source <= place && place < source + length);
  return run ? run[0] + place - run[1] : 0;
}

const endOf = (run: Run | undefined) => (run ? run.source + run.length : 0);
const bySource = (a: Run, b: Run) => a.source - b.source;
