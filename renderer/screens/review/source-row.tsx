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
  /** The reading cursor's letter stands in this line. */
  isHere: boolean;
}

/** One line of the file: what was taken out is struck, what was joined or changed is washed, what was put back underlined. */
export const SourceRow = memo(function SourceRow({ ref, index, top, source, marks, start, end, page, chosen, isHere }: SourceRowProps) {
  const t = useT();
  const segments = marks.segments(start, end);
  return (
    <div ref={ref} data-index={index} className="review-line" style={{ transform: `translateY(${top}px)` }}>
      {page !== null && <div className="review-line-page">{t('review.page', { page })}</div>}
      <div className={isHere ? 'review-line-text here' : 'review-line-text'}>
        {segments.map((segment) => <Run key={segment.start} segment={segment} text={source.slice(segment.start, segment.end)} chosen={chosen} />)}
        {segments.length === 0 && '\u200b'}
      </div>
    </div>
  );
});

function Run({ segment, text, chosen }: { segment: Segment; text: string; chosen: string | null }) {
  const isChosen = chosen !== null && segment.places.includes(chosen);
  const className = isChosen ? 'chosen' : undefined;
  const place = { 'data-place': segment.places[0] };
  switch (segment.kind) {
    case 'removed': return <del className={className} {...place}>{text}</del>;
    case 'changed': return <mark className={className} {...place}>{text}</mark>;
    case 'restored': return <mark className={`restored ${className ?? ''}`} {...place}>{text}</mark>;
    case 'doubt': return <mark className={`doubt ${className ?? ''}`} {...place}>{text}</mark>;
    case null: return text;
  }
}
