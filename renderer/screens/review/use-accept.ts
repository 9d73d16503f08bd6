import { useMemo, useState } from 'react';
import { starterRoles } from '../../../schemas/records/project.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { acceptReading, acceptReview } from '../../use-cases/accept-reading.ts';
import type { InReview } from '../../use-cases/review-document.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';

export interface Accepting { accepting: boolean; accept(): Promise<void> }

/** Takes the reading into the project and shows it there. Where that fails the reason is told and the review stays. */
export function useAccept({ reading, bytes, of }: InReview): Accepting {
  const [accepting, setAccepting] = useState(false);
  return {
    accepting,
    async accept() {
      if (accepting) return;
      setAccepting(true);
      const result = of ? await acceptReview(reading, of) : await acceptReading(reading, bytes);
      setAccepting(false);
      if (result.ok) useUi.setState({ review: null, view: 'reading', documentId: result.value, focusedCodingId: null });
    },
  };
}

/** The roles to choose from: the project's list, and those given in this review or proposed by the document. */
export function useRoles({ speakers }: Reading): readonly string[] {
  const roles = useWorkbench((state) => state.project?.state.project?.roles);
  return useMemo(() => {
    const given = speakers.flatMap(({ role }) => (role === null ? [] : [role]));
    return [...new Set([...(roles ?? starterRoles), ...given])];
  }, [roles, speakers]);
}
