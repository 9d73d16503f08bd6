import { describe, expect, it } from 'vitest';
import { lanes } from '../../../app/coding/overlaps.ts';
import { byLine, inLanes } from '../../../renderer/screens/reading/stripe-lanes.ts';
import type { DrawnCoding } from '../../../renderer/editor/plugins/codings.ts';
import type { StripeSpan } from '../../../renderer/editor/geometry.ts';

const span = (id: string, start: number, end: number, top: number, height: number): StripeSpan => ({ coding: { id, codeId: id, start, end } as unknown as DrawnCoding, top, height });
const placed = (...spans: StripeSpan[]) => inLanes(spans, lanes(spans.map(({ coding }) => coding)));

describe('Stripes in the margin', () => {
  it('that follow each other in one lane part in the middle of the line that they share', () => {
    const [first, second] = placed(span('a', 0, 90, 0, 60), span('b', 90, 150, 40, 40));
    expect(first).toMatchObject({ lane: 0, top: 0, height: 49 });
    expect(second).toMatchObject({ lane: 0, top: 51, height: 29 });
  });

  it('that begin in one line stand together, outermost first from the text, and those without a lane are counted', () => {
    const eleven = Array.from({ length: 11 }, (_, at) => span(String(at).padStart(2, '0'), 0, 100 - at, at % 3, 60));
    const [group, ...others] = byLine(placed(...eleven, span('next', 200, 250, 90, 27)));
    expect(group?.drawn.map(({ lane }) => lane)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(group?.deeper.map(({ coding }) => coding.id)).toEqual(['09', '10', '08']);
    expect(others).toMatchObject([{ top: 90, deeper: [] }]);
  });
});
