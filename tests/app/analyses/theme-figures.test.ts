import { beforeAll, describe, expect, it } from 'vitest';
import { notCoded } from '../../../app/analyses/not-coded.ts';
import { portrait } from '../../../app/analyses/portrait.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import { themeMatrix } from '../../../app/analyses/theme-matrix.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { counted, heard, marked, overlaps, passages, projects, takenApart, type PlainCoding, type PlainDocument, type PlainUnit, type PlainWord } from './plain.ts';

type By = 'speaker' | 'role' | 'organisation' | 'document' | 'turn-kind' | 'coder';
const splits: (By | null)[] = [null, 'speaker', 'role', 'organisation', 'document', 'turn-kind', 'coder'];

const keyOf = (by: By | null, document: PlainDocument, unit: PlainUnit | undefined): string => {
  switch (by) {
    case 'speaker': return unit?.voice ?? '';
    case 'role': return unit?.role ?? '';
    case 'organisation': return unit?.organisation ?? '';
    case 'document': return document.id;
    case 'turn-kind': return unit?.kind ?? '';
    default: return '';
  }
};

describe.each(projects)('in $name', ({ load }) => {
  let snapshot: ProjectSnapshot;
  let documents: PlainDocument[];
  beforeAll(async () => {
    if (!load) return;
    snapshot = await load();
    documents = takenApart(snapshot);
  });

  /** The figures of one theme in one group. */
  function figures(codes: readonly string[], by: By | null, key: string, all: boolean) {
    const found = { codings: 0, passages: 0, words: 0, characters: 0, turns: 0, speakers: 0, documents: 0, words_counted: 0, speakers_counted: 0 };
    const [speakers, voices] = [new Set<string>(), new Set<string>()];
    for (const document of documents) {
      const { units, unitAt, noteAt, text, words } = document;
      const inGroup = (unit: PlainUnit | undefined) => counted(unit, all) && (by === 'coder' || by === null || keyOf(by, document, unit) === key);
      const own = document.codings.filter(({ code, coder }) => codes.includes(code) && (by !== 'coder' || coder === key));
      const touches = ({ from, to }: { from: number; to: number }) => unitAt.slice(from, to).some((unit) => unit !== null && inGroup(units[unit]));
      found.codings += own.filter(touches).length;
      found.passages += passages(own).filter(touches).length;
      const marks = marked(document, own);
      found.characters += text.filter((_, at) => unitAt[at] !== null && noteAt[at] !== true && inGroup(units[unitAt[at] ?? -1]) && marks[at] === true).length;
      const said = words.filter(({ unit }) => inGroup(units[unit]));
      const coded = said.filter(({ from, to }) => marks.slice(from, to).includes(true));
      found.words += coded.length;
      found.words_counted += said.length;
      for (const { unit } of said) if (units[unit]?.voice) voices.add(units[unit].voice);
      for (const { unit } of coded) if (units[unit]?.voice) speakers.add(units[unit].voice);
      found.turns += new Set(coded.flatMap(({ unit }) => units[unit]?.turn ?? [])).size;
      found.documents += coded.length > 0 ? 1 : 0;
    }
    return { ...found, speakers: speakers.size, speakers_counted: voices.size, share: found.words_counted === 0 ? 0 : found.words / found.words_counted };
  }

  const below = (id: string): string[] => [id, ...[...snapshot.state.codes.values()].filter(({ parentId }) => parentId === id).flatMap((code) => below(code.id))];

  it.skipIf(!load).each(splits)('the frequencies by %s are those of plain loops', (by) => {
    for (const options of [{}, { includeModerators: true }, { withSubtree: true }]) {
      const { rows } = themeFrequencies.run(snapshot, themeFrequencies.options.parse({ by, ...options }));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const code = String(row['code_id']);
        const expected = figures('withSubtree' in options ? below(code) : [code], by, String(row['by_id'] ?? ''), 'includeModerators' in options);
        expect({ row: `${String(row['path'])} ${String(row['by'] ?? '')}`, ...row }).toMatchObject({ row: `${String(row['path'])} ${String(row['by'] ?? '')}`, ...expected });
      }
    }
  });

  it.skipIf(!load)('a row of the frequencies leads to as many codings as it counts', () => {
    for (const by of splits) {
      const options = themeFrequencies.options.parse({ by });
      for (const row of themeFrequencies.run(snapshot, options).rows) expect(themeFrequencies.follow(snapshot, options, row)).toMatchObject({ ids: { length: row['codings'] } });
    }
  });

  it.skipIf(!load)('the shares of a matrix are of the column and of the row', () => {
    for (const by of ['speaker', 'role', 'organisation', 'document'] as const) {
      const { rows } = themeMatrix.run(snapshot, themeMatrix.options.parse({ by }));
      const whole = themeFrequencies.run(snapshot, themeFrequencies.options.parse({})).rows;
      for (const row of rows) {
        const own = figures([String(row['code_id'])], by, String(row['by_id']), false);
        const ofTheme = figures([String(row['code_id'])], null, '', false).words;
        expect(row).toMatchObject({ words: own.words, codings: own.codings, share_of_group: own.share, share_of_theme: ofTheme === 0 ? 0 : own.words / ofTheme });
      }
      for (const theme of whole) {
        const shares = rows.filter((row) => row['code_id'] === theme['code_id']).map((row) => Number(row['share_of_theme']));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(Number(theme['words']) > 0 ? 1 : 0, 9);
      }
    }
  });

  it.skipIf(!load)('a portrait has each stretch of each theme in each turn, where its words stand', () => {
    for (const lanes of ['theme', 'speaker'] as const) {
      const { rows } = portrait.run(snapshot, portrait.options.parse({ lanes }));
      const expected = documents.flatMap((document) => [...snapshot.state.codes.keys()].flatMap((code) => stretches(document, document.codings.filter((coding) => coding.code === code))
        .map(({ from, to, unit }) => {
          const words = document.words.flatMap((word, at) => (overlaps(word, { from, to }) ? [at] : []));
          return [document.id, code, document.units[unit]?.voice, from, to, words[0], (words.at(-1) ?? -2) + 1, words.length].join('/');
        })));
      const found = rows.map((row) => ['document_id', 'code_id', 'speaker_id', 'start', 'end', 'from_word', 'to_word', 'words'].map((id) => row[id]).join('/'));
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });

  function stretches(document: PlainDocument, codings: readonly PlainCoding[]) {
    const { text, unitAt, units, words } = document;
    const marks = marked(document, codings);
    const runs: { from: number; to: number; unit: number }[] = [];
    for (const [at] of text.entries()) {
      const unit = unitAt[at] ?? null;
      if (unit === null || !counted(units[unit]) || marks[at] !== true) continue;
      const last = runs.at(-1);
      if (last?.to === at && last.unit === unit) last.to += 1;
      else runs.push({ from: at, to: at + 1, unit });
    }
    return runs.filter((run) => words.some((word) => overlaps(word, run)));
  }

  it.skipIf(!load).each(['speaker', 'page', 'document'] as const)('what is not coded by %s is what plain loops leave over', (by) => {
    const { rows } = notCoded.run(snapshot, notCoded.options.parse({ by, least: 3 }));
    const key = (document: PlainDocument, word: PlainWord) => ({ speaker: document.units[word.unit]?.voice ?? '', page: `${document.id}/${word.page}`, document: document.id })[by];
    const groups = new Map<string, { words: number; coded: number; stretches: number }>();
    for (const document of documents) {
      for (const [at, word] of document.words.entries()) {
        if (!counted(document.units[word.unit])) continue;
        const found = groups.get(key(document, word)) ?? { words: 0, coded: 0, stretches: 0 };
        groups.set(key(document, word), found);
        found.words += 1;
        if (isCoded(document, word)) found.coded += 1;
        else if (startsStretch(document, at, 3)) found.stretches += 1;
      }
    }
    const keys = rows.map((row) => ({ speaker: row['speaker_id'], page: `${String(row['document_id'])}/${row['page']}`, document: row['document_id'] })[by]);
    expect(keys).toEqual([...groups.keys()]);
    for (const [at, { words, coded, stretches: own }] of [...groups.values()].entries()) {
      expect(rows[at]).toMatchObject({ words, coded, not_coded: words - coded, share_coded: coded / words, share_not_coded: (words - coded) / words, stretches: own });
    }
  });

  const isCoded = ({ codings }: PlainDocument, word: PlainWord) => codings.some((coding) => overlaps(coding, word));

  /** Whether a run of so many uncoded words of one unit begins at this word. */
  function startsStretch(document: PlainDocument, at: number, least: number): boolean {
    const { words } = document;
    const unit = words[at]?.unit;
    const isFree = (word: PlainWord | undefined) => word !== undefined && word.unit === unit && !isCoded(document, word);
    return !isFree(words[at - 1]) && Array.from({ length: least }, (_, step) => words[at + step]).every(isFree);
  }

  it.skipIf(!load)('each stretch that is not coded is listed, and holds no coded word', () => {
    const { rows } = notCoded.run(snapshot, notCoded.options.parse({ by: 'stretch', least: 3 }));
    const starts = documents.flatMap((document) => document.words.flatMap((word, at) => (counted(document.units[word.unit]) && !isCoded(document, word) && startsStretch(document, at, 3) ? [`${document.id}/${word.from}`] : [])));
    expect(rows.map((row) => `${String(row['document_id'])}/${row['start']}`)).toEqual(starts);
    for (const row of rows) {
      const document = documents.find(({ id }) => id === row['document_id']);
      const own = document?.words.filter((word) => overlaps(word, { from: Number(row['start']), to: Number(row['end']) })) ?? [];
      expect(own).toHaveLength(Number(row['words']));
      expect(document && own.some((word) => isCoded(document, word))).toBe(false);
      expect(document && heard(document, { from: Number(row['start']), to: Number(row['end']) })).toBe(true);
    }
  });
});
