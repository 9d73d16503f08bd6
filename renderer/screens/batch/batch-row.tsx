import { Ban, Check, CircleHelp, Clock, FileCheck, Files, LoaderCircle, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { readAnyway, stopItem, type BatchItem } from '../../use-cases/batch.ts';
import { reviewItem } from './batch-review.ts';
import { isDoubtless, stateWords } from './batch-words.ts';

/** One file: its name and folder, what became of it, and what can be done with it. */
export function BatchRow({ item }: { item: BatchItem }) {
  const t = useT();
  const { file: { name, folder }, state } = item;
  const [Icon, look] = lookOf(item);
  return (
    <li className={`batch-row ${look}`} data-state={state.kind}>
      <Icon aria-hidden />
      <div className="batch-file">
        <p className="batch-name">{folder !== '' && <small>{folder}/</small>}<b>{name}</b></p>
        <p className="batch-state">{stateWords(state)}</p>
        {state.kind === 'reading' && <ProgressBar label={t('task.import', { name })} done={state.done} />}
      </div>
      <Actions item={item} />
    </li>
  );
}

function Actions({ item: { id, file: { name }, state } }: { item: BatchItem }) {
  const t = useT();
  if (state.kind === 'waiting' || state.kind === 'reading') {
    return <IconButton icon={X} label={t('batch.stop', { name })} onPress={() => stopItem(id)} />;
  }
  if (state.kind === 'read') return <Button aria-label={t('batch.review-of', { name })} onPress={() => reviewItem(id)}>{t('batch.review')}</Button>;
  // A folder, or a project, is no text whatever one asks.
  if (state.kind === 'skipped' && ['hidden', 'unknown', 'stopped'].includes(state.why)) {
    return <Button variant="quiet" aria-label={t('batch.anyway-of', { name })} onPress={() => readAnyway(id)}>{t('batch.anyway')}</Button>;
  }
  return null;
}

function lookOf(item: BatchItem): [LucideIcon, '' | 'ok' | 'warn' | 'bad' | 'aside'] {
  switch (item.state.kind) {
    case 'waiting': return [Clock, ''];
    case 'reading': case 'accepting': return [LoaderCircle, ''];
    case 'read': return isDoubtless(item) ? [FileCheck, 'ok'] : [CircleHelp, 'warn'];
    case 'accepted': return [Check, 'ok'];
    case 'known': return [Files, 'aside'];
    case 'skipped': return [Ban, 'aside'];
    case 'refused': return [TriangleAlert, 'bad'];
  }
}
