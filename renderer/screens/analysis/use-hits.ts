import { useEffect, useState } from 'react';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import type { SavedQueryId } from '../../../schemas/ids.ts';
import type { SavedQuery } from '../../../schemas/records/saved-query.ts';
import { hitsOf } from '../../use-cases/analyse.ts';

/** How many codings each saved query finds, counted off the screen's thread, anew with each change. Null before the first count. */
export function useHits(snapshot: ProjectSnapshot, queries: ReadonlyMap<SavedQueryId, SavedQuery>): ReadonlyMap<SavedQueryId, number> | null {
  const [found, setFound] = useState<ReadonlyMap<SavedQueryId, number> | null>(null);
  useEffect(() => {
    if (queries.size === 0) return undefined;
    const leaving = new AbortController();
    const count = async () => {
      const ids = [...queries.keys()];
      const hits = await hitsOf(snapshot, [...queries.values()].map(({ query }) => query), leaving.signal);
      if (hits.ok && !leaving.signal.aborted) setFound(new Map(ids.map((id, at) => [id, hits.value[at] ?? 0])));
    };
    void count();
    return () => leaving.abort();
  }, [snapshot, queries]);
  return found;
}
