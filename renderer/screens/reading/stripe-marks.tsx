import type { CSSProperties } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { codeVariable } from '../../editor/plugins/codings.ts';
import { useT } from '../../i18n/index.ts';
import { useUi } from '../ui-state.ts';
import { focusPage } from './reading-state.ts';
import type { LaneSpan, StripeGroup } from './stripe-lanes.ts';

export interface StripeMarksProps { group: StripeGroup; marks: ReadonlyMap<CodeId, string>; codes: ReadonlyMap<CodeId, Code> }

/** Beside the stripes that begin in one line, in the order of their lanes: the key or initials of each theme, and how many more there are. */
export function StripeMarks({ group: { top, drawn, deeper }, marks, codes }: StripeMarksProps) {
  return (
    <div className="stripe-marks" style={{ top }}>
      {drawn.map(({ coding }) => (
        <span key={coding.id} aria-hidden style={{ borderColor: `var(${codeVariable(coding.codeId)})` } as CSSProperties}>{marks.get(coding.codeId)}</span>
      ))}
      {deeper.length > 0 && <MoreStripes deeper={deeper} marks={marks} codes={codes} />}
    </div>
  );
}

/** The codings that have no lane of their own: named on hover and focus; each press chooses the next of them, after the last the first. */
function MoreStripes({ deeper, marks, codes }: Omit<StripeMarksProps, 'group'> & { deeper: readonly LaneSpan[] }) {
  const t = useT();
  const focused = useUi((state) => state.focusedCodingId);
  const at = deeper.findIndex(({ coding }) => coding.id === focused);
  const name = ({ coding }: LaneSpan) => codes.get(coding.codeId)?.name ?? '';
  return (
    <button
      type="button" className="stripe-more" aria-label={t('reading.stripes.more', { count: deeper.length, names: deeper.map(name).join(', ') })} aria-pressed={at >= 0}
      onClick={() => useUi.setState({ focusedCodingId: deeper[(at + 1) % deeper.length]?.coding.id ?? null })}
      onKeyDown={(event) => { if (event.key === 'Escape') focusPage(); }}
    >
      +{deeper.length}
      <span className="stripe-name" aria-hidden>
        {deeper.map((span) => <span key={span.coding.id} className={span.coding.id === focused ? 'stripe-chosen' : ''}><b>{marks.get(span.coding.codeId)}</b> {name(span)}</span>)}
      </span>
    </button>
  );
}
