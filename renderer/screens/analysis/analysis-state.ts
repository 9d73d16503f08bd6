import { create } from 'zustand';
import type { Sorting } from '../../../app/analyses/arrange.ts';
import type { Control } from '../../../app/analyses/controls.ts';
import { query } from '../../../app/analyses/query.ts';
import { analysisOf } from '../../../app/analyses/registry.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { SavedQueryId } from '../../../schemas/ids.ts';
import { choicesOf } from './choices.ts';

/** How one analysis is shown; what was not chosen has its default. */
export interface Shown { options: Readonly<Record<string, unknown>>; sorting: Sorting | null; filter: string }

/**
 * Which analysis is open, and how each was left; kept while another view is open. `queryId`: the saved query that is open.
 * `away`: one looks at what is behind a figure. `leftAt`: the row of the table that one left by, which has the keyboard when one comes back.
 */
export interface AnalysisState {
  id: string;
  shown: Readonly<Record<string, Shown>>;
  queryId: SavedQueryId | null;
  away: boolean;
  leftAt: number | null;
}

export const useAnalysis = create<AnalysisState>(() => ({ id: 'theme-frequencies', shown: {}, queryId: null, away: false, leftAt: null }));

const fresh: Shown = { options: {}, sorting: null, filter: '' };

export const shownOf = ({ id, shown }: AnalysisState): Shown => shown[id] ?? fresh;

/**
 * The options of the open analysis. Those of a saved query are the project's, as long as nothing was changed in them here.
 * A document, theme or speaker that is not there any more is no choice: then all of them are looked at again.
 */
export function optionsIn({ id, queryId, shown }: AnalysisState, state: ProjectState): Shown['options'] {
  const { options } = shown[id] ?? fresh;
  const saved = id === query.id && queryId !== null ? state.queries.get(queryId) : undefined;
  const isGone = ({ id: option, kind }: Control) =>
    (kind === 'document' || kind === 'theme' || kind === 'voice') && (options[option] ?? null) !== null && !choicesOf(kind, state).some(({ value }) => value === options[option]);
  const gone = (analysisOf(id)?.controls ?? []).filter(isGone).map((control) => [control.id, null]);
  return { ...options, ...Object.fromEntries(gone), ...(saved && options['query'] === undefined ? { query: saved.query } : {}) };
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
