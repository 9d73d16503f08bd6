import { ListOrdered } from 'lucide-react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import type { SpeakerPatch } from '../../../app/review/speakers.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { onceEach } from './aliases.ts';
import { CommitField } from './commit-field.tsx';
import { RoleField } from './role-field.tsx';

export interface SpeakersPaneProps {
  reading: Reading;
  roles: readonly string[];
  onEdit(id: SpeakerId, patch: SpeakerPatch): void;
  onShowTurns(speaker: Speaker): void;
}

/** Who speaks: name, role, organisation, and whether they chair. What is corrected shows in the result at once. */
export function SpeakersPane({ reading, roles, onEdit, onShowTurns }: SpeakersPaneProps) {
  const t = useT();
  if (reading.speakers.length === 0) return <EmptyState>{t('review.speakers.none')}</EmptyState>;
  const turns = new Map<SpeakerId, number>();
  for (const { speaker } of reading.content.turns) if (speaker) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  return (
    <>
      <p className="review-intro">{t('review.speakers.intro')}</p>
      <ul className="review-speakers">
        {reading.speakers.map((speaker) => (
          <SpeakerForm
            key={speaker.id} speaker={speaker} turns={turns.get(speaker.id) ?? 0} roles={roles}
            onEdit={(patch) => onEdit(speaker.id, patch)} onShowTurns={() => onShowTurns(speaker)}
          />
        ))}
      </ul>
    </>
  );
}

interface SpeakerFormProps {
  speaker: Speaker;
  turns: number;
  roles: readonly string[];
  onEdit(patch: SpeakerPatch): void;
  onShowTurns(): void;
}

function SpeakerForm({ speaker, turns, roles, onEdit, onShowTurns }: SpeakerFormProps) {
  const t = useT();
  return (
    <li className="review-speaker">
      <fieldset className="review-speaker-fields">
        <legend className="hidden-text">{speaker.name}</legend>
        <CommitField label={t('review.speaker.name')} value={speaker.name} required onCommit={(name) => onEdit({ name })} />
        <RoleField role={speaker.role} roles={roles} onCommit={(role) => onEdit({ role })} />
        <CommitField
          label={t('review.speaker.organisation')} value={speaker.organisation ?? ''} onCommit={(organisation) => onEdit({ organisation })}
        />
        <Checkbox isSelected={speaker.moderator} onChange={(moderator) => onEdit({ moderator })}>{t('review.speaker.moderator')}</Checkbox>
        <p className="review-speaker-note">
          <span>
            {t('review.speaker.turns', { count: turns })}
            {speaker.aliases.length > 0 && ` · ${t('review.speaker.aliases', { names: onceEach(speaker.aliases).join(', ') })}`}
          </span>
          {turns > 0 && <IconButton icon={ListOrdered} label={t('review.speaker.show', { name: speaker.name })} onPress={onShowTurns} />}
        </p>
      </fieldset>
    </li>
  );
}
