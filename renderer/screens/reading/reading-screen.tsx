import { FileText } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { runCommand } from '../palette/commands.ts';
import { useUi } from '../ui-state.ts';
import { useReadingCommands } from './commands.ts';
import { LostText } from './lost-text.tsx';
import { ReadingPage } from './reading-page.tsx';
import './reading.css';

/** The page of testimony, with what belongs to it: stripes, tagging, the reading cursor. */
export function ReadingScreen() {
  const t = useT();
  useReadingCommands();
  const project = useWorkbench((state) => state.project);
  const documentId = useUi((state) => state.documentId);
  const documents = project?.state.documents;
  const document = documentId ? documents?.get(documentId) : undefined;
  const first = documents?.values().next().value;
  useEffect(() => {
    if (!document && first) useUi.setState({ documentId: first.id });
  }, [document, first]);
  if (!project) return null;
  if (!first) {
    return (
      <EmptyState icon={FileText} action={<Button variant="primary" onPress={() => void runCommand('document.import')}>{t('reading.empty.open')}</Button>}>
        {t('reading.empty')}
      </EmptyState>
    );
  }
  if (document && !project.contents.has(document.contentSha256)) return <LostText document={document} project={project} />;
  // Another content is another page: positions in the one mean nothing in the other.
  return document ? <ReadingPage key={`${document.id} ${document.contentSha256}`} document={document} project={project} /> : null;
}
