import { fold, holds } from '../support/fold.ts';
import type { AnalysisColumn, AnalysisRow, AnalysisTable } from './analysis.ts';
import { cellWords } from './cell-words.ts';

export interface Sorting { column: string; descending: boolean }

/** How a table is shown: null and empty leave it as the analysis made it. */
export interface Arrangement { sorting: Sorting | null; filter: string }

/** The rows that hold every word of the filter in a column that people see, in the order asked for. Equal rows keep theirs. */
export function arranged(table: AnalysisTable, { sorting, filter }: Arrangement, language: 'nl' | 'en'): AnalysisTable {
  const wanted = fold(filter.trim());
  const texts = table.columns.filter(({ unit, only }) => unit === 'text' && only === undefined);
  const rows = wanted === '' ? table.rows : table.rows.filter((row) => holds(fold(texts.map((column) => cellWords(column, row[column.id], language)).join(' ')), wanted));
  const column = table.columns.find(({ id }) => id === sorting?.column);
  return { ...table, rows: column && sorting ? sorted(rows, column, sorting.descending, language) : rows };
}

/** What a press on a column's head leads to: numbers begin with the largest; a third press gives the first order back. */
export function nextSorting(sorting: Sorting | null, { id, unit }: AnalysisColumn): Sorting | null {
  const first = unit !== 'text' && unit !== 'number';
  if (sorting?.column !== id) return { column: id, descending: first };
  return sorting.descending === first ? { column: id, descending: !first } : null;
}

/** What is empty comes last, both ways. */
function sorted(rows: readonly AnalysisRow[], column: AnalysisColumn, descending: boolean, language: 'nl' | 'en'): AnalysisRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => ({ row, value: row[column.id] ?? null, words: cellWords(column, row[column.id], language) }));
  const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    const order = typeof a.value === 'string' ? collator.compare(a.words, b.words) : Number(a.value) - Number(b.value);
    return descending ? -order : order;
  };
  return keyed.toSorted(compare).map(({ row }) => row);
}
