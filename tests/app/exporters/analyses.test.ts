import Papa from 'papaparse';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { analyses as registry, analysisOf } from '../../../app/analyses/registry.ts';
import { viewAnalysis, type AnalysisView } from '../../../app/analyses/view.ts';
import { analyses } from '../../../app/exporters/analyses.ts';
import { writeView, type ShownView } from '../../../app/exporters/parts/analysis-files.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';
import { must } from '../world.ts';
import { convert, convertAll, present } from './programs.ts';
import { unzipped } from './unzipped.ts';

const snapshot = miniHearing();
const shown = (id: string, options: Record<string, unknown> = {}, rest: Partial<ShownView['request']> = {}): ShownView => {
  const request = { sorting: null, filter: '', ...rest };
  return { view: must(viewAnalysis(snapshot, { id, options, language: 'nl', width: 800, ...request })), request, state: snapshot.state };
};
/** One that has rows: a word is looked for only where one is given. */
const filled = (id: string) => shown(id, id === 'keywords' ? { word: 'uur' } : {});
let zip: ReturnType<typeof unzipped>;
beforeAll(async () => {
  zip = unzipped(await analyses.write(snapshot, exportOptions));
});
afterEach(() => { vi.useRealTimers(); });

describe('all analyses as files', () => {
  it('hold a table and a picture of each that has rows, and what each counts', () => {
    const withRows = registry.filter(({ id }) => id !== 'keywords');
    expect(Object.keys(zip.bytes).toSorted()).toEqual(['README.txt', 'analyses.xlsx', ...withRows.flatMap(({ id }) => [`${id}.csv`, `${id}.svg`])].toSorted());
    for (const { id, definition } of withRows) {
      expect(zip.text('README.txt')).toContain(definition.nl);
      const [header] = zip.text(`${id}.csv`).split('\n');
      expect(header?.split(',')).toEqual(shown(id).view.table.columns.map((column) => column.id));
      expect(zip.text(`${id}.csv`).trimEnd().split('\n').length).toBeGreaterThan(shown(id).view.table.rows.length);
    }
  });

  it('are the same, byte for byte, at whatever hour they are written', async () => {
    const first = await analyses.write(snapshot, exportOptions);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z') });
    expect(await analyses.write(snapshot, exportOptions)).toEqual(first);
  });
});

describe('one analysis as a file', () => {
  it('follows the options, the order and the filter that it was shown with, and says so', () => {
    const one = shown('theme-frequencies', { by: 'speaker', includeModerators: true }, { filter: 'commissie', sorting: { column: 'words', descending: true } });
    const csv = unzipped(writeView(one, 'csv', exportOptions) ?? new Uint8Array());
    const rows = Papa.parse<Record<string, string>>(csv.text('theme-frequencies.csv'), { header: true, skipEmptyLines: true }).data;
    expect(rows.map((row) => row['by'])).toEqual(['Commissie', 'Commissie', 'Commissie', 'Commissie']);
    const words = rows.map((row) => Number(row['words']));
    expect(words).toEqual(words.toSorted((a, b) => b - a));
    for (const line of ['Per: per thema en spreker', 'Gespreksleiders meetellen: ja', 'Alleen rijen met “commissie”: 4 van', 'Gesorteerd op Woorden, aflopend.', analysisOf('theme-frequencies')?.definition.nl ?? '']) {
      expect(csv.text('README.txt')).toContain(line);
    }
    expect(new TextDecoder().decode(writeView(one, 'svg', exportOptions) ?? new Uint8Array())).toContain('Gespreksleiders meetellen: ja.');
  });

  it('has no picture where there is nothing to draw', () => {
    expect(writeView(shown('keywords'), 'svg', exportOptions)).toBeNull();
  });
});

/** What LibreOffice shows in each sheet of a workbook, cells as they are stored. */
const sheetsOf = (name: string, bytes: Uint8Array) => convert(name, bytes, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1');

describe.skipIf(!present('soffice'))('the analyses in a spreadsheet (needs LibreOffice)', () => {
  it('have the same values in the workbook as in the tables, in rows and in grids', () => {
    const sheets = {
      ...sheetsOf('analyses.xlsx', zip.bytes['analyses.xlsx'] ?? new Uint8Array()),
      ...sheetsOf('keywords.xlsx', writeView(filled('keywords'), 'xlsx', exportOptions) ?? new Uint8Array()),
    };
    for (const { id, name } of registry) {
      const { view } = filled(id);
      expect(view.table.rows.length).toBeGreaterThan(0);
      const isHeat = analysisOf(id)?.picture(view.options).kind === 'heat';
      const [, ...rows] = parsed(sheets[`${id === 'keywords' ? id : 'analyses'}-${isHeat ? `${name.nl.slice(0, 22)} (rijen)` : name.nl}.csv`] ?? '');
      expect(rows).toHaveLength(view.table.rows.length);
      const columns = view.table.columns.filter(({ only }) => only !== 'programs');
      for (const [at, row] of view.table.rows.entries()) {
        for (const [column, { id: key, unit, terms }] of columns.entries()) {
          const [cell, value] = [rows[at]?.[column] ?? '', row[key] ?? ''];
          const isNumber = typeof value === 'number';
          const found = isNumber ? millionths(unit === 'share' ? Number.parseFloat(cell) / 100 : Number(cell)) : cell;
          const wanted = typeof value === 'boolean' ? (value ? 'ja' : 'nee') : isNumber ? millionths(value) : (terms?.[value]?.nl ?? value);
          expect([key, found]).toEqual([key, wanted]);
        }
      }
      if (isHeat) expectGrid(parsed(sheets[`analyses-${name.nl}.csv`] ?? ''), view);
    }
    expect(Object.values(convert('analyses.xlsx', zip.bytes['analyses.xlsx'] ?? new Uint8Array(), 'fods')).join('')).not.toContain('table:formula');
  });

  it('have the same numbers when LibreOffice opens the CSV of each', () => {
    const files = Object.fromEntries(registry.map(({ id }) => [`${id}.csv`, unzipped(writeView(filled(id), 'csv', exportOptions) ?? new Uint8Array()).bytes[`${id}.csv`] ?? new Uint8Array()]));
    const made = convertAll(files, 'csv:Text - txt - csv (StarCalc):44,34,76', ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033']);
    for (const { id } of registry) {
      const { table } = filled(id).view;
      const [header = [], ...rows] = parsed(new TextDecoder().decode(made[`${id}.csv`]));
      expect(rows).toHaveLength(table.rows.length);
      for (const [at, row] of table.rows.entries()) {
        const figures = table.columns.map((column) => column.id).filter((key) => typeof row[key] === 'number');
        expect(figures.map((key) => [key, Number(rows[at]?.[header.indexOf(key)])])).toEqual(figures.map((key) => [key, expect.closeTo(Number(row[key]), 6)]));
      }
    }
  });
});

const millionths = (value: number) => Math.round(value * 1_000_000);
const parsed = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

/** Every value of the grid stands in a row of the table, and the other way round. */
function expectGrid([header = [], ...rows]: string[][], { table, options, id }: AnalysisView): void {
  const spec = analysisOf(id)?.picture(options);
  if (spec?.kind !== 'heat') throw new Error(id);
  const isShare = table.columns.find((column) => column.id === spec.value)?.unit === 'share';
  const cells = rows.flatMap((row) => row.slice(1).filter((cell) => cell !== '').map((cell) => (isShare ? Number.parseFloat(cell) / 100 : Number(cell))));
  const values = table.rows.flatMap((row) => { const value = row[spec.value]; return typeof value === 'number' ? (spec.mirrored ? [value, value] : [value]) : []; });
  const ascending = (a: number, b: number) => a - b;
  expect(header.length).toBeGreaterThan(1);
  expect(cells.toSorted(ascending).map((cell) => cell.toFixed(5))).toEqual(values.toSorted(ascending).map((value) => value.toFixed(5)));
}
