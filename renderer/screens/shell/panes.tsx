import { FilePlus2 } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Document } from '../../../schemas/records/document.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { HistoryScreen } from '../history/history-screen.tsx';
import { runCommand } from '../palette/commands.ts';
import { useBeside } from '../passages/beside.ts';
import { keepPlaceBefore } from '../reading/excursions.ts';
import { closePassages } from '../passages/to-text.ts';
import { Inspector } from '../reading/inspector.tsx';
import { LeftPanel } from '../reading/left-panel.tsx';
import { ReadingScreen } from '../reading/reading-screen.tsx';
import { setPreferences } from '../settings/preferences.ts';
import { hasPages, useShownPage } from '../source-page/shown-page.ts';
import { useUi, type View } from '../ui-state.ts';
import { useNarrow, usePaneOpen } from './pane-state.ts';
import { SidePanel, SideSection } from './side-panel.tsx';
import { hasPane } from './view-panes.ts';

const PassagesScreen = lazy(async () => ({ default: (await import('../passages/passages-screen.tsx')).PassagesScreen }));
const DocumentPage = lazy(async () => ({ default: (await import('../source-page/document-page.tsx')).DocumentPage }));
const AnalysisScreen = lazy(async () => ({ default: (await import('../analysis/analysis-screen.tsx')).AnalysisScreen }));

/**
 * Themes and documents left, the view in the middle, details right; the passages stand right too, beside the text, where
 * there is room. Widths are in px and stay when the window grows.
 */
export function Panes() {
  const t = useT();
  const view = useUi((ui) => ui.view);
  const empty = useWorkbench((workbench) => (workbench.project?.state.documents.size ?? 0) === 0);
  const beside = useBeside();
  const inMiddle = beside ? 'reading' : view;
  const left = usePaneOpen('left') && hasPane(view, 'left');
  const details = usePaneOpen('right') && hasPane(view, 'right') && !empty;
  const right = beside || details;
  const paged = usePagedDocument();
  const guest = beside ? 'passages' : paged ? 'page' : null;
  useEffect(keepPlaceBefore, []);
  const inRight = (
    <Suspense fallback={<output className="hidden-text">{t('shell.loading')}</output>}>
      {beside ? <PassagesScreen /> : paged ? <DocumentPage document={paged} /> : <Inspector />}
    </Suspense>
  );
  const stage = (
    <section className="stage" id="stage" data-pane="main" aria-label={t(`view.${inMiddle}`)} tabIndex={-1}><MainView view={inMiddle} /></section>
  );
  if (useNarrow()) {
    return (
      <main className="work over">
        {left && <SideSection side="left"><LeftPanel /></SideSection>}
        {stage}
        {right && <SideSection side="right" guest={guest}>{inRight}</SideSection>}
      </main>
    );
  }
  return (
    <main className={beside ? 'work beside' : 'work'}>
      <Group className="cols" id="panes" orientation="horizontal">
        <SidePanel side="left" open={left} onClosed={() => setPreferences({ left: false })}><LeftPanel /></SidePanel>
        {left && <Separator id="left-edge" className="split" aria-label={t('shell.left-edge')} />}
        <Panel id="main" minSize={beside ? 420 : 360}>{stage}</Panel>
        {right && <Separator id="right-edge" className="split" aria-label={t(beside ? 'shell.passages-edge' : 'shell.right-edge')} />}
        <SidePanel side="right" open={right} guest={guest} onClosed={() => (beside ? closePassages() : setPreferences({ right: false }))}>{inRight}</SidePanel>
      </Group>
    </main>
  );
}

/** The document whose page stands in the right pane; null where the details stand there. */
function usePagedDocument(): Document | null {
  const isShown = useShownPage((state) => state.isShown);
  const view = useUi((ui) => ui.view);
  const documentId = useUi((ui) => ui.documentId);
  const document = useWorkbench((workbench) => (documentId === null ? undefined : workbench.project?.state.documents.get(documentId)));
  return isShown && view === 'reading' && document && hasPages(document.format) ? document : null;
}

function MainView({ view }: { view: View }) {
  const t = useT();
  const empty = useWorkbench((workbench) => (workbench.project?.state.documents.size ?? 0) === 0);
  const readOnly = useWorkbench((workbench) => (workbench.project?.readOnly ?? null) !== null);
  if (empty && view !== 'history') {
    const importButton = (
      <Button variant="primary" icon={FilePlus2} isDisabled={readOnly} onPress={() => runCommand('document.import')}>{t('command.document.import')}</Button>
    );
    return (
      <>
        <h1 className="hidden-text">{t(`view.${view}`)}</h1>
        <EmptyState icon={FilePlus2} action={importButton}>{t(view === 'reading' ? 'shell.no-documents' : 'shell.no-coded-documents')}</EmptyState>
      </>
    );
  }
  return <Suspense fallback={<output className="hidden-text">{t('shell.loading')}</output>}><ViewOf view={view} /></Suspense>;
}

function ViewOf({ view }: { view: View }) {
  switch (view) {
    case 'reading': return <ReadingScreen />;
    case 'passages': return <PassagesScreen />;
    case 'analysis': return <AnalysisScreen />;
    case 'history': return <HistoryScreen />;
  }
}
