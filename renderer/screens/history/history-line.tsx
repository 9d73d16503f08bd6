import { Redo2, Undo2 } from 'lucide-react';
import type { Change } from '../../../schemas/change.ts';
import { formatDay } from '../../i18n/formats.ts';
import { formatDate, t as words, useT } from '../../i18n/index.ts';
import type { HistoryRow } from './history-rows.ts';

export interface HistoryLineProps {
  row: HistoryRow;
  index: number;
  /** px from the top of the list. */
  top: number;
  measure(element: Element | null): void;
}

/** A day, or a step: when, what, who. */
export function HistoryLine({ row, index, top, measure }: HistoryLineProps) {
  const t = useT();
  const place = { ref: measure, 'data-index': index, style: { transform: `translateY(${top}px)` } };
  if (row.kind === 'day') return <li {...place} className="history-day"><h2 className="k">{formatDay(row.at)}</h2></li>;
  const { change, coder, undone } = row;
  const Icon = change.undoes ? Undo2 : change.redoes ? Redo2 : null;
  return (
    <li {...place} className={`history-line ${undone ? 'undone' : ''} ${Icon ? 'turned' : ''}`}>
      <time dateTime={change.at}>{formatDate(change.at, { hour: '2-digit', minute: '2-digit' })}</time>
      <span className="history-what">
        {Icon && <Icon aria-hidden />}
        {undone ? <s>{sentence(change)}</s> : <span>{sentence(change)}</span>}
        {undone && <em>{t('history.undone')}</em>}
      </span>
      <span className="history-who">{coder ?? t('history.unknown-coder')}</span>
    </li>
  );
}

/** What the step did, as a sentence. */
function sentence({ label, undoes, redoes }: Change): string {
  const what = words(`change.${label.key}`, label.values);
  if (undoes) return words('history.took-back', { what });
  if (redoes) return words('history.put-back', { what });
  return what.charAt(0).toLocaleUpperCase() + what.slice(1);
}
