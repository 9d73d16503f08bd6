import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../renderer/screens/shell/coverage.ts';
import { snapshotOf } from '../../fixtures/snapshot.ts';

const made = (codings: { code: string; quotation: string; document?: string }[]) => {
  const snapshot = snapshotOf({
    name: 'Tuin',
    speakers: { cie: { name: 'Commissie', role: 'commissie', moderator: true }, ada: { name: 'Ada', role: 'anders' } },
    documents: [
      {
        name: 'Zitting', fileName: 'zitting.txt',
        pieces: [
          { turn: 'cie', kind: 'question', says: ['Wie betaalt de regenton?'] },
          { turn: 'ada', kind: 'answer', says: ['Wij allen samen [gelach] betalen hem.'] },
        ],
      },
      { name: 'Brief', fileName: 'brief.txt', kind: 'letter', pieces: [{ text: 'De tuin is open.' }] },
    ],
    codes: { werk: { name: 'werk' }, geld: { name: 'geld' } },
    codings,
  });
  const document = [...snapshot.state.documents.values()].find(({ name }) => name === 'Zitting');
  if (!document) throw new Error('the fixture has no Zitting');
  return coverageOf(snapshot, document);
};

describe('how much of a document is coded', () => {
  test('leaves out moderators and the notes of the reporter', () => {
    expect(made([])).toEqual({ words: 5, coded: 0 });
    expect(made([{ code: 'werk', quotation: 'Wie betaalt' }])).toEqual({ words: 5, coded: 0 });
  });

  test('counts a word that any character of a coding touches, and each word once', () => {
    expect(made([{ code: 'werk', quotation: 'len sam' }])).toEqual({ words: 5, coded: 2 });
    expect(made([{ code: 'werk', quotation: 'allen samen' }, { code: 'geld', quotation: 'samen [gelach] betalen' }])).toEqual({ words: 5, coded: 3 });
    expect(made([{ code: 'werk', quotation: 'be' }, { code: 'geld', quotation: 'talen h' }])).toEqual({ words: 5, coded: 2 });
  });

  test('does not look at the codings of other documents', () => {
    expect(made([{ code: 'werk', quotation: 'De tuin is open.', document: 'Brief' }])).toEqual({ words: 5, coded: 0 });
  });
});
