import { useEffect, useState } from 'react';
import type { AnalysisView, ViewRequest } from '../../../app/analyses/view.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import type { Problem } from '../../../app/support/result.ts';
import { viewOf } from '../../use-cases/analyse.ts';

export interface Viewed {
  /** The last that was found; of the request before, while `isBusy`. Null before the first. */
  view: AnalysisView | null;
  isBusy: boolean;
  problem: Problem | null;
}

/** What an analysis finds, computed off the screen's thread; anew when the project or the request changes. */
export function useAnalysisView(snapshot: ProjectSnapshot, request: ViewRequest): Viewed {
  const key = JSON.stringify(request);
  const [found, setFound] = useState<{ snapshot: ProjectSnapshot; key: string; view: AnalysisView | null; problem: Problem | null } | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const find = async () => {
      const result = await viewOf(snapshot, JSON.parse(key) as ViewRequest, leaving.signal);
      if (leaving.signal.aborted) return;
      setFound((before) => ({ snapshot, key, view: result.ok ? result.value : (before?.view ?? null), problem: result.ok ? null : result.problem }));
    };
    void find();
    return () => leaving.abort();
  }, [snapshot, key]);
  const isBusy = found?.snapshot !== snapshot || found.key !== key;
  // What another analysis found is not shown in its place.
  const view = found?.view?.id === request.id ? found.view : null;
  return { view, isBusy, problem: isBusy ? null : (found?.problem ?? null) };
}
