import type { CodeId } from '../../../schemas/ids.ts';
import type { AnalysisTable } from '../../../app/analyses/analysis.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { Loudest } from '../passages/loudest.ts';

export type By = 'speaker' | 'role' | 'document' | null;
export type FrequencyColumn = 'code' | 'by' | 'codings' | 'passages' | 'words' | 'share' | 'speakers' | 'documents';

/** A row of the table on screen. Shares are 0 to 1. */
export interface FrequencyRow {
  key: string;
  codeId: CodeId;
  code: string;
  depth: number;
  color: string;
  /** Speaker, role or document; empty for what has none; null where the table has one row a theme. */
  by: string | null;
  codings: number;
  passages: number;
  words: number;
  share: number;
  speakers: number;
  speakersCounted: number;
  documents: number;
  /** Whether one speaker has more than half of the words, as the analysis has it for this row. */
  oneVoice: boolean;
  /** Who that is, in rows of a whole theme. */
  loudest: Loudest | null;
}

/** The rows of the analysis as the screen shows them, in the order of the codebook. */
export function frequencyRows(
  table: AnalysisTable, state: ProjectState, loudest: ReadonlyMap<CodeId, Loudest>, by: By,
): FrequencyRow[] {
  return table.rows.flatMap((row): FrequencyRow[] => {
    const code = state.codes.get(String(row['code_id']) as CodeId);
    if (!code) return [];
    const group = by === null ? null : String(row['by']);
    const voice = loudest.get(code.id) ?? null;
    return [{
      key: `${code.id}/${String(row['by_id'] ?? '')}`, codeId: code.id, code: code.name, color: code.color,
      depth: String(row['path']).split(' > ').length - 1, by: group,
      codings: Number(row['codings']), passages: Number(row['passages']), words: Number(row['words']), share: Number(row['share']),
      speakers: Number(row['speakers']), speakersCounted: Number(row['speakers_counted']), documents: Number(row['documents']),
      oneVoice: row['one_voice'] === true,
      loudest: by === null ? voice : null,
    }];
  });
}

export interface Sorting { column: FrequencyColumn; descending: boolean }

/** The rows by one column; those that are equal keep the order of the codebook. Null: the order of the codebook. */
export function sortRows(rows: readonly FrequencyRow[], sorting: Sorting | null): readonly FrequencyRow[] {
  if (!sorting) return rows;
  const { column, descending } = sorting;
  const compare = (a: FrequencyRow, b: FrequencyRow) => {
    const [x, y] = [a[column] ?? '', b[column] ?? ''];
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'nl');
  };
  return rows.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)));
}

/** What a press on a column's head leads to: numbers begin with the largest, a third press gives the codebook's order back. */
export function nextSorting(sorting: Sorting | null, column: FrequencyColumn): Sorting | null {
  const first = column !== 'code' && column !== 'by';
  if (sorting?.column !== column) return { column, descending: first };
  return sorting.descending === first ? { column, descending: !first } : null;
}
