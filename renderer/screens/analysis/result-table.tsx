import { ArrowDown, ArrowUp, Megaphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import type { AnalysisColumn, AnalysisRow, AnalysisTable } from '../../../app/analyses/analysis.ts';
import { nextSorting, type Sorting } from '../../../app/analyses/arrange.ts';
import { cellWords, unitWords } from '../../../app/analyses/cell-words.ts';
import { pathSeparator } from '../../../app/coding/tree.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { formatShare } from '../../i18n/formats.ts';
import { language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { usePrinting } from '../passages/use-printing.ts';
import { show, useAnalysis } from './analysis-state.ts';

export interface ResultTableProps { id: string; table: AnalysisTable; sorting: Sorting | null; state: ProjectState; caption: string; onRow(row: number): void }

/** More rows are drawn when asked for, and on paper. */
const firstRows = 200;

/** The figures: the head of a column sorts, the name of a row leads to what is behind it. */
export function ResultTable({ id, table, sorting, state, caption, onRow }: ResultTableProps) {
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const { leftAt } = useAnalysis.getState();
    if (leftAt === null) return;
    useAnalysis.setState({ leftAt: null });
    if (document.activeElement === document.body) body.current?.rows[leftAt]?.querySelector('button')?.focus();
  }, []);
  const printing = usePrinting();
  const columns = columnsToSee(table, state);
  const lead = columns.find((column) => column.id === 'keyword') ?? columns[0];
  const rows = showsAll || printing ? table.rows : table.rows.slice(0, firstRows);
  return (
    <>
      <div className="result-scroll">
        <table className={`results results-${id}`}>
          <caption className="hidden-text">{caption}</caption>
          <thead><tr>{columns.map((column) => <ColumnHead key={column.id} column={column} sorting={sorting} />)}</tr></thead>
          <tbody ref={body}>
            {rows.map((row, at) => (
              <tr key={keyOf(row, at)}>
                {columns.map((column) => (column === lead
                  ? <RowHead key={column.id} column={column} row={row} state={state} isInTree={sorting === null} onPress={() => onRow(at)} />
                  : <Cell key={column.id} column={column} row={row} state={state} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < table.rows.length && <Button className="no-print" onPress={() => setShowsAll(true)}>{t('analysis.showAll', { count: table.rows.length })}</Button>}
    </>
  );
}

/** What tells rows apart: without the document where there is one, and without columns that are empty all the way down. */
function columnsToSee({ columns, rows }: AnalysisTable, { documents }: ProjectState): AnalysisColumn[] {
  const isEmpty = ({ id, terms }: AnalysisColumn) => terms === undefined && rows.every((row) => row[id] === null || row[id] === '');
  return columns.filter((column) => column.only === undefined && !(column.id === 'document' && documents.size === 1) && !isEmpty(column));
}

/** The ids of a row, as far as it has any. */
const keyOf = (row: AnalysisRow, at: number) => Object.entries(row).flatMap(([column, value]) => (column.endsWith('_id') ? [String(value)] : [])).join('/') + `/${String(row['start'] ?? row['page'] ?? row['word'] ?? at)}`;

const isWords = ({ unit }: AnalysisColumn) => unit === 'text' || unit === 'flag';

function ColumnHead({ column, sorting }: { column: AnalysisColumn; sorting: Sorting | null }) {
  const t = useT();
  const isSorted = sorting?.column === column.id;
  const Arrow = isSorted && sorting.descending ? ArrowDown : ArrowUp;
  const name = column.name[language()];
  const unit = unitWords(column, language());
  return (
    <th
      scope="col" className={`col-${column.id} ${isWords(column) ? 'text' : ''}`}
      {...(isSorted ? { 'aria-sort': sorting.descending ? 'descending' as const : 'ascending' as const } : {})}
    >
      <button type="button" title={t('analysis.sortBy', { column: name })} onClick={() => show({ sorting: nextSorting(sorting, column) })}>
        <span>{isSorted && <Arrow aria-hidden />}{name}{unit !== '' && <small>{unit}</small>}</span>
      </button>
    </th>
  );
}

interface CellProps { column: AnalysisColumn; row: AnalysisRow; state: ProjectState }

function RowHead({ column, row, state, isInTree, onPress }: CellProps & { isInTree: boolean; onPress(): void }) {
  const t = useT();
  const words = cellWords(column, row[column.id], language());
  const depth = isInTree && column.id === 'code' ? String(row['path'] ?? '').split(pathSeparator).length - 1 : 0;
  return (
    <th scope="row" className={`col-${column.id} text`} style={{ paddingLeft: depth * 18 }}>
      <button type="button" title={t('analysis.open', { name: words })} onClick={onPress}><Colored column={column} row={row} state={state} />{words}</button>
    </th>
  );
}

function Cell({ column, row, state }: CellProps) {
  if (column.id === 'one_voice') return <OneVoice row={row} />;
  const value = row[column.id];
  const isNothing = value === 0 || value === null;
  return (
    <td className={`col-${column.id} ${isWords(column) ? 'text' : ''} ${isNothing ? 'nothing' : ''}`}>
      <Colored column={column} row={row} state={state} />{cellWords(column, value, language())}
    </td>
  );
}

/** The colour of the theme that a column names. */
function Colored({ column, row, state }: CellProps) {
  const code = column.id.startsWith('code') ? state.codes.get(String(row[`${column.id}_id`] ?? '') as CodeId) : undefined;
  return code ? <Swatch color={code.color} /> : null;
}

function OneVoice({ row }: { row: AnalysisRow }) {
  const t = useT();
  const share = Number(row['one_voice_share'] ?? 0);
  return (
    <td className="col-one_voice text">
      {row['one_voice'] === true && (
        <span title={t('analysis.oneVoice.why')}><Megaphone aria-hidden />{t('analysis.oneVoice.of', { share: formatShare(share, true), name: String(row['one_voice_name'] ?? '') })}</span>
      )}
    </td>
  );
}
