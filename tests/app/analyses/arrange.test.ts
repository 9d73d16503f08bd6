import { describe, expect, it } from 'vitest';
import type { AnalysisColumn, AnalysisTable } from '../../../app/analyses/analysis.ts';
import { arranged, nextSorting, type Sorting } from '../../../app/analyses/arrange.ts';

const column = (id: string, unit: AnalysisColumn['unit'], more: Partial<AnalysisColumn> = {}): AnalysisColumn => ({ id, name: { nl: id, en: id }, unit, ...more });
const table: AnalysisTable = {
  columns: [
    column('name', 'text'), column('kind', 'text', { terms: { answer: { nl: 'antwoord', en: 'answer' }, '': { nl: 'geen beurt', en: 'no turn' } } }),
    column('words', 'count'), column('weight', 'number'), column('path', 'text', { only: 'files' }),
  ],
  rows: [
    { name: 'thema 10', kind: 'answer', words: 3, weight: null, path: 'zorg > thema 10' },
    { name: 'Écht', kind: '', words: 12, weight: 80, path: 'Écht' },
    { name: 'thema 9', kind: 'answer', words: 3, weight: 5, path: 'thema 9' },
    { name: 'zes', kind: '', words: 0, weight: null, path: 'zes' },
  ],
};
const names = (sorting: Sorting | null, filter = '') => arranged(table, { sorting, filter }, 'nl').rows.map(({ name }) => name);

describe('the rows of a table', () => {
  it('stay as the analysis made them where nothing is asked', () => {
    expect(arranged(table, { sorting: null, filter: '  ' }, 'nl')).toEqual(table);
    expect(names({ column: 'gone', descending: true })).toEqual(['thema 10', 'Écht', 'thema 9', 'zes']);
  });

  it('are sorted by number as numbers and by words as people read them; equal ones keep their order', () => {
    expect(names({ column: 'words', descending: true })).toEqual(['Écht', 'thema 10', 'thema 9', 'zes']);
    expect(names({ column: 'words', descending: false })).toEqual(['zes', 'thema 10', 'thema 9', 'Écht']);
    expect(names({ column: 'name', descending: false })).toEqual(['Écht', 'thema 9', 'thema 10', 'zes']);
    expect(names({ column: 'kind', descending: false })).toEqual(['thema 10', 'thema 9', 'Écht', 'zes']);
  });

  it('have what is empty last, both ways', () => {
    expect(names({ column: 'weight', descending: false })).toEqual(['thema 9', 'Écht', 'thema 10', 'zes']);
    expect(names({ column: 'weight', descending: true })).toEqual(['Écht', 'thema 9', 'thema 10', 'zes']);
  });

  it('are those that hold every word of the filter, without regard to capitals and accents, in a column that people see', () => {
    expect(names(null, 'ECHT')).toEqual(['Écht']);
    expect(names(null, 'antwoord thema')).toEqual(['thema 10', 'thema 9']);
    expect(names(null, 'geen beurt')).toEqual(['Écht', 'zes']);
    expect(names(null, 'zorg')).toEqual([]);
    expect(names({ column: 'name', descending: true }, 'thema')).toEqual(['thema 10', 'thema 9']);
  });

  it('are not changed in the table that was given', () => {
    const before = structuredClone(table.rows);
    names({ column: 'words', descending: true }, 'thema');
    expect(table.rows).toEqual(before);
  });
});

describe('a press on the head of a column', () => {
  it.each<[string, AnalysisColumn['unit'], boolean[]]>([
    ['begins with the largest of what is counted', 'count', [true, false]], ['begins with the first of words', 'text', [false, true]], ['begins with the lowest page', 'number', [false, true]],
  ])('%s, then turns it round, then gives the first order back', (_, unit, [first, second]) => {
    const one = nextSorting({ column: 'other', descending: true }, column('own', unit));
    expect(one).toEqual({ column: 'own', descending: first });
    const two = nextSorting(one, column('own', unit));
    expect(two).toEqual({ column: 'own', descending: second });
    expect(nextSorting(two, column('own', unit))).toBeNull();
  });
});
