import type { AnalysisColumn, AnalysisRow } from '../analyses/analysis.ts';
import { cellWords } from '../analyses/cell-words.ts';

/** What is drawn beside or above a mark. `key` tells two things of one name apart. */
export interface Label { key: string; words: string }

/**
 * The label of each row in one column: names that several things have are told apart by path or number; a bare number
 * has its column's name before it.
 */
export function labelsOf(rows: readonly AnalysisRow[], column: AnalysisColumn, language: 'nl' | 'en'): Label[] {
  const wordsOf = (row: AnalysisRow) => (column.unit === 'number' ? `${column.name[language].toLowerCase()} ` : '') + cellWords(column, row[column.id], language);
  const idOf = (row: AnalysisRow) => String(row[`${column.id}_id`] ?? row[column.id] ?? '');
  const named = new Map<string, Set<string>>();
  for (const row of rows) {
    const words = wordsOf(row);
    named.set(words, (named.get(words) ?? new Set()).add(idOf(row)));
  }
  const path = column.id.replace(/^code/, 'path');
  return rows.map((row) => {
    const key = idOf(row);
    const words = wordsOf(row);
    const same = [...(named.get(words) ?? [])];
    if (same.length < 2) return { key, words };
    return { key, words: path !== column.id && typeof row[path] === 'string' ? row[path] : `${words} (${same.indexOf(key) + 1})` };
  });
}

/** A label in so many pixels, with an ellipsis where it is too long. */
export function fitted(words: string, width: number): string {
  const most = Math.max(4, Math.floor(width / letter));
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

/** About how wide words are drawn, in pixels. */
export function widthOf(words: string): number {
  return Math.ceil(words.length * letter);
}

/** The middle width of a letter of the interface's face at 12 px. */
const letter = 6.6;
