import type { Analysis } from './analysis.ts';
import { coOccurrence } from './co-occurrence.ts';
import { keywords } from './keywords.ts';
import { notCoded } from './not-coded.ts';
import { portrait } from './portrait.ts';
import { query } from './query.ts';
import { questions } from './questions.ts';
import { themeFrequencies } from './theme-frequencies.ts';
import { themeMatrix } from './theme-matrix.ts';
import { words } from './words.ts';

/** Every analysis, in the order of menus and help. A new one is a file in this folder and a line here. */
export const analyses = [
  themeFrequencies, themeMatrix, coOccurrence, portrait, questions, query, words, keywords, notCoded,
] as const satisfies readonly Analysis[];

/** The analysis of this id. */
export function analysisOf(id: string): Analysis | undefined {
  return analyses.find((one): one is typeof one & Analysis => one.id === id);
}
