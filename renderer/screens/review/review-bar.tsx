import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import type { ReviewOf } from '../../use-cases/review-document.ts';
import { Button } from '../../ui/button.tsx';

export interface ReviewBarProps {
  reading: Reading;
  of: ReviewOf | null;
  /** What the document was taken for. */
  kind: ReactNode;
  accepting: boolean;
  onCancel(): void;
  onAccept(): void;
}

/** Which file, what it was taken for, and the two ways out. */
export function ReviewBar({ reading, of, kind, accepting, onCancel, onAccept }: ReviewBarProps) {
  const t = useT();
  const { document, content } = reading;
  return (
    <header className="review-bar">
      <span className="brand">Hoorwerk</span>
      <h1><FileText aria-hidden /><span className="hidden-text">{t('review.title')}: </span><b>{document.fileName}</b></h1>
      {of && <span className="review-bar-facts">{t(`review.how.${of.how}`)}</span>}
      {content.pages.length > 0 && <span className="review-bar-facts">{t('review.pages', { count: content.pages.length })}</span>}
      {kind}
      <span className="review-bar-end">
        <Button onPress={onCancel} isDisabled={accepting}>{t('review.cancel')}</Button>
        <Button variant="primary" onPress={onAccept} isDisabled={accepting}>{t(accepting ? 'review.accepting' : of ? 'review.keep' : 'review.accept')}</Button>
      </span>
    </header>
  );
}
