import { stemmer } from '@orama/stemmers/dutch';
import { beforeAll, describe, expect, it } from 'vitest';
import { keywords } from '../../../app/analyses/keywords.ts';
import { stopWords } from '../../../app/analyses/stop-words.ts';
import { words } from '../../../app/analyses/words.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { invent, World } from '../world.ts';
import { counted, marked, projects, takenApart, type PlainDocument, type PlainWord } from './plain.ts';

/** A word without capitals and without the signs around it. */
function bare(said: string): string {
  const letters = [...said.normalize('NFC').toLowerCase()].map((letter) => (letter === '’' || letter === '‘' ? '\'' : letter));
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  while (letters.length > 0 && !isLetter(letters[0])) letters.shift();
  while (letters.length > 0 && !isLetter(letters.at(-1)) && !/\p{M}/u.test(letters.at(-1) ?? '')) letters.pop();
  return letters.join('');
}

it('an accent that is written as a letter of its own makes no other word, in a list nor when sought', () => {
  const world = World.create();
  world.add(invent('Koffie', [{ by: 'Mevrouw Lindeboom', text: 'In het caf\u00e9 is het druk. Het cafe\u0301 is ver. Een cafe\u0301tje kan ook.' }]));
  const { rows } = words.run(world.snapshot, words.options.parse({ stems: false }));
  expect(rows.filter((row) => String(row['word']).startsWith('caf'))).toMatchObject([{ word: 'caf\u00e9', count: 2 }]);
  for (const word of ['caf\u00e9', 'cafe\u0301']) expect(keywords.run(world.snapshot, keywords.options.parse({ word, stems: false })).rows).toHaveLength(2);
  for (const word of ['caf\u00e9*', 'cafe\u0301*']) expect(keywords.run(world.snapshot, keywords.options.parse({ word })).rows).toHaveLength(3);
});

describe.each(projects)('in $name', ({ load }) => {
  let snapshot: ProjectSnapshot;
  let documents: PlainDocument[];
  beforeAll(async () => {
    if (!load) return;
    snapshot = await load();
    documents = takenApart(snapshot);
  });

  interface Heard { document: PlainDocument; word: PlainWord; form: string }
  const said = (filter: (document: PlainDocument, word: PlainWord) => boolean = () => true): Heard[] => documents.flatMap((document) =>
    document.words.filter((word) => counted(document.units[word.unit]) && filter(document, word)).map((word) => ({ document, word, form: bare(word.said) })));

  it.skipIf(!load).each([[true, false], [false, false], [false, true], [true, true]])('words (stems %s, stop words %s) are as often as plain loops find them', (stems, withStopWords) => {
    const all = said();
    const key = (form: string) => (stems ? stemmer(form) : form);
    const times = new Map<string, Heard[]>();
    for (const one of all) if (one.form !== '' && (withStopWords || !stopWords.has(one.form))) times.set(key(one.form), [...(times.get(key(one.form)) ?? []), one]);
    const { rows } = words.run(snapshot, words.options.parse({ stems, withStopWords, least: 2 }));
    expect(rows).toHaveLength([...times.values()].filter((own) => own.length >= 2).length);
    for (const row of rows) {
      const own = times.get(key(String(row['word']))) ?? [];
      expect(row).toMatchObject({
        count: own.length, share: own.length / all.length, documents: new Set(own.map(({ document }) => document.id)).size,
        speakers: new Set(own.map(({ document, word }) => document.units[word.unit]?.voice)).size,
      });
      const forms = [...new Set(own.map(({ form }) => form))];
      const often = (form: string) => own.filter((one) => one.form === form).length;
      expect(String(row['forms']).split(', ').toSorted()).toEqual(forms.map((form) => `${form} (${often(form)})`).toSorted());
      expect(often(String(row['word']))).toBe(Math.max(...forms.map(often)));
    }
    const counts = rows.map((row) => Number(row['count']));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it.skipIf(!load)('words by speaker and by theme are those of that speaker and under that theme', () => {
    for (const by of ['speaker', 'theme'] as const) {
      const marks = new Map(documents.map((document) => [document, new Map([...snapshot.state.codes.keys()].map((code) => [String(code), marked(document, document.codings.filter((coding) => coding.code === code))]))]));
      const inGroup = (id: string) => said((document, word) => (by === 'speaker'
        ? document.units[word.unit]?.voice === id
        : marks.get(document)?.get(id)?.slice(word.from, word.to).includes(true) === true));
      const { rows } = words.run(snapshot, words.options.parse({ by, least: 1, stems: false }));
      expect(rows.length).toBeGreaterThan(0);
      for (const id of new Set(rows.map((row) => String(row['by_id'])))) {
        const own = inGroup(id);
        const found = rows.filter((row) => row['by_id'] === id);
        expect(found.reduce((sum, row) => sum + Number(row['count']), 0)).toBe(own.filter(({ form }) => form !== '' && !stopWords.has(form)).length);
        for (const row of found) {
          const times = own.filter(({ form }) => form === row['word']).length;
          expect(row).toMatchObject({ count: times, share: times / own.length });
        }
      }
    }
  });

  it.skipIf(!load)('a word is shown in its place each time that it is said, with the themes over it', () => {
    const { rows: [most] } = words.run(snapshot, words.options.parse({ stems: false, least: 1 }));
    const word = String(most?.['word']);
    const { rows } = keywords.run(snapshot, keywords.options.parse({ word, stems: false, context: 4 }));
    expect(rows).toHaveLength(Number(most?.['count']));
    const own = said().filter(({ form }) => form === word);
    expect(rows.map((row) => row['start'])).toEqual(own.map((one) => one.word.from));
    for (const [at, { document, word: { unit, from, to, page } }] of own.entries()) {
      const row = rows[at];
      const turn = document.words.filter((one) => one.unit === unit);
      const index = turn.findIndex((one) => one.from === from);
      const bareWords = (text: unknown) => String(text).replaceAll(/\[[^\]]*\]/g, ' ').split(/\s+/).filter((one) => one !== '');
      expect(bareWords(row?.['left'])).toEqual(turn.slice(Math.max(0, index - 4), index).map((one) => one.said));
      expect(bareWords(row?.['right'])).toEqual(turn.slice(index + 1, index + 5).map((one) => one.said));
      expect(row).toMatchObject({ speaker_id: document.units[unit]?.voice, page, from_word: document.words.findIndex((one) => one.from === from) });
      const themes = new Set(document.codings.filter((coding) => coding.from < to && coding.to > from).map((coding) => [...snapshot.state.codes.values()].find(({ id }) => id === coding.code)?.name));
      expect(new Set(String(row?.['themes']).split(', ').filter((one) => one !== ''))).toEqual(themes);
    }
  });
});
