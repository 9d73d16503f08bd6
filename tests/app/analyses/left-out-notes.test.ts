import { describe, expect, it } from 'vitest';
import { portrait } from '../../../app/analyses/portrait.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { snapshotOf } from '../../fixtures/snapshot.ts';

const whole = snapshotOf({
  speakers: { ada: {} }, codes: { veer: {} },
  documents: [
    { name: 'Avond', pieces: [{ turn: 'ada', says: ['De boot vaart weer.'] }] },
    { name: 'Ochtend', pieces: [{ turn: 'ada', says: ['De kade is dicht.'] }] },
  ],
  codings: [{ code: 'veer', document: 'Avond', quotation: 'boot' }, { code: 'veer', document: 'Avond', quotation: 'vaart' }, { code: 'veer', document: 'Ochtend', quotation: 'kade' }],
});
const named = (name: string) => {
  const document = [...whole.state.documents.values()].find((one) => one.name === name);
  if (!document) throw new Error(`no ${name}`);
  return document;
};
const without = (name: string): ProjectSnapshot => ({ ...whole, contents: new Map([...whole.contents].filter(([hash]) => hash !== named(name).contentSha256)) });
const notes = (snapshot: ProjectSnapshot, document: string | null = null) =>
  [portrait, themeFrequencies].map((analysis) => JSON.stringify(analysis.run(snapshot, analysis.options.parse({ document }) as never).notes));

describe('the notes below figures', () => {
  it('say how many codings are in documents whose text is missing', () => {
    for (const note of notes(without('Avond'))) {
      expect(note).toContain('2 coderingen in documenten waarvan de tekst ontbreekt, tellen niet mee.');
      expect(note).toContain('2 codings in documents whose text is missing are not counted.');
    }
    for (const note of notes(without('Ochtend'))) expect(note).toContain('1 codering in een document waarvan de tekst ontbreekt, telt niet mee.');
  });

  it('say it of the document that is looked at, and of no other', () => {
    for (const note of notes(without('Avond'), named('Ochtend').id)) expect(note).not.toContain('ontbreekt');
    for (const note of notes(without('Avond'), named('Avond').id)) expect(note).toContain('2 coderingen in documenten waarvan de tekst ontbreekt');
  });

  it('say nothing of it where every text is there', () => {
    for (const note of notes(whole)) expect(note).not.toContain('ontbreekt');
  });
});
