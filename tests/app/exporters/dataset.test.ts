import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProjectState } from '../../../app/coding/state.ts';
import { dataset } from '../../../app/exporters/dataset.ts';
import { datasetGuarded } from '../../../app/exporters/dataset-guarded.ts';
import { nameId, sha256 } from '../../../app/support/hash.ts';
import type { Memo } from '../../../schemas/records/memo.ts';
import { datasetJsonSchema, datasetSchema, type Dataset } from '../../../schemas/dataset.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';
import { unzipped } from './unzipped.ts';

const published = new URL('../../../docs/dataset.schema.json', import.meta.url);
const csvFiles = {
  'segments.csv': 'segments', 'segment_turns.csv': 'segment_turns', 'turns.csv': 'turns', 'pairs.csv': 'pairs',
  'documents.csv': 'documents', 'codebook.csv': 'codebook', 'speakers.csv': 'speakers', 'passage_memos.csv': 'passage_memos',
} as const;

let zip: ReturnType<typeof unzipped>;
let json: Dataset;
beforeAll(async () => {
  zip = unzipped(await dataset.write(miniHearing(), exportOptions));
  json = datasetSchema.parse(JSON.parse(zip.text('dataset.json')));
});

/** What CSV can say of a value. */
const asCell = (value: unknown): string => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(' | ') : String(value));
const slice = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('');
const reversed = <K, V>(map: ReadonlyMap<K, V>): Map<K, V> => new Map([...map].toReversed());
const segment = (quotation: string) => json.segments.find((row) => row.quotation.startsWith(quotation));

afterEach(() => { vi.useRealTimers(); });

describe('the dataset', () => {
  it('has one row for every coding, none left out', () => {
    expect(json.segments.map((row) => row.coding_id).toSorted()).toEqual([...miniHearing().state.codings.keys()].toSorted());
  });

  it('slices each quotation and turn out of the text files by code points', () => {
    const files = new Map(json.documents.map((row) => [row.document_id, zip.text(row.file)]));
    const found = json.segments.filter((row) => row.text_start !== null);
    for (const row of found) expect(slice(files.get(row.document_id) ?? '', row.text_start ?? 0, row.text_end ?? 0)).toBe(row.quotation);
    for (const row of json.turns) expect(slice(files.get(row.document_id) ?? '', row.text_start, row.text_end)).toBe(row.text);
    expect(found).toHaveLength(14);
  });

  it('has a row for each memo on a passage, also where its words are gone', async () => {
    const snapshot = miniHearing();
    const [coding] = [...snapshot.state.codings.values()];
    if (!coding) throw new Error('no coding');
    const memo = (id: string, quotation: string): Memo => ({
      id: nameId('memo', id), target: { kind: 'passage', documentId: coding.documentId, anchor: { ...coding.anchor, quotation } },
      text: `=memo ${id}`, coderId: coding.coderId, createdAt: coding.createdAt, updatedAt: coding.updatedAt,
    });
    const memos = [memo('a', coding.anchor.quotation), memo('b', 'dit is hier in deze zitting door niemand gezegd')];
    const state = { ...snapshot.state, memos: new Map(memos.map((one) => [one.id, one])) };
    const { passage_memos: rows } = datasetSchema.parse(JSON.parse(unzipped(await dataset.write({ ...snapshot, state }, exportOptions)).text('dataset.json')));
    expect(rows.map((row) => [row.memo, row.text_start])).toEqual([['=memo a', coding.anchor.start], ['=memo b', null]]);
  });

  it('hashes each text file as it stands in the zip', () => {
    for (const row of json.documents) expect(sha256(zip.bytes[row.file] ?? new Uint8Array())).toBe(row.text_sha256);
    for (const row of json.segments) expect(json.documents.find((document) => document.document_id === row.document_id)?.text_sha256).toBe(row.text_sha256);
  });

  it('gives the text files names that are valid and different on every system', () => {
    expect(json.documents.map((row) => row.file)).toEqual(['documents/Brief.txt', 'documents/Zitting- tuin-pad.txt', 'documents/brief (2).txt']);
  });

  it('says of each coding whether it stands where it was, moved or is lost', () => {
    expect(json.segments.filter((row) => row.anchor === 'moved').map((row) => row.quotation)).toEqual(['Wie betaalt de regenton?']);
    expect(json.segments.filter((row) => row.anchor === 'lost')).toEqual([expect.objectContaining({
      quotation: '-wat nooit gezegd is, werd niet gevonden', text_start: null, text_end: null, source_start: null, turn: null, words: 0, turns: 0,
    })]);
  });

  it('gives a crossing coding the speaker of its first turn, and a row for each turn it touches', () => {
    const crossing = segment('+31 uur');
    expect(crossing).toMatchObject({ speaker: 'Ada Brink', turn: 0, turn_kind: 'presentation', turns: 3, speakers: 3, page: 2, last_page: 2, section: 'Inspraak' });
    const rows = json.segment_turns.filter((row) => row.coding_id === crossing?.coding_id);
    expect(rows.map((row) => [row.voice, row.moderator, row.word_end - row.word_start])).toEqual([['Ada Brink', false, 6], ['Commissie', true, 4], ['Bo; "de Uil" 🦉', false, 5]]);
    const text = json.documents.find((row) => row.document_id === crossing?.document_id)?.text ?? '';
    expect(rows.map((row) => slice(text, row.text_start, row.text_end))).toEqual(['+31 uur per week, soms meer', 'Wie betaalt de regenton?', 'Dat weet ik niet 🦉']);
  });

  it('counts no note of the reporter, no heading and nothing outside turns', () => {
    expect(segment('- Dat is *niet* weinig')).toMatchObject({ words: 14 });
    expect(segment('Inspraak')).toMatchObject({ words: 0, turn: null, speaker: null, turns: 0, section: 'Inspraak' });
    expect(json.documents.map((row) => row.words)).toEqual([6, json.turns.reduce((sum, row) => sum + row.words, 0), 14]);
  });

  it('treats a document without turns as one voice, named after it', () => {
    const whole = segment('tuin is open.');
    expect(json.segment_turns.filter((row) => row.coding_id === whole?.coding_id))
      .toEqual([expect.objectContaining({ turn: null, voice: 'brief', voice_id: whole?.document_id, word_start: 3, word_end: 11 })]);
  });

  it('points to the source, and to nothing where the text is not of the source', () => {
    const source = segment('=SOM');
    expect([source?.source_start, source?.source_end, source?.text_start]).not.toContain(null);
    expect((source?.source_end ?? 0) - (source?.source_start ?? 0)).toBe(source?.characters);
    expect(segment('tuin is open.')).toMatchObject({ source_start: null, source_end: null });
  });

  it('points nowhere in formats whose text is not the file\'s own', async () => {
    const snapshot = miniHearing();
    const documents = new Map([...snapshot.state.documents].map(([id, document]) => [id, { ...document, format: 'docx' }]));
    const other = datasetSchema.parse(JSON.parse(unzipped(await dataset.write({ ...snapshot, state: { ...snapshot.state, documents } }, exportOptions)).text('dataset.json')));
    const places = [...other.segments, ...other.turns].flatMap(({ source_start, source_end }) => [source_start, source_end]);
    expect(new Set(places)).toEqual(new Set([null]));
    expect(other.segments.map(({ text_start }) => text_start)).toEqual(json.segments.map(({ text_start }) => text_start));
  });

  it('keeps a weight of 0 apart from no weight', () => {
    expect(json.segments.filter((row) => row.quotation.startsWith('=SOM')).map((row) => row.weight)).toEqual(expect.arrayContaining([0, null]));
  });

  it('validates against the JSON Schema that lies beside it, by another validator', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(zip.text('dataset.schema.json')));
    validate(JSON.parse(zip.text('dataset.json')));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...json, segments: [{ ...json.segments[0], text_start: -1 }] })).toBe(false);
    expect(validate({ ...json, extra: 1 })).toBe(false);
  });

  it('publishes the schema that it exports (write it anew with HOORWERK_WRITE_SCHEMA=1)', () => {
    const expected = `${JSON.stringify(datasetJsonSchema(), null, 2)}\n`;
    if (process.env.HOORWERK_WRITE_SCHEMA) writeFileSync(published, expected);
    expect(readFileSync(published, 'utf8')).toBe(expected);
    expect(zip.text('dataset.schema.json')).toBe(expected);
  });

  it('holds the same rows in CSV, cell by cell', () => {
    for (const [file, table] of Object.entries(csvFiles)) {
      const parsed = Papa.parse<Record<string, string>>(zip.text(file), { header: true, skipEmptyLines: true });
      expect(parsed.errors).toEqual([]);
      const rows: Record<string, unknown>[] = json[table];
      expect(parsed.data).toEqual(rows.map((row) => Object.fromEntries((parsed.meta.fields ?? []).map((field) => [field, asCell(row[field])]))));
      expect(parsed.meta.fields).toEqual(Object.keys(rows[0] ?? {}).filter((field) => !(table === 'documents' && field === 'text')));
    }
  });

  it('writes CSV by RFC 4180: comma, rows that end in LF, no BOM', () => {
    const text = zip.text('segments.csv');
    expect(text.startsWith('coding_id,document_id,')).toBe(true);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '').trimEnd().split('\n')).toHaveLength(1 + json.segments.length);
  });

  it('says what every file and column holds, in both languages', async () => {
    const english = unzipped(await dataset.write(miniHearing(), { ...exportOptions, language: 'en' })).text('README.txt');
    for (const text of [zip.text('README.txt'), english]) {
      for (const file of Object.keys(csvFiles)) {
        expect(text).toContain(file);
        const [header = ''] = zip.text(file).split('\n');
        for (const column of header.split(',')) expect(text).toMatch(new RegExp(`^- ${column}: \\S.{10,}$`, 'm'));
      }
      for (const file of Object.keys(zip.bytes).filter((name) => name !== 'README.txt' && !name.startsWith('documents/'))) expect(text).toContain(file);
      expect(text).not.toContain('\r');
    }
    expect(zip.text('README.txt')).toContain('codepunten');
    expect(english).toContain('code points');
  });

  it('is the same, byte for byte, at whatever hour it is written', async () => {
    const first = await dataset.write(miniHearing(), exportOptions);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z') });
    expect(await dataset.write(miniHearing(), exportOptions)).toEqual(first);
  });

  it('does not depend on the order in which records were made', async () => {
    const snapshot = miniHearing();
    const { state } = snapshot;
    const turned: ProjectState = {
      ...state, documents: reversed(state.documents), codings: reversed(state.codings), codes: reversed(state.codes),
      speakers: reversed(state.speakers), memos: reversed(state.memos), coders: reversed(state.coders),
    };
    expect(await dataset.write({ ...snapshot, state: turned }, exportOptions)).toEqual(await dataset.write(snapshot, exportOptions));
  });

  it('stops when it is told to', async () => {
    await expect(dataset.write(miniHearing(), { ...exportOptions, signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  });

  it('exports a project without documents', async () => {
    const empty = miniHearing();
    const files = unzipped(await dataset.write({ ...empty, state: { ...empty.state, documents: new Map(), codings: new Map() } }, exportOptions));
    expect(files.text('segments.csv').trim().split('\n')).toHaveLength(1);
  });
});

describe('the guarded dataset', () => {
  it('puts an apostrophe before texts that look like formulas and before nothing else', async () => {
    const guarded = unzipped(await datasetGuarded.write(miniHearing(), exportOptions));
    let altered = 0;
    for (const [file, table] of Object.entries(csvFiles)) {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(guarded.bytes[file]);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, delimiter: ';', skipEmptyLines: true });
      const rows: Record<string, unknown>[] = json[table];
      parsed.data.forEach((row, at) => {
        for (const [field, cell] of Object.entries(row)) {
          const value = rows[at]?.[field];
          const dangerous = typeof value === 'string' && /^[\s\u00A0]*[=+\-@＝＋－＠\t\r\n|%]/.test(value);
          expect(cell).toBe(dangerous ? `'${value}` : asCell(value));
          altered += Number(dangerous);
        }
      });
    }
    expect(altered).toBeGreaterThan(8);
    expect(guarded.text('README.txt')).toContain('apostrof');
    expect(guarded.text('dataset.json')).toBe(zip.text('dataset.json'));
  });
});
