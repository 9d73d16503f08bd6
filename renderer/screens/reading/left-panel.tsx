import { useWorkbench } from '../../use-cases/workbench.ts';
import { DocumentList } from './document-list.tsx';
import { SpeakerList } from './speaker-list.tsx';
import { ThemePane } from './theme-pane.tsx';
import './left-panel.css';

/** The left pane: themes, documents, and who speaks in the document on the page. */
export function LeftPanel() {
  const project = useWorkbench((state) => state.project);
  if (!project) return null;
  return (
    <div className="left-panel">
      <ThemePane project={project} />
      <DocumentList project={project} />
      <SpeakerList project={project} />
    </div>
  );
}
