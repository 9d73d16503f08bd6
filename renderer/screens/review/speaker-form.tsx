import { GripVertical, ListOrdered, Split, UserRoundX } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { SpeakerPatch } from '../../../app/review/speakers.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { onceEach } from './aliases.ts';
import { CommitField } from './commit-field.tsx';
import { RoleField } from './role-field.tsx';

export interface SpeakerFormProps {
  speaker: Speaker;
  turns: number;
  roles: readonly string[];
  isChosen: boolean;
  /** Asks for the focus, once for each object. */
  focused: object | null;
  onChoose(isChosen: boolean): void;
  onEdit(patch: SpeakerPatch): void;
  onShowTurns(): void;
  onSplit(): void;
  onRemove(): void;
  /** Another speaker was dragged here. */
  onDrop(id: SpeakerId): void;
}

/** One speaker, to be put right. */
export function SpeakerForm({ speaker, turns, roles, isChosen, focused, onChoose, onEdit, onShowTurns, onSplit, onRemove, onDrop }: SpeakerFormProps) {
  const t = useT();
  const name = useRef<HTMLInputElement>(null);
  const drop = useDrop(speaker.id, onDrop);
  useEffect(() => {
    if (!focused) return;
    name.current?.focus();
    name.current?.select();
  }, [focused]);
  return (
    <li className={drop.isOver ? 'review-speaker over' : 'review-speaker'} {...drop.target}>
      <fieldset className="review-speaker-fields">
        <legend className="hidden-text">{speaker.name}</legend>
        <div className="review-speaker-head">
          <span className="review-grip" aria-hidden {...drop.source}><GripVertical /></span>
          <Checkbox isSelected={isChosen} onChange={onChoose} aria-label={t('review.merge.choose', { name: speaker.name })} />
          <span className="review-speaker-note">
            {t('review.speaker.turns', { count: turns })}
            {speaker.aliases.length > 0 && ` · ${t('review.speaker.aliases', { names: onceEach(speaker.aliases).join(', ') })}`}
          </span>
          {turns > 0 && <IconButton icon={ListOrdered} label={t('review.speaker.show', { name: speaker.name })} onPress={onShowTurns} />}
          <IconButton icon={Split} label={t('review.split.do', { name: speaker.name })} isDisabled={turns < 2} onPress={onSplit} />
          <IconButton icon={UserRoundX} label={t('review.remove', { name: speaker.name })} onPress={onRemove} />
        </div>
        <CommitField label={t('review.speaker.name')} value={speaker.name} required inputRef={name} onCommit={(value) => onEdit({ name: value })} />
        <RoleField role={speaker.role} roles={roles} onCommit={(role) => onEdit({ role })} />
        <CommitField
          label={t('review.speaker.organisation')} value={speaker.organisation ?? ''} onCommit={(organisation) => onEdit({ organisation })}
        />
        <Checkbox isSelected={speaker.moderator} onChange={(moderator) => onEdit({ moderator })}>{t('review.speaker.moderator')}</Checkbox>
      </fieldset>
    </li>
  );
}

const dragged = 'application/x-hoorwerk-speaker';

/** Dragging a speaker by the grip onto another one; the keyboard has the checkboxes for it. */
function useDrop(id: SpeakerId, onDrop: (id: SpeakerId) => void) {
  const [isOver, setIsOver] = useState(false);
  const isSpeaker = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(dragged);
  return {
    isOver,
    source: {
      draggable: true,
      onDragStart: ({ dataTransfer, currentTarget }: DragEvent) => {
        dataTransfer.setData(dragged, id);
        dataTransfer.effectAllowed = 'move';
        const card = currentTarget.closest('.review-speaker');
        if (card) dataTransfer.setDragImage(card, 16, 16);
      },
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!isSpeaker(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        const other = event.dataTransfer.getData(dragged);
        if (other === '') return;
        event.preventDefault();
        if (other !== id) onDrop(other as SpeakerId);
      },
    },
  };
}
