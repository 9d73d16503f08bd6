import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { Document } from '../../../schemas/records/document.ts';
import { readingDocument } from '../../editor/reading-document.ts';
import { codeVariable } from '../../editor/plugins/codings.ts';
import { useT } from '../../i18n/index.ts';
import { themeColor } from '../../../app/coding/theme-color.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { drawnCodings } from './drawn-codings.ts';
import { MemoMarks } from './memo-marks.tsx';
import { ModeHint } from './mode-hint.tsx';
import { passageMemos } from './passage-memos.ts';
import { QuickBar } from './quick-bar.tsx';
import { useReading } from './reading-state.ts';
import { watchReshape } from './shape-actions.ts';
import { SpokenPlace } from './spoken-place.tsx';
import { Stripes } from './stripes.tsx';
import { TagPalette } from './tag-palette.tsx';
import { useGoal } from './use-goal.ts';
import { useReadingView } from './use-reading-view.ts';
import { useScrollPlace } from './use-scroll-place.ts';
import { useShown } from './use-shown.ts';

/** One document on the screen. Mounted anew for each. */
export function ReadingPage({ document, project }: { document: Document; project: OpenProject }) {
  const t = useT();
  const text = plainTextOf(document);
  const reading = useMemo(() => readingDocument(text), [text]);
  const { codes, codings: records, memos: written } = project.state;
  const only = useUi((ui) => ui.onlyCodes);
  const codings = useMemo(() => drawnCodings(records, document.id, text, only), [records, document.id, text, only]);
  const memos = useMemo(() => passageMemos(written, document.id, text), [written, document.id, text]);
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const page = useReadingView({ documentId: document.id, name: document.name, reading, scroller, place });
  useShown({ page, project, codings });
  useScrollPlace(page);
  useGoal(page);
  const tagging = useReading((state) => state.tagging);
  const colors = useMemo(() => codeColors(codes), [codes]);
  useEffect(() => () => useReading.setState({ tagging: false, jumping: null }), []);
  useEffect(watchReshape, []);

  return (
    <div className="reading-stage" ref={scroller} style={colors}>
      <h1 className="hidden-text">{document.name}</h1>
      <div className="reading-page">
        <div ref={place} lang={document.language ?? undefined} />
        {page && <Stripes page={page} codings={codings} codes={codes} label={t('reading.stripes')} />}
        <ModeHint />
        {page && <SpokenPlace page={page} project={project} codings={codings} language={document.language} />}
        {page && memos.length > 0 && <MemoMarks page={page} memos={memos} />}
        {page && !tagging && <QuickBar page={page} project={project} />}
        {page && tagging && <TagPalette page={page} project={project} />}
      </div>
    </div>
  );
}

/** Each theme's colour under its own name, so that recolouring one redraws no text. */
function codeColors(codes: OpenProject['state']['codes']): CSSProperties {
  return Object.fromEntries([...codes.values()].map((code) => [codeVariable(code.id), themeColor(code.color)]));
}
