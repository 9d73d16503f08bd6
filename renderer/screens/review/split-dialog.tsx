import { useState } from 'react';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { snippet } from '../reading/words.ts';
import { NameDialog } from './name-dialog.tsx';

export interface SplitDialogProps {
  reading: Reading;
  speaker: Speaker;
  onSplit(turns: readonly number[], name: string): void;
  onEnd(): void;
}

/** Which turns of a speaker are somebody else's, and whose. */
export function SplitDialog({ reading, speaker, onSplit, onEnd }: SplitDialogProps) {
  const t = useT();
  const [given, setGiven] = useState<ReadonlySet<number>>(new Set());
  const { turns, blocks } = reading.content;
  const own = turns.flatMap((turn, index) => (turn.speaker === speaker.id ? [{ turn, index }] : []));
  const give = (index: number, isGiven: boolean) => {
    const next = new Set(given);
    if (isGiven) next.add(index);
    else next.delete(index);
    setGiven(next);
  };
  return (
    <NameDialog
      title={t('review.split.title', { name: speaker.name })} lead={t('review.split.lead')} name="" isReady={given.size > 0 && given.size < own.length}
      onName={(name) => onSplit([...given], name)} onEnd={onEnd}
    >
      <fieldset className="review-split">
        <legend className="field-label">{t('review.split.turns')}</legend>
        {own.map(({ turn, index }) => (
          <Checkbox key={index} isSelected={given.has(index)} onChange={(isGiven) => give(index, isGiven)}>
            <span className="review-split-turn">
              <small>{[turn.label, turn.page === null ? null : t('review.pageShort', { page: turn.page })].filter(Boolean).join(' · ')}</small>
              {snippet(blocks[turn.firstBlock]?.text ?? '')}
            </span>
          </Checkbox>
        ))}
      </fieldset>
    </NameDialog>
  );
}
