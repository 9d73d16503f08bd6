import { ChartNoAxesColumn, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import type { AnalysisTable } from '../../../app/analyses/analysis.ts';
import type { CodeId } from '../../../schemas/ids.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { loudestVoices, type Loudest } from '../passages/loudest.ts';
import { useSnapshot } from '../passages/use-passages.ts';
import { useUi } from '../ui-state.ts';
import { useAnalysis } from './analysis-state.ts';
import { AnalysisToolbar } from './analysis-toolbar.tsx';
import { copyTable } from './copy-table.ts';
import { frequencyRows, sortRows, type By, type FrequencyColumn } from './frequency-rows.ts';
import { FrequencyTable } from './frequency-table.tsx';
import './analysis.css';

/** How much was said on each theme, by how many, with what is counted beside the figures. */
export function AnalysisScreen() {
  const snapshot = useSnapshot();
  return snapshot && <Frequencies snapshot={snapshot} />;
}

function Frequencies({ snapshot }: { snapshot: ProjectSnapshot }) {
  const t = useT();
  const { by, includeModerators, withSubtree, sorting } = useAnalysis();
  const orphans = useWorkbench((state) => state.project?.verification.orphans.length ?? 0);
  const table = useMemo(() => themeFrequencies.run(snapshot, { by, document: null, includeModerators, withSubtree }), [snapshot, by, includeModerators, withSubtree]);
  // Each run reads every word, so only the tables that are shown are made.
  const loudest = useMemo(
    () => (by === null ? loudestVoices(snapshot, { includeModerators, withSubtree }) : noVoices), [snapshot, by, includeModerators, withSubtree],
  );
  const rows = useMemo(() => frequencyRows(table, snapshot.state, loudest, by), [table, snapshot.state, loudest, by]);
  const sorted = useMemo(() => sortRows(rows, sorting), [rows, sorting]);
  const plain = useMemo(
    () => (by === null && !withSubtree ? table : themeFrequencies.run(snapshot, { by: null, document: null, includeModerators, withSubtree: false })),
    [snapshot, table, by, includeModerators, withSubtree],
  );
  const counted = plain.rows.reduce((sum, row) => sum + Number(row['codings']), 0);
  const { codings, documents } = snapshot.state;
  const columns = columnsFor(by, documents.size);
  return (
    <div className="analysis" data-screen="analysis">
      <h1>{themeFrequencies.name[language()]}</h1>
      <Lead table={table} by={by} />
      {codings.size === 0
        ? (
          <EmptyState icon={ChartNoAxesColumn} action={<Button variant="primary" onPress={() => useUi.setState({ view: 'reading' })}>{t('analysis.empty.read')}</Button>}>
            {t('analysis.empty.noCodings')}
          </EmptyState>
        )
        : (
          <>
            <AnalysisToolbar onCopy={() => copyTable(sorted, table, columns, by)} />
            <div className="analysis-table"><FrequencyTable rows={sorted} table={table} columns={columns} /></div>
            <p className="analysis-note">
              {t('analysis.computed', { counted, codings: codings.size, documents: documents.size })}
              {orphans > 0 && ` ${t('analysis.orphans', { count: orphans })}`}
            </p>
          </>
        )}
    </div>
  );
}

/** What counts, in short and always in sight, and whole one press away. */
function Lead({ table, by }: { table: AnalysisTable; by: By }) {
  const t = useT();
  const includeModerators = useAnalysis((state) => state.includeModerators);
  const [first] = table.rows;
  const share = by === null
    ? t('analysis.lead.share', { words: Number(first?.['words_counted'] ?? 0), speakers: Number(first?.['speakers_counted'] ?? 0) })
    : t('analysis.lead.shareBy');
  return (
    <div className="analysis-lead">
      <p>{t('analysis.lead.words')} {share} {t(includeModerators ? 'analysis.lead.with' : 'analysis.lead.without')}</p>
      <details>
        <summary><ChevronRight aria-hidden />{t('analysis.definition')}</summary>
        <p>{themeFrequencies.definition[language()]}</p>
      </details>
    </div>
  );
}

const noVoices: ReadonlyMap<CodeId, Loudest> = new Map();

function columnsFor(by: By, documents: number): (FrequencyColumn | 'bar')[] {
  return [
    'code', ...(by === null ? [] : ['by' as const]), 'codings', 'passages', 'words', 'share', 'bar',
    ...(by === 'speaker' ? [] : ['speakers' as const]), ...(documents > 1 && by !== 'document' ? ['documents' as const] : []),
  ];
}
