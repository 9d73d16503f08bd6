import { strToU8 } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataset } from '../../../app/exporters/dataset.ts';
import { datasetGuarded } from '../../../app/exporters/dataset-guarded.ts';
import { datasetSchema, type Dataset } from '../../../schemas/dataset.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';
import { convert, present, python } from './programs.ts';
import { unzipped } from './unzipped.ts';

let zip: ReturnType<typeof unzipped>;
let guarded: ReturnType<typeof unzipped>;
let json: Dataset;
beforeAll(async () => {
  zip = unzipped(await dataset.write(miniHearing(), exportOptions));
  guarded = unzipped(await datasetGuarded.write(miniHearing(), exportOptions));
  json = datasetSchema.parse(JSON.parse(zip.text('dataset.json')));
});

/** Comma, double quote, UTF-8, texts quoted, contents not as shown; -1: every sheet into a file of its own. */
const sheetsAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const oneAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
const asCell = (value: unknown): string => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(' | ') : String(value));

const expected = (table: readonly Record<string, unknown>[], without: string[] = []) =>
  table.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !without.includes(key)).map(([key, value]) => [key, asCell(value)])));

const script = `
import csv, glob, hashlib, json
rows = {name: list(csv.DictReader(open(name, encoding='utf-8', newline=''))) for name in glob.glob('*.csv')}
texts = {}
for document in rows['documents.csv']:
    raw = open(document['file'], 'rb').read()
    assert hashlib.sha256(raw).hexdigest() == document['text_sha256'], document['file']
    texts[document['document_id']] = raw.decode('utf-8')
checked = 0
for row in rows['segments.csv']:
    if row['text_start'] == '': continue
    assert texts[row['document_id']][int(row['text_start']):int(row['text_end'])] == row['quotation'], row['coding_id']
    checked += 1
for row in rows['turns.csv']:
    assert texts[row['document_id']][int(row['text_start']):int(row['text_end'])] == row['text'], row['turn']
print(json.dumps({'rows': rows, 'checked': checked}))
`;

describe.skipIf(!present('python3'))('the dataset in Python (needs Python 3)', () => {
  it('is read to the letter, its hashes agree and its offsets slice the quotations out', () => {
    const { rows, checked } = python(script, zip.bytes) as { rows: Record<string, Record<string, string>[]>; checked: number };
    expect(rows).toEqual({
      'segments.csv': expected(json.segments), 'segment_turns.csv': expected(json.segment_turns), 'turns.csv': expected(json.turns),
      'pairs.csv': expected(json.pairs), 'documents.csv': expected(json.documents, ['text']), 'codebook.csv': expected(json.codebook),
      'speakers.csv': expected(json.speakers), 'passage_memos.csv': expected(json.passage_memos),
    });
    expect(checked).toBe(14);
  });
});

describe.skipIf(!present('soffice'))('the dataset in a spreadsheet (needs LibreOffice)', () => {
  it('shows the workbook\'s texts to the letter, on four sheets', () => {
    const sheets = convert('segments.xlsx', zip.bytes['segments.xlsx'] ?? new Uint8Array(), sheetsAsCsv);
    expect(Object.keys(sheets).toSorted()).toEqual(['segments-codeboek.csv', 'segments-segmenten.csv', 'segments-sprekers.csv', 'segments-toelichting.csv']);
    const [header = [], ...rows] = rowsOf(sheets['segments-segmenten.csv'] ?? '');
    const column = (title: string) => rows.map((row) => row[header.indexOf(title)]);
    expect(column('Citaat')).toEqual(json.segments.map((row) => row.quotation));
    expect(column('Memo')).toEqual(json.segments.map((row) => row.memo ?? ''));
    expect(column('Codeur')).toEqual(json.segments.map((row) => row.coder));
    expect(column('Gewicht')).toEqual(json.segments.map((row) => asCell(row.weight)));
    expect(column('Begin')).toEqual(json.segments.map((row) => asCell(row.text_start)));
    expect(rowsOf(sheets['segments-codeboek.csv'] ?? '').slice(1).map((row) => [row[0], row[2]])).toEqual(json.codebook.map((row) => [row.code, row.definition]));
    expect(rowsOf(sheets['segments-sprekers.csv'] ?? '').slice(1).map((row) => [row[0], row[2]])).toEqual(json.speakers.map((row) => [row.speaker, row.organisation ?? '']));
  });

  it('finds no formula in the workbook', () => {
    const flat = Object.values(convert('segments.xlsx', zip.bytes['segments.xlsx'] ?? new Uint8Array(), 'fods')).join('');
    expect(flat).toContain('SOM van alle uren');
    expect(flat).not.toContain('table:formula');
  });

  it('finds no formula in the guarded CSV, and its texts with their apostrophe', () => {
    const open = ['--infilter=Text - txt - csv (StarCalc):59,34,76,1'];
    const bytes = guarded.bytes['segments.csv'] ?? new Uint8Array();
    const unguarded = strToU8(`"=1+1";"b"\n`);
    expect(Object.values(convert('unguarded.csv', unguarded, 'fods', open)).join('')).toContain('table:formula');
    expect(Object.values(convert('segments.csv', bytes, 'fods', open)).join('')).not.toContain('table:formula');
    const [header = [], ...rows] = rowsOf(Object.values(convert('segments.csv', bytes, oneAsCsv, open)).join(''));
    expect(rows.map((row) => row[header.indexOf('quotation')])).toEqual(json.segments.map((row) => (/^[=+@%-]/.test(row.quotation) ? `'${row.quotation}` : row.quotation)));
  });

  it('reads the exact CSV to the letter when its columns are read as text', () => {
    const columns = Object.keys(json.segments[0] ?? {});
    const asText = columns.map((_, at) => `${at + 1}/2`).join('/');
    const made = convert('segments.csv', zip.bytes['segments.csv'] ?? new Uint8Array(), oneAsCsv, [`--infilter=Text - txt - csv (StarCalc):44,34,76,1,${asText}`]);
    expect(rowsOf(Object.values(made).join(''))).toEqual([columns, ...json.segments.map((row) => Object.values(row).map(asCell))]);
  });
});
