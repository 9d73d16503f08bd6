import { create } from 'zustand';
import type { By, Sorting } from './frequency-rows.ts';

/** How the figures are shown; kept while another view is open. */
export interface AnalysisState { by: By; includeModerators: boolean; withSubtree: boolean; sorting: Sorting | null }

export const useAnalysis = create<AnalysisState>(() => ({ by: null, includeModerators: false, withSubtree: false, sorting: null }));
