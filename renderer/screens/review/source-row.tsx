import { memo, type Ref } from 'react';
import { useT } from '../../i18n/index.ts';
import type { Segment, SourceMarks } from './source-marks.ts';

export interface SourceRowProps {
  ref: Ref<HTMLDivElement>;
  index: number;
  top: number;
  source: string;
  marks: SourceMarks;
  start: number;
  end: number;
  /** The page that begins here. */
  page: number | null;
  /** The place that both sides show. */
  chosen: string | null;
}

/** One line of the file: what was taken out is struck, what was joined or changed is washed. */
export const SourceRow = memo(function SourceRow({ ref, index, top, source, marks, start, end, page, chosen }: SourceRowProps) {
  const t = useT();
  const segments = marks.segments(start, end);
  return (
    <div ref={ref} data-index={index} className="review-line" style={{ transform: `translateY(${top}px)` }}>
      {page !== null && <div className="review-line-page">{t('review.page', { page })}</div>}
      <div className="review-line-text">
        {segments.map((segment) => <Run key={segment.start} segment={segment} text={source.slice(segment.start, segment.end)} chosen={chosen} />)}
        {segments.length === 0 && '\u200b'}
      </div>
    </div>
  );
});

function Run({ segment, text, chosen }: { segment: Segment; text: string; chosen: string | null }) {
  const isChosen = chosen !== null && segment.places.includes(chosen);
  const className = isChosen ? 'chosen' : undefined;
  switch (segment.kind) {
    case 'removed': return <del className={className}>{text}</del>;
    case 'changed': return <mark className={className}>{text}</mark>;
    case 'doubt': return <mark className={`doubt ${className ?? ''}`}>{text}</mark>;
    case null: return text;
  }
}
