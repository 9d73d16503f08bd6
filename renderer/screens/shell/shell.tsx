import { lazy, Suspense, useEffect } from 'react';
import type { DocumentId } from '../../../schemas/ids.ts';
import { useT } from '../../i18n/index.ts';
import { useBatch } from '../../use-cases/batch.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { Bar } from './bar.tsx';
import { usePaneOpen } from './pane-state.ts';
import { Panes } from './panes.tsx';
import { StatusLine } from './status-line.tsx';
import { hasPane } from './view-panes.ts';
import './shell.css';

const BatchScreen = lazy(async () => ({ default: (await import('../batch/batch-screen.tsx')).BatchScreen }));
const ReviewScreen = lazy(async () => ({ default: (await import('../review/review-screen.tsx')).ReviewScreen }));

/** The open project: bar, panes and status line; while files come in, their list or the review of one stands in their place. */
export function Shell() {
  const t = useT();
  const reviewing = useUi((ui) => ui.review !== null);
  const batch = useBatch((state) => state.items);
  const view = useUi((ui) => ui.view);
  const leftIsOpen = usePaneOpen('left') && hasPane(view, 'left');
  useOpenDocument();
  useTitle();
  if (reviewing || batch) {
    return (
      <Suspense fallback={<output className="hidden-text">{t('shell.loading')}</output>}>
        {reviewing ? <ReviewScreen /> : batch && <BatchScreen items={batch} />}
      </Suspense>
    );
  }
  return (
    <div className="app">
      <a className="skip" href="#stage">{t('shell.skip-main')}</a>
      {leftIsOpen && <a className="skip" href="#left-pane">{t('shell.skip-left')}</a>}
      <Bar />
      <Panes />
      <StatusLine />
    </div>
  );
}

/** A document is open whenever there is one: the first where none was chosen, or where the chosen one is gone. */
function useOpenDocument(): void {
  const documents = useWorkbench((workbench) => workbench.project?.state.documents);
  const documentId = useUi((ui) => ui.documentId);
  useEffect(() => {
    if (!documents || (documentId !== null && documents.has(documentId))) return;
    const first: DocumentId | undefined = documents.keys().next().value;
    if (documentId !== (first ?? null)) useUi.setState({ documentId: first ?? null });
  }, [documents, documentId]);
}

function useTitle(): void {
  const name = useWorkbench((workbench) => workbench.project?.state.project?.name);
  useEffect(() => {
    document.title = name === undefined ? 'Hoorwerk' : `${name} · Hoorwerk`;
    return () => { document.title = 'Hoorwerk'; };
  }, [name]);
}
