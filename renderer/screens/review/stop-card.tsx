import { Check, ChevronLeft, ChevronRight, Redo2, Undo2, UserRound, UserRoundX } from 'lucide-react';
import type { Content, ImportChange, ImportWarning } from '../../../schemas/records/content.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { doubtWords, ruleWords, whyWords } from './rule-words.ts';
import type { ReviewActs } from './use-actions.ts';
import type { TrailSteps } from './use-trail.ts';

export interface StopCardProps { content: Content; trail: TrailSteps; acts: ReviewActs }

/** The place that is looked at: what the import did or doubts there, and what can be answered. */
export function StopCard({ content, trail, acts }: StopCardProps) {
  const t = useT();
  const stop = trail.target?.stop;
  const change = stop?.change === undefined || stop.change === null ? undefined : content.changes[stop.change];
  const warning = stop?.warning === undefined || stop.warning === null ? undefined : content.warnings[stop.warning];
  if (trail.trail === null || trail.stops.length === 0) return null;
  return (
    <section className={warning ? 'stop-card warn' : 'stop-card'} aria-label={t('review.stop')}>
      <header>
        <output>{trail.at >= 0 && t('review.place', { at: trail.at + 1, count: trail.stops.length })}</output>
        <IconButton icon={ChevronLeft} label={t('review.previous')} keys="p" onPress={() => trail.step(-1)} />
        <IconButton icon={ChevronRight} label={t('review.next')} keys="n" onPress={() => trail.step(1)} />
      </header>
      {change && <ChangeAnswer change={change} acts={acts} />}
      {warning && <DoubtAnswer warning={warning} acts={acts} />}
    </section>
  );
}

function ChangeAnswer({ change, acts }: { change: ImportChange; acts: ReviewActs }) {
  const t = useT();
  const isUndone = change.undone !== undefined;
  const after = visible(change.after);
  return (
    <>
      <h3>{ruleWords(change.rule)}</h3>
      <p className="stop-words">
        {isUndone ? <span>{visible(change.before)}</span> : <del>{visible(change.before)}</del>}
        {after !== '' && !isUndone && <ins>{after}</ins>}
      </p>
      {isUndone && <p className="stop-note">{t('review.undone')}</p>}
      <div className="stop-acts">
        <Tooltip text={t('review.do.change')} keys="Delete">
          <Button icon={isUndone ? Redo2 : Undo2} isDisabled={!acts.change.can} onPress={acts.change.run}>{t(isUndone ? 'review.change.redo' : 'review.change.undo')}</Button>
        </Tooltip>
      </div>
    </>
  );
}

/** The answers to a doubt: that it is right, and where it is about who speaks, the other way round. */
export function DoubtAnswer({ warning, acts }: { warning: ImportWarning; acts: ReviewActs }) {
  const t = useT();
  return (
    <>
      <h3>{doubtWords(warning.rule)}</h3>
      <p className="stop-note">{whyWords(warning)}</p>
      <div className="stop-acts">
        <Tooltip text={t('review.do.seen')} keys="v"><Button icon={Check} onPress={acts.seen.run}>{t('review.doubt.right')}</Button></Tooltip>
        {warning.rule === 'label-doubtful' && (
          <Tooltip text={t('review.do.speaks')} keys="l">
            <Button icon={UserRound} isDisabled={!acts.speaks.can} onPress={acts.speaks.run}>{t('review.doubt.speaks')}</Button>
          </Tooltip>
        )}
        {warning.rule === 'label-seen-once' && (
          <Tooltip text={t('review.do.not-speaker')} keys="Shift+L">
            <Button icon={UserRoundX} isDisabled={!acts.notSpeaker.can} onPress={acts.notSpeaker.run}>{t('review.doubt.notSpeaker')}</Button>
          </Tooltip>
        )}
      </div>
    </>
  );
}

/** As can be seen in one line: white space by its signs where there is nothing else. */
function visible(text: string): string {
  if (/\S/u.test(text)) return text.replaceAll(/\s+/gu, ' ').trim();
  return text.replaceAll(/\r\n|[\n\u2028\u2029]/gu, '¶').replaceAll('\f', '⤓').replaceAll('\t', '⇥').replaceAll(' ', '␣');
}
