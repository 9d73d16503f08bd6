import { t } from '../../i18n/index.ts';
import type { BatchItem, BatchState } from '../../use-cases/batch.ts';
import { problemWords } from '../../use-cases/notices.ts';
import type { ReadDocument } from '../../use-cases/read-document-file.ts';

/** What is said of a file: what it is, or why it is not taken in. */
export function stateWords(state: BatchState): string {
  switch (state.kind) {
    case 'read': return factsOf(state);
    case 'known': return t('batch.known', { name: state.name });
    case 'skipped': return t(`batch.skipped.${state.why}`);
    case 'refused': {
      const { key, values } = problemWords(state.problem);
      return t(key, values);
    }
    default: return t(`batch.${state.kind}`);
  }
}

function factsOf({ reading: { document, content } }: ReadDocument): string {
  return [
    t(`review.kind.${document.kind}`),
    ...(content.turns.length > 0 ? [t('review.speaker.turns', { count: content.turns.length })] : []),
    t('batch.doubts', { count: content.warnings.length }),
  ].join(' · ');
}

/** Whether nothing in what was read asks for a look. */
export const isDoubtless = ({ state }: BatchItem) => state.kind === 'read' && state.reading.content.warnings.length === 0;

/** The files of a batch by what can be done with them. */
export function countBatch(items: readonly BatchItem[]) {
  const count = (...kinds: BatchState['kind'][]) => items.filter(({ state }) => kinds.includes(state.kind)).length;
  return {
    toRead: items.length - count('skipped'), open: count('waiting', 'reading'), read: count('read'), accepting: count('accepting'),
    accepted: count('accepted'), doubtless: items.filter(isDoubtless).map(({ id }) => id),
  };
}
