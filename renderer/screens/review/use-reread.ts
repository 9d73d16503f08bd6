import { useState } from 'react';
import type { DocumentKind } from '../../../schemas/records/document.ts';
import { rereadDocument } from '../../use-cases/read-document-file.ts';
import { asAccepted, type InReview } from '../../use-cases/review-document.ts';
import type { ReviewEdits } from './use-review.ts';

/** Reads the file under review as another kind. One step: undoing brings the reading back with its corrections. */
export function useReread({ reading: { document }, bytes, of }: InReview, edit: ReviewEdits['edit']) {
  const [isReading, setIsReading] = useState(false);
  return {
    isReading,
    async as(kind: DocumentKind) {
      setIsReading(true);
      const read = await rereadDocument({ bytes, name: document.fileName, as: kind });
      setIsReading(false);
      const next = read.ok ? read.value : null;
      if (next) edit(() => asAccepted(next, of));
    },
  };
}
