import { Combine } from 'lucide-react';
import { useState } from 'react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { editSpeaker, mergeSpeakers, splitSpeaker } from '../../../app/review/speakers.ts';
import { removeFalseSpeaker } from '../../../app/review/turns.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SpeakerForm } from './speaker-form.tsx';
import { SplitDialog } from './split-dialog.tsx';

export interface SpeakersPaneProps {
  reading: Reading;
  roles: readonly string[];
  /** Whose name takes the focus: each time that it is asked for. */
  focused: { id: SpeakerId } | null;
  onEdit(change: (reading: Reading) => Reading): void;
  onShowTurns(speaker: Speaker): void;
}

/**
 * Who speaks: name, role, organisation, and whether they chair. Several that are one are chosen and merged, or one is
 * dragged onto the other; one that is several is split. What is corrected shows in the result at once.
 */
export function SpeakersPane({ reading, roles, focused, onEdit, onShowTurns }: SpeakersPaneProps) {
  const t = useT();
  const [chosen, setChosen] = useState<ReadonlySet<SpeakerId>>(new Set());
  const [splitting, setSplitting] = useState<SpeakerId | null>(null);
  const { speakers, content } = reading;
  if (speakers.length === 0) return <EmptyState>{t('review.speakers.none')}</EmptyState>;
  const turns = new Map<SpeakerId, number>();
  for (const { speaker } of content.turns) if (speaker) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  const toMerge = speakers.filter(({ id }) => chosen.has(id));
  const merge = (into: SpeakerId, ids: readonly SpeakerId[]) => {
    onEdit((before) => mergeSpeakers(before, into, ids));
    setChosen(new Set());
  };
  const choose = (id: SpeakerId, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  const toSplit = speakers.find(({ id }) => id === splitting);
  return (
    <>
      <div className="review-speakers-head">
        <p className="review-intro">{t('review.speakers.intro')}</p>
        <Menu
          label={t('review.merge.into')} placement="bottom end"
          trigger={<Button icon={Combine} isDisabled={toMerge.length < 2}>{t('review.merge', { count: toMerge.length })}</Button>}
          items={toMerge.map(({ id, name }) => ({ id, label: t('review.merge.as', { name }), onAction: () => merge(id, toMerge.map((one) => one.id)) }))}
        />
      </div>
      <ul className="review-speakers">
        {speakers.map((speaker) => (
          <SpeakerForm
            key={speaker.id} speaker={speaker} turns={turns.get(speaker.id) ?? 0} roles={roles} isChosen={chosen.has(speaker.id)} focused={speaker.id === focused?.id ? focused : null}
            onChoose={(isChosen) => choose(speaker.id, isChosen)} onEdit={(patch) => onEdit((before) => editSpeaker(before, speaker.id, patch))}
            onShowTurns={() => onShowTurns(speaker)} onSplit={() => setSplitting(speaker.id)} onDrop={(id) => merge(speaker.id, [id])}
            onRemove={() => onEdit((before) => removeFalseSpeaker(before, speaker.id))}
          />
        ))}
      </ul>
      {toSplit && (
        <SplitDialog
          reading={reading} speaker={toSplit} onEnd={() => setSplitting(null)}
          onSplit={(given, name) => onEdit((before) => splitSpeaker(before, toSplit.id, given, { id: crypto.randomUUID() as string as SpeakerId, name }))}
        />
      )}
    </>
  );
}
