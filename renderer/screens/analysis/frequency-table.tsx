import { ArrowDown, ArrowUp, Megaphone } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { AnalysisTable } from '../../../app/analyses/analysis.ts';
import { formatShare } from '../../i18n/formats.ts';
import { formatNumber, language, useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../../app/coding/theme-color.ts';
import { usePassages } from '../passages/passages-state.ts';
import { useUi } from '../ui-state.ts';
import { useAnalysis } from './analysis-state.ts';
import { nextSorting, type FrequencyColumn, type FrequencyRow } from './frequency-rows.ts';
import { groupName } from './words.ts';

export interface FrequencyTableProps {
  rows: readonly FrequencyRow[];
  table: AnalysisTable;
  columns: readonly (FrequencyColumn | 'bar')[];
}

/** The figures, with a bar beside each share. A theme leads to its passages, a column's head sorts. */
export function FrequencyTable({ rows, table, columns }: FrequencyTableProps) {
  const t = useT();
  const { by, sorting } = useAnalysis();
  const most = Math.max(...rows.map((row) => row.share), 0);
  const nameOf = (column: FrequencyColumn) => table.columns.find(({ id }) => id === column)?.name[language()] ?? '';
  return (
    <table className="frequencies">
      <caption className="hidden-text">{t('analysis.caption', { by: t(`analysis.by.${by ?? 'total'}`) })}</caption>
      <thead>
        <tr>
          {columns.map((column) => (column === 'bar'
            ? <th key={column} scope="col"><span className="hidden-text">{t('analysis.barHeader')}</span></th>
            : (
              <ColumnHead
                key={column} column={column} name={column === 'by' && by ? t(`analysis.col.${by}`) : nameOf(column)}
                descending={sorting?.column === column ? sorting.descending : null}
              />
            )))}
          <th scope="col"><span className="hidden-text">{t('analysis.oneVoice')}</span></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.words === 0 ? 'none' : undefined}>
            {columns.map((column) => (column === 'bar' ? <Bar key={column} row={row} most={most} /> : <Cell key={column} row={row} column={column} />))}
            <OneVoice row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column, name, descending }: { column: FrequencyColumn; name: string; descending: boolean | null }) {
  const t = useT();
  const Arrow = descending === true ? ArrowDown : ArrowUp;
  const unit = column === 'code' || column === 'by' ? null : t(column === 'share' ? 'analysis.unit.share' : 'analysis.unit.count');
  return (
    <th
      scope="col" className={unit === null ? 'text' : undefined}
      {...(descending === null ? {} : { 'aria-sort': descending ? 'descending' as const : 'ascending' as const })}
    >
      <button type="button" title={t('analysis.sortBy', { column: name })} onClick={() => useAnalysis.setState(({ sorting }) => ({ sorting: nextSorting(sorting, column) }))}>
        <span>{descending !== null && <Arrow aria-hidden />}{name}{unit !== null && <small>{unit}</small>}</span>
      </button>
    </th>
  );
}

function Cell({ row, column }: { row: FrequencyRow; column: FrequencyColumn }) {
  const t = useT();
  const by = useAnalysis((state) => state.by);
  switch (column) {
    case 'code': return (
      <th scope="row" className="text" style={{ paddingLeft: row.depth * 18 }}>
        <button type="button" title={t('analysis.openPassages', { code: row.code })} onClick={() => openPassages(row)}><Swatch color={row.color} />{row.code}</button>
      </th>
    );
    case 'by': return <td className="text">{groupName(row.by, by)}</td>;
    case 'share': return <td>{formatShare(row.share)}</td>;
    case 'speakers': return <td>{t('analysis.ofTotal', { count: formatNumber(row.speakers), total: formatNumber(row.speakersCounted) })}</td>;
    default: return <td>{formatNumber(row[column])}</td>;
  }
}

/** The share beside the others; its number stands before it. */
function Bar({ row, most }: { row: FrequencyRow; most: number }) {
  const style = { width: `${most === 0 ? 0 : (100 * row.share) / most}%`, '--theme': themeColor(row.color) } as CSSProperties;
  return <td className="frequency-bar" aria-hidden><div style={style} /></td>;
}

function OneVoice({ row: { oneVoice, loudest } }: { row: FrequencyRow }) {
  const t = useT();
  const whose = loudest && t('analysis.oneVoice.of', { share: formatShare(loudest.share, true), name: loudest.name });
  return (
    <td className="frequency-loud">
      {oneVoice && <span title={t('analysis.oneVoice.why')}><Megaphone aria-hidden />{t('analysis.oneVoice')}{whose && `: ${whose}`}</span>}
    </td>
  );
}

function openPassages({ codeId }: FrequencyRow): void {
  const { by, withSubtree } = useAnalysis.getState();
  usePassages.setState({ query: '', withSubthemes: withSubtree, ...(by === null ? {} : { grouping: by }) });
  useUi.setState({ view: 'passages', codeId, focusedCodingId: null });
}
