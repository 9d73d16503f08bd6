import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { acceptItems, closeBatch, stopAll, useBatch, type BatchItem } from '../../use-cases/batch.ts';
import { useUi } from '../ui-state.ts';
import { BatchRow } from './batch-row.tsx';
import { reviewAll } from './batch-review.ts';
import { countBatch } from './batch-words.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import './batch.css';

/** Several files at once: each with how far it is, what it was taken for or why it is left out. Nothing is stored before it is accepted. */
export function BatchScreen({ items }: { items: readonly BatchItem[] }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState(false);
  const { toRead, open, read, accepting, accepted, doubtless } = countBatch(items);
  useEffect(() => heading.current?.focus(), []);
  const leave = () => (read + open > 0 ? setAsking(true) : end());
  return (
    <div className="app batch" data-screen="batch">
      <header className="batch-bar">
        <span className="brand">Hoorwerk</span>
        <h1 ref={heading} tabIndex={-1}>{t('batch.title', { count: items.length })}</h1>
        <span className="batch-bar-end">
          {open > 0 && <Button onPress={stopAll}>{t('batch.stop-all')}</Button>}
          <Button onPress={leave} isDisabled={accepting > 0} variant={read + open === 0 ? 'primary' : 'plain'}>{t('batch.close')}</Button>
          {read > 0 && <Button onPress={reviewAll} isDisabled={accepting > 0}>{t('batch.review-all', { count: read })}</Button>}
          {doubtless.length > 0 && (
            <Button variant="primary" isDisabled={accepting > 0} onPress={() => void acceptItems(doubtless)}>{t('batch.accept', { count: doubtless.length })}</Button>
          )}
        </span>
      </header>
      <main className="batch-list" aria-label={t('batch.files')}>
        <ul>{items.map((item) => <BatchRow key={item.id} item={item} />)}</ul>
      </main>
      <footer className="foot">
        <output>{open > 0 ? t('batch.progress', { done: toRead - open, count: toRead }) : t('batch.done', { count: items.length, read, accepted })}</output>
        <span className="end">{t('batch.nothing-stored')}</span>
      </footer>
      <LeaveDialog isOpen={asking} count={read + open} onStay={() => setAsking(false)} onLeave={end} />
    </div>
  );
}

/** Back to the work, at the first document that came in. */
function end(): void {
  const first = useBatch.getState().items?.map(({ state }) => state).find((state) => state.kind === 'accepted');
  closeBatch();
  if (first) useUi.setState({ view: 'reading', documentId: first.documentId, focusedCodingId: null });
}
