import Papa from 'papaparse';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataset } from '../../../app/exporters/dataset.ts';
import { frequencies } from '../../../app/exporters/frequencies.ts';
import { datasetSchema, type Dataset } from '../../../schemas/dataset.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';
import { convert, present } from './programs.ts';
import { unzipped } from './unzipped.ts';

type Row = Record<string, string>;
let zip: ReturnType<typeof unzipped>;
let json: Dataset;
beforeAll(async () => {
  zip = unzipped(await frequencies.write(miniHearing(), exportOptions));
  json = datasetSchema.parse(JSON.parse(unzipped(await dataset.write(miniHearing(), exportOptions)).text('dataset.json')));
});
const read = (file: string): Row[] => Papa.parse<Row>(zip.text(file), { header: true, skipEmptyLines: true }).data;

/** Counted again from the dataset's rows alone, as somebody else would: each counted word of a theme once. */
function words(rows: Dataset['segment_turns']): { all: number; voices: Map<string, number>; turns: number; documents: number } {
  const seen = new Map<string, string>();
  for (const row of rows.filter((candidate) => candidate.voice_id !== null && !candidate.moderator)) {
    for (let word = row.word_start; word < row.word_end; word += 1) seen.set(`${row.document_id}/${word}/${row.turn}`, row.voice_id ?? '');
  }
  const voices = new Map<string, number>();
  for (const voice of seen.values()) voices.set(voice, (voices.get(voice) ?? 0) + 1);
  const turns = new Set([...seen.keys()].filter((key) => !key.endsWith('null')).map((key) => key.replace(/\/\d+\//, '/')));
  return { all: seen.size, voices, turns: turns.size, documents: new Set([...seen.keys()].map((key) => key.split('/')[0])).size };
}

afterEach(() => { vi.useRealTimers(); });

describe('the theme frequencies', () => {
  it('have the agreed header and one row a theme, in the order of the codebook', () => {
    expect(zip.text('frequencies.csv').split('\n')[0])
      .toBe('code,path,codings,passages,words,characters,share,turns,speakers,documents,speakers_counted,words_counted,one_voice');
    expect(zip.text('frequencies-by-speaker.csv').split('\n')[0]).toMatch(/^code,path,by,by_id,codings,/);
    expect(read('frequencies.csv').map((row) => row.path)).toEqual(json.codebook.map((row) => row.path));
  });

  it('agree with what anybody can count from the exported dataset', () => {
    const all = json.turns.filter((turn) => turn.moderator === false).reduce((sum, turn) => sum + turn.words, 0)
      + json.documents.filter((document) => document.turns === 0).reduce((sum, document) => sum + document.words, 0);
    for (const [at, row] of read('frequencies.csv').entries()) {
      const own = json.segment_turns.filter((candidate) => candidate.code_id === json.codebook[at]?.code_id);
      const counted = words(own);
      const voiced = own.filter((candidate) => candidate.voice_id !== null && !candidate.moderator);
      expect({
        words: Number(row.words), turns: Number(row.turns), speakers: Number(row.speakers), documents: Number(row.documents),
        share: Number(row.share), words_counted: Number(row.words_counted), codings: Number(row.codings), one_voice: row.one_voice,
      }).toEqual({
        words: counted.all, turns: counted.turns, speakers: counted.voices.size, documents: counted.documents, share: counted.all / all,
        words_counted: all, codings: new Set(voiced.map((candidate) => candidate.coding_id)).size,
        one_voice: String([...counted.voices.values()].some((one) => one * 2 > counted.all)),
      });
    }
    expect(read('frequencies.csv').map((row) => Number(row.words)).filter((count) => count > 0)).toHaveLength(3);
  });

  it('have the words of each speaker, which add up to the theme\'s', () => {
    const bySpeaker = read('frequencies-by-speaker.csv');
    for (const row of read('frequencies.csv')) {
      const own = bySpeaker.filter((candidate) => candidate.path === row.path);
      expect(own.reduce((sum, candidate) => sum + Number(candidate.words), 0)).toBe(Number(row.words));
      const counted = words(json.segment_turns.filter((candidate) => json.codebook.find((code) => code.path === row.path)?.code_id === candidate.code_id));
      for (const candidate of own) expect(Number(candidate.words)).toBe(counted.voices.get(candidate.by_id ?? '') ?? 0);
    }
    expect(bySpeaker.some((row) => row.by === 'Commissie')).toBe(false);
  });

  it('say what they count, in both languages', async () => {
    const english = unzipped(await frequencies.write(miniHearing(), { ...exportOptions, language: 'en' }));
    expect(zip.text('README.txt')).toContain('Gespreksleiders');
    expect(english.text('README.txt')).toContain('Moderators');
    const header = zip.text('frequencies-by-role.csv').split('\n')[0] ?? '';
    for (const column of header.split(',')) for (const text of [zip, english]) expect(text.text('README.txt')).toMatch(new RegExp(`^- ${column}: \\S`, 'm'));
    for (const file of Object.keys(zip.bytes).filter((name) => name !== 'README.txt')) expect(zip.text('README.txt')).toContain(file);
    expect(english.text('frequencies.csv')).toBe(zip.text('frequencies.csv'));
  });

  it('are the same, byte for byte, at whatever hour they are written', async () => {
    const first = await frequencies.write(miniHearing(), exportOptions);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z') });
    expect(await frequencies.write(miniHearing(), exportOptions)).toEqual(first);
  });
});

describe.skipIf(!present('soffice'))('the theme frequencies in a spreadsheet (needs LibreOffice)', () => {
  it('show the same figures, and no formulas', () => {
    const bytes = zip.bytes['frequencies.xlsx'] ?? new Uint8Array();
    const sheets = convert('frequencies.xlsx', bytes, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1');
    expect(Object.keys(sheets)).toHaveLength(5);
    const [header = [], ...rows] = Papa.parse<string[]>(sheets['frequencies-thema\'s.csv'] ?? '', { skipEmptyLines: true }).data;
    expect(rows.map((row) => [row[0], Number(row[header.indexOf('Woorden')]), Number.parseFloat(row[header.indexOf('Aandeel')] ?? '') / 100]))
      .toEqual(read('frequencies.csv').map((row) => [row.code, Number(row.words), expect.closeTo(Number(row.share), 6)]));
    expect(Object.values(convert('frequencies.xlsx', bytes, 'fods')).join('')).not.toContain('table:formula');
  });
});
