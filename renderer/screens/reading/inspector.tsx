import { useDeferredValue } from 'react';
import { useT } from '../../i18n/index.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { CodeCard } from './code-card.tsx';
import { CodingCard } from './coding-card.tsx';
import { Orphans } from './orphans.tsx';
import { PassageMemoList } from './passage-memo-list.tsx';
import './inspector.css';

/** The right pane: the chosen coding, else the chosen theme, else a hint. */
export function Inspector() {
  const t = useT();
  // The page goes first: what is told of a coding may come a moment later than the coding itself.
  const project = useDeferredValue(useWorkbench((state) => state.project));
  const focused = useDeferredValue(useUi((state) => state.focusedCodingId));
  const codeId = useDeferredValue(useUi((state) => state.codeId));
  const coding = focused ? project?.state.codings.get(focused) : undefined;
  const code = codeId ? project?.state.codes.get(codeId) : undefined;
  if (!project) return null;
  return (
    <div className="inspector">
      {coding ? <CodingCard key={coding.id} coding={coding} project={project} />
        : code ? <CodeCard key={code.id} code={code} project={project} />
          : project.state.documents.size > 0 && <p className="inspector-hint">{t(project.state.codings.size > 0 ? 'reading.inspector.choose' : 'reading.inspector.start')}</p>}
      <PassageMemoList project={project} />
      <Orphans project={project} />
    </div>
  );
}
