import { useMemo } from 'react';
import { carryOver } from '../../../app/coding/plan-review.ts';
import type { Moved } from '../../../app/anchoring/move.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import type { ReviewOf } from '../../use-cases/review-document.ts';
import { useRested } from '../../ui/use-rested.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { snippet } from '../reading/words.ts';
import { whatChanges } from './what-changes.ts';

/** What keeping this would do to the project: to the text, and to the codings of the document. */
export function CarriedSummary({ of, reading }: { of: ReviewOf; reading: Reading }) {
  const t = useT();
  const state = useWorkbench((workbench) => workbench.project?.state);
  // Thousands of codings take seconds to find again: not at each correction, but where the hand rests.
  const content = useRested(reading.content, 600);
  const changes = useMemo(() => whatChanges(of.before, content), [of.before, content]);
  const moved = useMemo(() => (state ? [...carryOver(state, { ...of, after: content }).codings] : []), [state, of, content]);
  const count = (how: Moved['how']) => moved.filter(([, one]) => one.how === how).length;
  const told = moved.filter(([, { how }]) => how === 'changed' || how === 'lost');
  return (
    <section className="review-carried" aria-label={t('review.carry')}>
      <p>
        {changes.isSame && t('review.carry.same')}
        {!changes.isSame && t('review.carry.text', { added: changes.wordsAdded, removed: changes.wordsRemoved, before: changes.turnsBefore, after: changes.turnsAfter })}
        {' '}
        {moved.length > 0 && t('review.carry.codings', { total: moved.length, same: count('same'), moved: count('moved'), changed: count('changed'), lost: count('lost') })}
      </p>
      {told.length > 0 && (
        <details>
          <summary>{t('review.carry.which', { count: told.length })}</summary>
          <ul>
            {told.map(([id, { how, anchor }]) => {
              const coding = state?.codings.get(id);
              return coding && (
                <li key={id}>
                  <small>{state?.codes.get(coding.codeId)?.name} · {t(how === 'lost' ? 'review.carry.lost' : 'review.carry.changed')}</small>
                  <q>{snippet(coding.anchor.quotation, 90)}</q>{how === 'changed' && <> → <q>{snippet(anchor.quotation, 90)}</q></>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}
