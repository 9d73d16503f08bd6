import { useCallback, useMemo, useState } from 'react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import { editDocument } from '../../../app/review/document.ts';
import { changesOf, redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import type { InReview } from '../../use-cases/review-document.ts';
import { useUi } from '../ui-state.ts';
import { CarriedSummary } from './carried-summary.tsx';
import { DetailsPane } from './details-pane.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { FactsColumn, type LeftPane } from './facts-column.tsx';
import { hasPages } from '../source-page/shown-page.ts';
import { KindMenu } from './kind-menu.tsx';
import { PagePane } from './page-pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { ResultPane } from './result-pane.tsx';
import { ResultToolbar } from './result-toolbar.tsx';
import { ReviewBar } from './review-bar.tsx';
import { useReviewCommands, type CursorMenu } from './review-commands.ts';
import { ReviewFoot } from './review-foot.tsx';
import { sourceMapping } from './source-map.ts';
import { SourcePane } from './source-pane.tsx';
import { SpeakersPane } from './speakers-pane.tsx';
import { StopCard } from './stop-card.tsx';
import { stopsOf, trailOf } from './trails.ts';
import { useAccept, useRoles } from './use-accept.ts';
import { reviewActs } from './use-actions.ts';
import { useReread } from './use-reread.ts';
import { useReviewEdits } from './use-review.ts';
import { useTrail } from './use-trail.ts';
import './review.css';

/** The import under review, before anything of it is stored; nothing where there is none. */
export function ReviewScreen() {
  const review = useUi((state) => state.review);
  return review && <Review key={`${review.of?.how ?? ''}${review.reading.document.sourceSha256}`} review={review} />;
}

function Review({ review }: { review: InReview }) {
  const t = useT();
  const { reading, bytes, of } = review;
  const { content } = reading;
  const edits = useReviewEdits(reading);
  const mapping = useMemo(() => sourceMapping(content), [content]);
  const [pane, setPane] = useState<LeftPane>('source');
  const [page, setPage] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const [menu, setMenu] = useState<CursorMenu | null>(null);
  /** Whose name is to be typed; a new object each time it is asked for. */
  const [renaming, setRenaming] = useState<{ id: SpeakerId } | null>(null);
  const { accept, accepting } = useAccept(review);
  const trail = useTrail(content, mapping, () => setPane((before) => (before === 'page' ? before : 'source')));
  const moved = (after: Reading): Reading => {
    if (after.content !== content) trail.settle(mapping, after.content);
    return after;
  };
  const edit = (change: (before: Reading) => Reading) => moved(edits.edit(change));
  const acts = reviewActs(reading, trail, edit);
  const reread = useReread(review, edit);
  useReviewCommands({
    acts, trail, edits, openMenu: setMenu, active: !asking && !accepting && !reread.isReading,
    undo: () => moved(edits.undo()), redo: () => moved(edits.redo()),
    rename() {
      const id = acts.here?.turn === null || acts.here === null ? null : content.turns[acts.here.turn]?.speaker;
      if (!id) return;
      setPane('speakers');
      setRenaming({ id });
    },
  });
  const inSource = pane === 'source' || pane === 'page';
  const roles = useRoles(reading);
  const doubts = useMemo(() => stopsOf(content, { kind: 'doubts' }, mapping), [content, mapping]);
  const lit = useMemo(() => [...trail.stops, ...doubts.filter(({ id }) => !trail.stops.some((stop) => stop.id === id))], [trail.stops, doubts]);
  const cancel = () => (edits.count > 0 ? setAsking(true) : useUi.setState({ review: null }));
  const toPlace = (id: string) => {
    const found = trailOf(content, id);
    if (found) trail.follow(found, id);
  };
  const onDoubt = useCallback((id: string) => trail.follow({ kind: 'doubts' }, id), [trail]);

  return (
    <div className="app review" data-screen="review">
      <ReviewBar
        reading={reading} of={of} accepting={accepting} onCancel={cancel} onAccept={() => void accept()}
        kind={<KindMenu kind={reading.document.kind} corrections={edits.count} isDisabled={accepting || reread.isReading || bytes.length === 0} onKind={(kind) => void reread.as(kind)} />}
      />
      <main className="review-cols">
        <aside className="side">
          <FactsColumn
            reading={reading} pane={pane} trail={inSource ? trail.trail : null} onPane={setPane} onTrail={trail.follow}
            onRule={(rule, undo) => edit((before) => (undo ? undoChanges : redoChanges)(before, changesOf(before, rule)))}
            card={inSource && <StopCard content={content} trail={trail} acts={acts} />}
          />
        </aside>
        <section className="review-left" aria-label={t('review.panes')}>
          <PaneTabs pane={pane} page={page} speakers={reading.speakers.length} paged={hasPages(reading.document.format)} onPane={setPane} />
          {pane === 'source' && (
            <SourcePane source={reading.source ?? ''} content={content} mapping={mapping} target={trail.target} onPage={setPage} onPlace={toPlace} />
          )}
          {pane === 'page' && <PagePane bytes={bytes} sha256={reading.document.sourceSha256} target={trail.target} />}
          {(pane === 'speakers' || pane === 'details') && (
            <div className="review-form">
              {pane === 'speakers'
                ? (
                  <SpeakersPane
                    reading={reading} roles={roles} focused={renaming} onEdit={edit} onShowTurns={(speaker) => trail.follow({ kind: 'speaker', id: speaker.id })}
                  />
                )
                : <DetailsPane reading={reading} onEdit={(patch) => edit((before) => editDocument(before, patch))} />}
            </div>
          )}
        </section>
        <section className="review-right" aria-label={t('review.pane.result')}>
          <div className="review-right-head">
            <h2 className="k">{t('review.pane.result')}</h2>
            <ResultToolbar reading={reading} acts={acts} menu={menu} onMenu={setMenu} />
          </div>
          {of && <CarriedSummary of={of} reading={reading} />}
          {content.turns.length === 0 && <p className="review-one-voice">{t('review.oneVoice')}</p>}
          <ResultPane reading={reading} stops={lit} target={trail.target} cursor={trail.cursor} onCursor={trail.place} onDoubt={onDoubt} />
        </section>
      </main>
      <ReviewFoot of={of} edits={edits} trail={trail} acts={acts} doubts={doubts.length} />
      <DiscardDialog isOpen={asking} ofProject={of !== null} count={edits.count} onStay={() => setAsking(false)} onDiscard={() => useUi.setState({ review: null })} />
    </div>
  );
}
