import { bench, describe } from 'vitest';
import { analyses } from '../../app/analyses/registry.ts';
import { countHits } from '../../app/analyses/query.ts';
import { viewAnalysis } from '../../app/analyses/view.ts';
import { manyCodings } from './many-codings.ts';

/** Every analysis as the screen asks for it, on 20,000 codings in one hearing of some 780 kB. */
const snapshot = await manyCodings(20_000);
const options = { iterations: 3, warmupIterations: 1, time: 0 };
const view = (id: string, chosen: Record<string, unknown> = {}) => {
  const made = viewAnalysis(snapshot, { id, options: chosen, sorting: null, filter: '', language: 'nl', width: 900 });
  if (!made.ok) throw new Error(made.problem.message);
};
const [theme] = snapshot.state.codes.keys();
const query = (...of: Record<string, unknown>[]) => ({ query: { kind: 'group', not: false, match: 'all', of: of.map((one) => ({ not: false, ...one })) } });

describe('analyses of 20,000 codings', () => {
  for (const { id } of analyses) bench(id, () => view(id, id === 'keywords' ? { word: 'dag' } : {}), options);
  for (const by of ['speaker', 'turn-kind', 'coder']) bench(`theme-frequencies, ${by}`, () => view('theme-frequencies', { by }), options);
  bench('theme-frequencies, with subthemes', () => view('theme-frequencies', { withSubtree: true }), options);
  for (const relation of ['containment', 'sentence', 'paragraph', 'turn', 'near']) bench(`co-occurrence, ${relation}`, () => view('co-occurrence', { relation }), options);
  bench('portrait by speaker', () => view('portrait', { lanes: 'speaker' }), options);
  bench('questions, pairs', () => view('questions', { show: 'pairs' }), options);
  bench('not-coded, by page', () => view('not-coded', { by: 'page' }), options);
  bench('not-coded, stretches', () => view('not-coded', { by: 'stretch' }), options);
  bench('words by speaker', () => view('words', { by: 'speaker' }), options);
  bench('words of a theme', () => view('words', { theme }), options);
  bench('query, a theme near another', () => view('query', query({ kind: 'theme', theme }, { kind: 'relation', relation: 'near', theme: null })), options);
  bench('hits of ten queries', () => {
    countHits(snapshot, Array.from({ length: 10 }, () => ({ kind: 'group', not: false, match: 'all', of: [{ kind: 'relation', not: false, relation: 'near', theme: null, withSubtree: true, words: 20 }] })));
  }, options);
});
