import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { lanes } from '../../../app/coding/overlaps.ts';
import { themeMarks } from '../../../app/coding/theme-marks.ts';
import { blocksBetween, stripeSpans, type StripeSpan } from '../../editor/geometry.ts';
import { codeVariable, type DrawnCodings } from '../../editor/plugins/codings.ts';
import { useUi } from '../ui-state.ts';
import { focusPage, type Page } from './reading-state.ts';
import { byLine, inLanes, most } from './stripe-lanes.ts';
import { StripeMarks } from './stripe-marks.tsx';
import { watchPage } from './watch-page.ts';

export interface StripesProps {
  page: Page;
  codings: DrawnCodings;
  codes: ReadonlyMap<CodeId, Code>;
  label: string;
}

/** The extents of the codings beside the text: those in and near the window, lanes of 4 px, the longest outermost, each with its theme's key or initials beside it. */
export function Stripes({ page, codings, codes, label }: StripesProps) {
  const spans = useStripes(page, codings);
  const laneOf = useMemo(() => lanes([...codings.values()]), [codings]);
  const count = useMemo(() => Math.min(most, Math.max(0, ...laneOf.values()) + 1), [laneOf]);
  const placed = useMemo(() => inLanes(spans, laneOf), [spans, laneOf]);
  const groups = useMemo(() => byLine(placed), [placed]);
  const marks = useMemo(() => themeMarks(codes.values()), [codes]);
  const focused = useUi((state) => state.focusedCodingId);
  const hovered = useUi((state) => state.hoveredCodingId);
  const hover = (id: CodingId | null) => useUi.setState({ hoveredCodingId: id });
  return (
    <section className="stripes" aria-label={label} style={{ '--lanes': count } as CSSProperties}>
      {placed.filter(({ lane }) => lane < most).map(({ coding, lane, top, height }) => {
        const name = codes.get(coding.codeId)?.name ?? '';
        const state = `${coding.id === focused ? ' focused' : ''}${coding.id === hovered ? ' lit' : ''}`;
        return (
          <button
            key={coding.id} type="button" className={`stripe${state}`} aria-label={name} aria-pressed={coding.id === focused} data-coding={coding.id}
            style={{ top, height, '--x': `${(count - 1 - lane) * 6}px`, color: `var(${codeVariable(coding.codeId)})` } as CSSProperties}
            onClick={() => useUi.setState({ focusedCodingId: coding.id === focused ? null : coding.id })}
            onKeyDown={(event) => { if (event.key === 'Escape') focusPage(); }}
            onMouseEnter={() => hover(coding.id)} onMouseLeave={() => hover(null)} onFocus={() => hover(coding.id)} onBlur={() => hover(null)}
          >
            <span className="stripe-name" aria-hidden><b>{marks.get(coding.codeId)}</b> {name}</span>
          </button>
        );
      })}
      {groups.map((group) => <StripeMarks key={group.top} group={group} marks={marks} codes={codes} />)}
    </section>
  );
}

/** Measures anew when codings, window, fonts or what is drawn change; keeps what it has where nothing moved. */
function useStripes(page: Page, codings: DrawnCodings): StripeSpan[] {
  const [spans, setSpans] = useState<StripeSpan[]>([]);
  useEffect(() => watchStripes(page, codings, (next) => setSpans((before) => (same(before, next) ? before : next))), [page, codings]);
  return spans;
}

/** Reports the stripes in and near the window, until the returned function is called. */
function watchStripes(page: Page, codings: DrawnCodings, report: (spans: StripeSpan[]) => void): () => void {
  const { view, reading, scroller } = page;
  return watchPage(page, () => {
    const edge = scroller.getBoundingClientRect();
    const blocks = blocksBetween(view, reading, edge.top - edge.height / 2, edge.bottom + edge.height / 2);
    const spans = blocks ? stripeSpans(view, reading, blocks, view.dom.getBoundingClientRect().top) : [];
    // The page may be a change behind.
    report(spans.filter(({ coding }) => codings.get(coding.id) === coding));
  });
}

function same(a: readonly StripeSpan[], b: readonly StripeSpan[]): boolean {
  return a.length === b.length && a.every((one, at) => one.coding === b[at]?.coding && one.top === b[at].top && one.height === b[at].height);
}
