import { describe, expect, it } from 'vitest';
import { locate } from '../../../app/document/locate.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { snapshotOf, textOf } from '../../fixtures/snapshot.ts';

const snapshot = snapshotOf({
  speakers: { cie: { name: 'Commissie', moderator: true }, ada: { name: 'Ada Brink' }, bo: { name: 'Bo 🦉 Vos' } },
  documents: [{
    name: 'Zitting',
    pieces: [
      { page: 1 }, { text: 'Verslag van de zitting.' },
      { heading: 'Slapen' },
      { turn: 'ada', label: 'Ada', says: ['Ik slaap 🌙 licht.', { page: 2 }, 'De nacht duurt lang.', '* Kussen'] },
      { turn: 'cie', kind: 'question', label: 'Commissie', says: ['Hoe komt dat?'] },
      { turn: 'bo', kind: 'answer', label: 'Bo', says: ['Dat weet niemand.', { page: 4 }, 'Nog niet.'] },
      { heading: 'Slot' },
      { turn: null, kind: 'closing', says: ['Tot ziens.'] },
      { footnote: 'Een noot.' },
    ],
  }, { name: 'Brief', kind: 'plain', pieces: [{ text: 'Geachte lezer,' }, { text: 'Tot zover.' }] }],
});

const place = (quotation: string, name = 'Zitting') => {
  const { text } = textOf(snapshot, name);
  const start = text.text.indexOf(quotation);
  return locate(snapshot, text, start as Utf16, (start + quotation.length) as Utf16);
};

describe('the place of a passage', () => {
  it('has the speaker, page, section and paragraph of a passage inside a turn', () => {
    const found = place('nacht duurt');
    expect(found).toMatchObject({ turns: [0], page: 2, lastPage: 2, section: 'Slapen', turnKind: 'presentation', paragraph: 3 });
    expect(found.speakers.map((speaker) => speaker.name)).toEqual(['Ada Brink']);
  });

  it('lists every turn and each speaker once where the passage crosses turns', () => {
    const found = place('lang.\nKussen\nCommissie:\nHoe komt dat?\nBo:\nDat weet niemand.\nNog');
    expect(found).toMatchObject({ turns: [0, 1, 2], page: 2, lastPage: 4, turnKind: 'presentation' });
    expect(found.speakers.map((speaker) => speaker.name)).toEqual(['Ada Brink', 'Commissie', 'Bo 🦉 Vos']);
  });

  it('leaves out turns that the passage only borders on', () => {
    expect(place('\nCommissie:\n').turns).toEqual([]);
    expect(place('Kussen\nCommissie:\n').turns).toEqual([0]);
    expect(place('\nCommissie:\nH').turns).toEqual([1]);
  });

  it('knows no speaker for headings, footnotes and turns without one', () => {
    expect(place('Slapen')).toMatchObject({ turns: [], speakers: [], section: 'Slapen', turnKind: null, paragraph: null });
    expect(place('Tot ziens')).toMatchObject({ turns: [3], speakers: [], section: 'Slot', turnKind: 'closing' });
    expect(place('Een noot')).toMatchObject({ turns: [], paragraph: null });
  });

  it('has no section before the first heading and no page where the format has none', () => {
    expect(place('Verslag')).toMatchObject({ section: null, page: 1, paragraph: 1 });
    expect(place('zover', 'Brief')).toMatchObject({ turns: [], page: null, lastPage: null, section: null, paragraph: 2 });
  });

  it('takes an empty range for the character at its start', () => {
    const { text } = textOf(snapshot, 'Zitting');
    const at = text.text.indexOf('Hoe') as Utf16;
    expect(locate(snapshot, text, at, at)).toEqual(locate(snapshot, text, at, (at + 1) as Utf16));
  });

  it('agrees, at every offset, with a search through all turns', () => {
    const { text } = textOf(snapshot, 'Zitting');
    for (let start = 0; start < text.text.length; start += 1) {
      for (const length of [1, 2, 30]) {
        const end = Math.min(text.text.length, start + length);
        const expected = text.turns.flatMap((turn, index) => (turn.start < end && turn.end > start ? [index] : []));
        expect(locate(snapshot, text, start as Utf16, end as Utf16).turns).toEqual(expected);
      }
    }
  });
});
