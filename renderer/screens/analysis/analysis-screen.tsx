import { ChartNoAxesColumn, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import type { CodingId } from '../../../schemas/ids.ts';
import type { Analysis } from '../../../app/analyses/analysis.ts';
import { cellWords } from '../../../app/analyses/cell-words.ts';
import { analysisOf } from '../../../app/analyses/registry.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import type { AnalysisView, ViewRequest } from '../../../app/analyses/view.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { problemWords } from '../../use-cases/notices.ts';
import { useSnapshot } from '../passages/use-passages.ts';
import { usePrinting } from '../passages/use-printing.ts';
import { useUi } from '../ui-state.ts';
import { AnalysisList } from './analysis-list.tsx';
import { optionsIn, show, shownOf, useAnalysis } from './analysis-state.ts';
import { follow, showPassages } from './follow.ts';
import { OptionFields } from './option-fields.tsx';
import { PictureView } from './picture-view.tsx';
import { PrintedAbout } from './printed-about.tsx';
import { ResultTable } from './result-table.tsx';
import { useAnalysisView } from './use-analysis-view.ts';
import { useWidth } from './use-width.ts';
import { ViewActions } from './view-actions.tsx';
import './analysis.css';

/** The figures of the project: what is counted is said beside them, a picture stands with its table. */
export function AnalysisScreen() {
  const snapshot = useSnapshot();
  useEffect(() => useAnalysis.setState({ away: false }), []);
  return snapshot && (
    <div className="analysis" data-screen="analysis">
      <AnalysisList />
      <OpenAnalysis snapshot={snapshot} />
    </div>
  );
}

/** Pixels: what a page of A4 has between its margins (print.css), a little less. */
const paperWidth = 660;

function OpenAnalysis({ snapshot }: { snapshot: ProjectSnapshot }) {
  const t = useT();
  const open = useAnalysis();
  const { id } = open;
  const { sorting, filter } = shownOf(open);
  const options = useMemo(() => optionsIn(open, snapshot.state), [open, snapshot.state]);
  const [width, measured] = useWidth();
  // What was chosen stands in its fields; on paper it is said in words.
  const printing = usePrinting();
  const analysis: Analysis = analysisOf(id) ?? themeFrequencies;
  const said = language();
  const request = useMemo((): ViewRequest => ({ id: analysis.id, options, sorting, filter, language: said, width, paperWidth }), [analysis, options, sorting, filter, said, width]);
  const { view, isBusy, problem } = useAnalysisView(snapshot, request);
  const chosen = useMemo(() => analysis.options.parse(options) as Readonly<Record<string, unknown>>, [analysis, options]);
  const needsCodings = analysis.id !== 'words' && analysis.id !== 'keywords' && analysis.id !== 'not-coded';
  return (
    <div className="analysis-body" ref={measured}>
      <h1>{analysis.name[said]}</h1>
      <Lead analysis={analysis} />
      {needsCodings && snapshot.state.codings.size === 0
        ? (
          <EmptyState icon={ChartNoAxesColumn} action={<Button variant="primary" onPress={() => useUi.setState({ view: 'reading' })}>{t('analysis.empty.read')}</Button>}>
            {t('analysis.empty.noCodings')}
          </EmptyState>
        )
        : (
          <>
            <div className="analysis-options no-print"><OptionFields analysis={analysis} options={chosen} snapshot={snapshot} /></div>
            {printing && <PrintedAbout analysis={analysis} request={request} chosen={chosen} view={view} state={snapshot.state} />}
            {problem && <p className="analysis-problem" role="alert">{t(problemWords(problem).key, problemWords(problem).values)}</p>}
            <div className={isBusy ? 'analysis-found busy' : 'analysis-found'} aria-busy={isBusy}>
              {view ? <Found analysis={analysis} view={view} request={request} snapshot={snapshot} filter={filter} printing={printing} /> : <output className="analysis-note">{t('analysis.busy')}</output>}
            </div>
          </>
        )}
    </div>
  );
}

/** What it shows, always in sight, and what counts, one press away. */
function Lead({ analysis: { caption, press, definition } }: { analysis: Analysis }) {
  const t = useT();
  return (
    <div className="analysis-lead">
      <p>{caption[language()]}{press && <span className="no-print"> {press[language()]}</span>}</p>
      <details>
        <summary><ChevronRight aria-hidden />{t('analysis.definition')}</summary>
        <p>{definition[language()]}</p>
      </details>
    </div>
  );
}

interface FoundProps { analysis: Analysis; view: AnalysisView; request: ViewRequest; snapshot: ProjectSnapshot; filter: string; printing: boolean }

/** What was found: what was counted, picture and table, and ways to take them along. */
function Found({ analysis, view, request, snapshot, filter, printing }: FoundProps) {
  const t = useT();
  const { table, all } = view;
  const picture = printing ? view.printed : view.picture;
  const onRow = useCallback((at: number) => {
    const row = table.rows[at];
    useAnalysis.setState({ leftAt: at });
    if (row) void follow(request, row, rowName(view, at));
  }, [table, request, view]);
  const ids = table.rows.flatMap((row) => (typeof row['coding_id'] === 'string' ? [row['coding_id'] as CodingId] : []));
  const title = analysis.name[language()];
  return (
    <>
      <div className="analysis-bar">
        <output className="analysis-note">{(table.notes ?? []).map((note) => note[language()]).join(' ')}</output>
        {ids.length > 0 && <Button className="no-print" onPress={() => showPassages(ids, title)}>{t('analysis.showPassages')}</Button>}
        <ViewActions view={view} request={request} />
      </div>
      {all === 0
        ? <p className="analysis-nothing">{t(analysis.id === 'keywords' && view.options['word'] === '' ? 'analysis.empty.word' : 'analysis.empty.nothing')}</p>
        : (
          <>
            {picture && <PictureView picture={picture} title={title} onRow={onRow} />}
            <div className="analysis-filter no-print">
              <TextField label={t('analysis.filter')} hideLabel placeholder={t('analysis.filter')} value={filter} onChange={(next) => show({ filter: next })} />
              {filter.trim() !== '' && <output>{t('analysis.filtered', { shown: table.rows.length, all })}</output>}
            </div>
            <ResultTable key={analysis.id} id={analysis.id} table={table} sorting={request.sorting} state={snapshot.state} caption={title} onRow={onRow} />
          </>
        )}
    </>
  );
}

/** What a row is called: the words in its first columns. */
function rowName({ table }: AnalysisView, at: number): string {
  const words = table.columns.filter(({ unit, only }) => unit === 'text' && only === undefined).slice(0, 2);
  return words.map((column) => cellWords(column, table.rows[at]?.[column.id], language())).filter((one) => one !== '').join(' · ').slice(0, 80);
}
