import { create } from 'zustand';
import type { Sorting } from '../../../app/analyses/arrange.ts';
import { query } from '../../../app/analyses/query.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { SavedQueryId } from '../../../schemas/ids.ts';

/** How one analysis is shown; what was not chosen has its default. */
export interface Shown { options: Readonly<Record<string, unknown>>; sorting: Sorting | null; filter: string }

/**
 * Which analysis is open, and how each was left; kept while another view is open. `queryId`: the saved query that is open.
 * `away`: one looks at what is behind a figure.
 */
export interface AnalysisState { id: string; shown: Readonly<Record<string, Shown>>; queryId: SavedQueryId | null; away: boolean }

export const useAnalysis = create<AnalysisState>(() => ({ id: 'theme-frequencies', shown: {}, queryId: null, away: false }));

const fresh: Shown = { options: {}, sorting: null, filter: '' };

export const shownOf = ({ id, shown }: AnalysisState): Shown => shown[id] ?? fresh;

/** The options of the open analysis. Those of a saved query are the project's, as long as nothing was changed in them here. */
export function optionsIn({ id, queryId, shown }: AnalysisState, { queries }: ProjectState): Shown['options'] {
  const { options } = shown[id] ?? fresh;
  const saved = id === query.id && queryId !== null ? queries.get(queryId) : undefined;
  return saved && options['query'] === undefined ? { ...options, query: saved.query } : options;
}

/** Changes how the open analysis is shown. */
export function show(next: Partial<Shown>): void {
  useAnalysis.setState((state) => ({ shown: { ...state.shown, [state.id]: { ...shownOf(state), ...next } } }));
}

/** Chooses an option. What the table was sorted by may be gone with it. */
export function choose(option: string, value: unknown): void {
  show({ options: { ...shownOf(useAnalysis.getState()).options, [option]: value }, sorting: null });
}

/** Opens an analysis, with these options where they are given. */
export function openAnalysis(id: string, options?: Readonly<Record<string, unknown>>): void {
  useAnalysis.setState({ id });
  if (options) show({ options, sorting: null, filter: '' });
}

/** Opens a saved query as it was saved, or (null) an empty one. */
export function openQuery(queryId: SavedQueryId | null): void {
  useAnalysis.setState({ queryId });
  openAnalysis(query.id, {});
}
