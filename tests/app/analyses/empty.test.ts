import { describe, expect, it } from 'vitest';
import { analyses } from '../../../app/analyses/registry.ts';
import { viewAnalysis, type AnalysisView } from '../../../app/analyses/view.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { must } from '../world.ts';
import { snapshotOf, type Terse } from '../../fixtures/snapshot.ts';

const said: Terse['documents'] = [{ name: 'Avond', pieces: [{ turn: 'ada', says: ['De boot vaart weer, zei men aan de kade.'] }] }];
const empty = snapshotOf({ documents: [] });
const uncoded = snapshotOf({ speakers: { ada: {} }, codes: { veer: {} }, documents: said });
const themeless = snapshotOf({ speakers: { ada: {} }, documents: said });
const bare = snapshotOf({ codes: { veer: {} }, documents: [{ name: 'Brief', pieces: [{ text: 'De boot vaart weer.' }] }], codings: [{ code: 'veer', quotation: 'boot' }] });

/** The analyses whose rows name who speaks. */
const naming = new Set(['theme-frequencies', 'portrait', 'query', 'words', 'keywords', 'not-coded']);

const view = (snapshot: ProjectSnapshot, id: string, options: Record<string, unknown> = {}): AnalysisView =>
  must(viewAnalysis(snapshot, { id, options, sorting: null, filter: '', language: 'nl', width: 800 }));
const figures = ({ table }: AnalysisView) => table.rows.flatMap((row) => table.columns.filter(({ unit }) => unit === 'count' || unit === 'share' || unit === 'ratio').map(({ id }) => row[id]));

describe.each(analyses.map(({ id }) => id))('%s', (id) => {
  it('has no row and no picture in a project without documents', () => {
    const { all, picture } = view(empty, id);
    expect([all, picture]).toEqual([0, null]);
  });

  it.each([['codings', uncoded], ['themes', themeless]])('gives figures that are numbers in a project without %s', (_, snapshot) => {
    const shown = view(snapshot, id, id === 'keywords' ? { word: 'boot' } : {});
    for (const figure of figures(shown)) expect(figure === null || Number.isFinite(figure)).toBe(true);
    expect(JSON.stringify(shown.picture)).not.toMatch(/NaN|undefined/);
  });

  it('takes a single document without turns for one voice, named after it', () => {
    const shown = view(bare, id, id === 'keywords' ? { word: 'boot' } : id === 'words' ? { by: 'speaker', least: 1 } : {});
    const voices = shown.table.rows.flatMap((row) => row['speaker'] ?? (id === 'words' ? row['by'] : null) ?? row['one_voice_name'] ?? []);
    for (const voice of voices) expect(voice).toBe('Brief');
    expect(voices.length > 0).toBe(naming.has(id));
  });
});

describe('a project in which nothing is coded', () => {
  it('has zeros for its themes, and all that was said among what is not coded', () => {
    expect(view(uncoded, 'theme-frequencies').table.rows).toMatchObject([{ code: 'veer', codings: 0, passages: 0, words: 0, share: 0, one_voice: false, one_voice_name: null }]);
    expect(view(uncoded, 'not-coded').table.rows).toMatchObject([{ speaker: 'ada', words: 9, coded: 0, not_coded: 9, share_not_coded: 1 }]);
    expect(view(uncoded, 'query').table.rows).toEqual([]);
    expect(view(uncoded, 'portrait').picture).toBeNull();
  });

  it('has no rows for themes where there are none', () => {
    for (const id of ['theme-frequencies', 'theme-matrix', 'co-occurrence', 'questions', 'portrait']) expect([id, view(themeless, id).all]).toEqual([id, 0]);
  });
});
