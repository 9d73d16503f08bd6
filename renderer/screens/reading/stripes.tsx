import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { lanes } from '../../../app/coding/overlaps.ts';
import { blocksBetween, stripeSpans, type StripeSpan } from '../../editor/geometry.ts';
import { codeVariable, type DrawnCodings } from '../../editor/plugins/codings.ts';
import { useUi } from '../ui-state.ts';
import { focusPage, type Page } from './reading-state.ts';

export interface StripesProps {
  page: Page;
  codings: DrawnCodings;
  codes: ReadonlyMap<CodeId, Code>;
  label: string;
}

/** Lanes drawn apart; codings that lie deeper share the innermost. */
const most = 8;

/** The extents of the codings beside the text: those in and near the window, lanes of 4 px, the longest outermost. */
export function Stripes({ page, codings, codes, label }: StripesProps) {
  const spans = useStripes(page, codings);
  const laneOf = useMemo(() => lanes([...codings.values()]), [codings]);
  const count = useMemo(() => Math.min(most, Math.max(0, ...laneOf.values()) + 1), [laneOf]);
  const focused = useUi((state) => state.focusedCodingId);
  const hovered = useUi((state) => state.hoveredCodingId);
  const hover = (id: CodingId | null) => useUi.setState({ hoveredCodingId: id });
  return (
    <div className="stripes" role="group" aria-label={label}>
      {spans.map(({ coding, top, height }) => {
        const lane = Math.min(laneOf.get(coding.id) ?? 0, count - 1);
        const name = codes.get(coding.codeId)?.name ?? '';
        const state = `${coding.id === focused ? ' focused' : ''}${coding.id === hovered ? ' lit' : ''}`;
        return (
          <button
            key={coding.id} type="button" className={`stripe${state}`} aria-label={name} aria-pressed={coding.id === focused} data-coding={coding.id}
            style={{ top, height, left: (count - 1 - lane) * 6, color: `var(${codeVariable(coding.codeId)})` }}
            onClick={() => useUi.setState({ focusedCodingId: coding.id === focused ? null : coding.id })}
            onKeyDown={(event) => { if (event.key === 'Escape') focusPage(); }}
            onMouseEnter={() => hover(coding.id)} onMouseLeave={() => hover(null)} onFocus={() => hover(coding.id)} onBlur={() => hover(null)}
          >
            <span className="stripe-name" aria-hidden>{name}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Measures anew when codings, window, fonts or what is drawn change; keeps what it has where nothing moved. */
function useStripes({ view, reading, scroller }: Page, codings: DrawnCodings): StripeSpan[] {
  const [spans, setSpans] = useState<StripeSpan[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    const measure = () => {
      asked.current = 0;
      if (view.isDestroyed) return;
      const edge = scroller.getBoundingClientRect();
      const blocks = blocksBetween(view, reading, edge.top - edge.height / 2, edge.bottom + edge.height / 2);
      const next = blocks ? stripeSpans(view, reading, blocks, view.dom.getBoundingClientRect().top) : [];
      setSpans((before) => (same(before, next) ? before : next));
    };
    const ask = () => { asked.current ||= requestAnimationFrame(measure); };
    const observer = new ResizeObserver(ask);
    observer.observe(view.dom);
    observer.observe(scroller);
    scroller.addEventListener('scroll', ask, { passive: true });
    view.dom.addEventListener('contentvisibilityautostatechange', ask);
    document.fonts.addEventListener('loadingdone', ask);
    ask();
    return () => {
      cancelAnimationFrame(asked.current);
      asked.current = 0;
      observer.disconnect();
      scroller.removeEventListener('scroll', ask);
      view.dom.removeEventListener('contentvisibilityautostatechange', ask);
      document.fonts.removeEventListener('loadingdone', ask);
    };
  }, [view, reading, scroller, codings]);
  return spans;
}

function same(a: readonly StripeSpan[], b: readonly StripeSpan[]): boolean {
  return a.length === b.length && a.every((one, at) => one.coding === b[at]?.coding && one.top === b[at].top && one.height === b[at].height);
}
