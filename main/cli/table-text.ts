import type { Analysis, AnalysisTable } from '../../app/analyses/analysis.ts';
import { tableCsv, tableJson } from '../../app/analyses/write-table.ts';

export function tableText(format: 'csv' | 'json', analysis: Pick<Analysis, 'id' | 'name' | 'definition'>, options: unknown, table: AnalysisTable): string {
  return format === 'csv' ? tableCsv(table) : tableJson(analysis, options, table);
}
