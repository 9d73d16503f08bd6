import type { AnalysisTable } from '../../../app/analyses/analysis.ts';
import { formatNumber, language, t } from '../../i18n/index.ts';
import { formatShare } from '../../i18n/formats.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { notify } from '../../use-cases/notices.ts';
import type { By, FrequencyColumn, FrequencyRow } from './frequency-rows.ts';
import { tableText } from './table-text.ts';
import { groupName } from './words.ts';

/** Copies the table as it stands: its columns in this order, its numbers in the language of the interface. */
export function copyTable(rows: readonly FrequencyRow[], table: AnalysisTable, shown: readonly (FrequencyColumn | 'bar')[], by: By): void {
  const columns = shown.filter((column) => column !== 'bar');
  const name = (column: FrequencyColumn | 'speakers_counted') => (column === 'by' && by ? t(`analysis.col.${by}`) : undefined) ?? table.columns.find(({ id }) => id === column)?.name[language()] ?? column;
  // A spreadsheet takes 6 as a number and "6 van 7" as words.
  const head = columns.flatMap((column) => (column === 'speakers' ? [name(column), name('speakers_counted')] : [name(column)]));
  const whole = (value: number) => ({ number: formatNumber(value, { useGrouping: false }) });
  const cells = rows.map((row) => columns.flatMap((column): (string | { number: string })[] => {
    switch (column) {
      case 'code': return [row.code];
      case 'by': return [groupName(row.by, by)];
      case 'share': return [{ number: formatShare(row.share) }];
      case 'speakers': return [whole(row.speakers), whole(row.speakersCounted)];
      default: return [whole(row[column])];
    }
  }));
  const text = tableText(head, cells);
  const copied = copyOut((data) => data.setData('text/plain', text));
  notify({ kind: copied ? 'info' : 'problem', key: copied ? 'analysis.copied' : 'analysis.copyFailed' });
}
