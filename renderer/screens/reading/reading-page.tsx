import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { Document } from '../../../schemas/records/document.ts';
import { readingDocument } from '../../editor/reading-document.ts';
import { codeVariable } from '../../editor/plugins/codings.ts';
import { useT } from '../../i18n/index.ts';
import { themeColor } from '../../ui/theme-color.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { drawnCodings } from './drawn-codings.ts';
import { QuickBar } from './quick-bar.tsx';
import { useReading } from './reading-state.ts';
import { Stripes } from './stripes.tsx';
import { TagPalette } from './tag-palette.tsx';
import { useGoal } from './use-goal.ts';
import { useReadingView } from './use-reading-view.ts';
import { useScrollPlace } from './use-scroll-place.ts';
import { useShown } from './use-shown.ts';

/** One document on the screen. Mounted anew for each. */
export function ReadingPage({ document, project }: { document: Document; project: OpenProject }) {
  const t = useT();
  const reading = useMemo(() => readingDocument(plainTextOf(document)), [document.contentSha256]);
  const codings = useMemo(() => drawnCodings(project.state, document.id, reading.text), [project.state.codings, document.id, reading]);
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const page = useReadingView({ document, reading, scroller, text });
  useShown({ page, project, codings });
  useScrollPlace(page);
  useGoal(page);
  const tagging = useReading((state) => state.tagging);
  const colors = useMemo(() => codeColors(project), [project.state.codes]);
  useEffect(() => () => useReading.setState({ tagging: false }), []);

  return (
    <div className="reading-stage" ref={scroller} style={colors}>
      <h1 className="hidden-text">{document.name}</h1>
      <div className="reading-page">
        <div ref={text} lang={document.language ?? undefined} />
        {page && <Stripes page={page} codings={codings} codes={project.state.codes} label={t('reading.stripes')} />}
        {page && !tagging && <QuickBar page={page} project={project} />}
        {page && tagging && <TagPalette page={page} project={project} />}
      </div>
    </div>
  );
}

/** Each theme's colour under its own name, so that recolouring one redraws no text. */
function codeColors(project: OpenProject): CSSProperties {
  return Object.fromEntries([...project.state.codes.values()].map((code) => [codeVariable(code.id), themeColor(code.color)]));
}
