import type { CodingId } from '../../../schemas/ids.ts';
import type { StripeSpan } from '../../editor/geometry.ts';

/** Lanes that can be told apart; what lies deeper is counted and named where it begins. */
export const most = 8;

export type LaneSpan = StripeSpan & { lane: number };

/** What begins in one line of the page: the stripes there, outermost first, and those for which there is no lane. */
export interface StripeGroup { top: number; drawn: LaneSpan[]; deeper: LaneSpan[] }

/** Closer together than this, two stripes begin in the same line; pixels, less than the closest lines are apart. */
const line = 14;

/**
 * The stripes in their lanes. Where one ends in the line in which the next of its lane begins, they part in the middle
 * of that line.
 */
export function inLanes(spans: readonly StripeSpan[], laneOf: ReadonlyMap<CodingId, number>): LaneSpan[] {
  const last = new Map<number, LaneSpan>();
  return spans.map((span) => {
    const lane = laneOf.get(span.coding.id) ?? 0;
    const drawn = { ...span, lane };
    const above = last.get(lane);
    if (above && above.coding.end <= span.coding.start && above.top + above.height > span.top - 2) {
      const middle = Math.round((Math.max(above.top, span.top) + Math.min(above.top + above.height, span.top + span.height)) / 2);
      const bottom = span.top + span.height;
      drawn.top = middle + 1;
      drawn.height = Math.max(6, bottom - drawn.top);
      above.height = Math.max(6, middle - 1 - above.top);
    }
    last.set(lane, drawn);
    return drawn;
  });
}

/** The stripes by the line in which they begin, from the top. */
export function byLine(spans: readonly LaneSpan[]): StripeGroup[] {
  const groups: StripeGroup[] = [];
  for (const span of spans.toSorted((a, b) => a.top - b.top)) {
    let group = groups.at(-1);
    if (!group || span.top - group.top >= line) groups.push(group = { top: span.top, drawn: [], deeper: [] });
    (span.lane < most ? group.drawn : group.deeper).push(span);
  }
  for (const group of groups) group.drawn.sort((a, b) => b.lane - a.lane);
  return groups;
}
