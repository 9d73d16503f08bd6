import { useMemo, useState } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import { editDocument } from '../../../app/review/document.ts';
import { editSpeaker } from '../../../app/review/speakers.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useUi } from '../ui-state.ts';
import { DetailsPane } from './details-pane.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { FactsColumn, type LeftPane } from './facts-column.tsx';
import { hasPages } from '../source-page/shown-page.ts';
import { PagePane } from './page-pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { ResultPane } from './result-pane.tsx';
import { ReviewBar } from './review-bar.tsx';
import { sourceMapping } from './source-map.ts';
import { SourcePane } from './source-pane.tsx';
import { SpeakersPane } from './speakers-pane.tsx';
import { useAccept, useRoles } from './use-accept.ts';
import { useReviewKeys } from './use-keys.ts';
import { useReviewEdits } from './use-review.ts';
import { useTrail } from './use-trail.ts';
import './review.css';

/** The import under review, before anything of it is stored; nothing where there is none. */
export function ReviewScreen() {
  const review = useUi((state) => state.review);
  return review && <Review key={review.reading.document.sourceSha256} reading={review.reading} bytes={review.bytes} />;
}

function Review({ reading, bytes }: { reading: Reading; bytes: Uint8Array }) {
  const t = useT();
  const { content } = reading;
  const edits = useReviewEdits(reading, bytes);
  const mapping = useMemo(() => sourceMapping(content), [content]);
  const [pane, setPane] = useState<LeftPane>('source');
  const [page, setPage] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const { accept, accepting } = useAccept(reading, bytes);
  const trail = useTrail(content, mapping, () => setPane((before) => (before === 'page' ? before : 'source')));
  useReviewKeys({ ...edits, step: trail.step }, !asking);
  const roles = useRoles(reading);
  const cancel = () => (edits.count > 0 ? setAsking(true) : useUi.setState({ review: null }));

  return (
    <div className="app review" data-screen="review">
      <ReviewBar reading={reading} accepting={accepting} onCancel={cancel} onAccept={() => void accept()} />
      <main className="review-cols">
        <aside className="side">
          <FactsColumn
            reading={reading} pane={pane} trail={pane === 'source' || pane === 'page' ? trail.trail : null} warning={trail.target?.stop.warning ?? null}
            onPane={setPane} onTrail={trail.follow}
          />
        </aside>
        <section className="review-left" aria-label={t('review.panes')}>
          <PaneTabs pane={pane} page={page} speakers={reading.speakers.length} paged={hasPages(reading.document.format)} onPane={setPane} />
          {pane === 'source' && (
            <SourcePane source={reading.source ?? ''} content={content} mapping={mapping} target={trail.target} onPage={setPage} />
          )}
          {pane === 'page' && <PagePane bytes={bytes} sha256={reading.document.sourceSha256} target={trail.target} />}
          {(pane === 'speakers' || pane === 'details') && (
            <div className="review-form">
              {pane === 'speakers'
                ? (
                  <SpeakersPane
                    reading={reading} roles={roles} onEdit={(id, patch) => edits.edit((before) => editSpeaker(before, id, patch))}
                    onShowTurns={(speaker) => trail.follow({ kind: 'speaker', id: speaker.id })}
                  />
                )
                : <DetailsPane reading={reading} onEdit={(patch) => edits.edit((before) => editDocument(before, patch))} />}
            </div>
          )}
        </section>
        <section className="review-right" aria-label={t('review.pane.result')}>
          <h2 className="k">{t('review.pane.result')}</h2>
          {content.turns.length === 0 && <p className="review-one-voice">{t('review.oneVoice')}</p>}
          <ResultPane reading={reading} stops={trail.stops} target={trail.target} onFocusBlock={trail.focusBlock} />
        </section>
      </main>
      <footer className="foot">
        <output>
          {t('review.nothingStored')}{edits.count > 0 && ` · ${t('review.corrections', { count: edits.count })}`}
        </output>
        <span className="end">
          {trail.stops.length > 0 && (
            <>
              <span>{trail.at >= 0 && t('review.place', { at: trail.at + 1, count: trail.stops.length })}</span>
              <span>{t('review.next')} <Kbd keys="n" /></span>
              <span>{t('review.previous')} <Kbd keys="p" /></span>
            </>
          )}
          {edits.count > 0 && <span>{t('review.undo')} <Kbd keys="$mod+z" /></span>}
          {edits.canRedo && <span>{t('review.redo')} <Kbd keys="$mod+Shift+z" /></span>}
        </span>
      </footer>
      <DiscardDialog isOpen={asking} count={edits.count} onStay={() => setAsking(false)} onDiscard={() => useUi.setState({ review: null })} />
    </div>
  );
}
