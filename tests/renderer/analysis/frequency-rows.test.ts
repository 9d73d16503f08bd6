import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import {
  frequencyRows, nextSorting, sortRows, type By, type FrequencyColumn, type Sorting,
} from '../../../renderer/screens/analysis/frequency-rows.ts';
import { tableText } from '../../../renderer/screens/analysis/table-text.ts';
import { loudestVoices } from '../../../renderer/screens/passages/loudest.ts';
import { anna, building, money, night, snapshot } from '../passages/invented-project.ts';

const options = { includeModerators: false, withSubtree: false };
const rowsBy = (by: By) =>
  frequencyRows(themeFrequencies.run(snapshot, { ...options, document: null, by }), snapshot.state, loudestVoices(snapshot, options), by);
const numbers: FrequencyColumn[] = ['codings', 'passages', 'words', 'share', 'speakers', 'documents'];

describe('the rows of the frequencies', () => {
  it('follow the codebook and know their theme, its depth and its one voice', () => {
    const rows = rowsBy(null);
    expect(rows.map(({ codeId, depth }) => [codeId, depth])).toEqual([[night.id, 0], [building.id, 1], [money.id, 0]]);
    expect(rows[0]).toMatchObject({ codings: 3, words: 7, speakers: 2, speakersCounted: 3, loudest: { name: anna.name } });
  });

  it('mark the one voice only where it is heard when split by speaker', () => {
    const marked = rowsBy('speaker').filter((row) => row.oneVoice).map((row) => [row.code, row.by]);
    expect(marked).toEqual([[night.name, anna.name], [building.name, anna.name], [money.name, 'Brief wethouder']]);
  });

  it('have keys of their own under every split', () => {
    for (const by of [null, 'speaker', 'role', 'document'] as const) {
      const keys = rowsBy(by).map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('sorting', () => {
  it('puts the largest number first, then the smallest, then the codebook again', () => {
    const first = nextSorting(null, 'words');
    expect(first).toEqual({ column: 'words', descending: true });
    expect(nextSorting(first, 'words')).toEqual({ column: 'words', descending: false });
    expect(nextSorting({ column: 'words', descending: false }, 'words')).toBeNull();
    expect(nextSorting(first, 'code')).toEqual({ column: 'code', descending: false });
  });

  it('keeps every row, in order of the column', () => {
    const rows = rowsBy('speaker');
    fc.assert(fc.property(fc.constantFrom(...numbers), fc.boolean(), (column, descending) => {
      const sorted = sortRows(rows, { column, descending } satisfies Sorting);
      expect(new Set(sorted)).toEqual(new Set(rows));
      const values = sorted.map((row) => Number(row[column]));
      expect(values).toEqual(values.toSorted((a, b) => (descending ? b - a : a - b)));
    }));
  });

  it('leaves the codebook as it is without a column', () => {
    const rows = rowsBy(null);
    expect(sortRows(rows, null)).toBe(rows);
  });
});

describe('the table as text', () => {
  it('parts cells by tabs and keeps each row on one line', () => {
    expect(tableText(['Thema', 'Woorden'], [['a\tb\nc', { number: '12' }]])).toBe('Thema\tWoorden\na b c\t12');
  });

  it('keeps words words where a spreadsheet would begin a formula, and numbers numbers', () => {
    expect(tableText([], [['=1+1', '@x', ' -weg', { number: '-3' }, '14,1%']])).toBe("\n'=1+1\t'@x\t' -weg\t-3\t14,1%");
  });
});
