import { useState } from 'react';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import { planEditSpeaker } from '../../../app/coding/plan-speaker.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { commit } from '../../use-cases/commit.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { RoleField } from '../review/role-field.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** Who a speaker is. Kept as one change when the user is done; Escape keeps nothing. */
export function SpeakerEditor({ speaker, project, onDone }: { speaker: Speaker; project: OpenProject; onDone(): void }) {
  const t = useT();
  const [name, setName] = useState(speaker.name);
  const field = useFirstFocus();
  const [role, setRole] = useState(speaker.role);
  const [organisation, setOrganisation] = useState(speaker.organisation ?? '');
  const [moderator, setModerator] = useState(speaker.moderator);
  const isReadOnly = project.readOnly !== null;
  const keep = async () => {
    const patch = { name, role, organisation: organisation.trim() || null, moderator };
    if ((await commit(({ state }) => planEditSpeaker(state, speaker.id, patch))).ok) onDone();
  };
  return (
    <form className="speaker-editor" onSubmit={(event) => {
      event.preventDefault();
      void keep();
    }}>
      <TextField label={t('reading.speaker.name')} value={name} onChange={setName} isReadOnly={isReadOnly} inputRef={field} />
      <RoleField role={role} roles={project.state.project?.roles ?? []} onCommit={setRole} />
      <TextField label={t('reading.speaker.organisation')} value={organisation} onChange={setOrganisation} isReadOnly={isReadOnly} />
      <Checkbox isSelected={moderator} onChange={setModerator} isDisabled={isReadOnly}>{t('reading.speaker.moderator')}</Checkbox>
      {!isReadOnly && <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>{t('codebook.done')}</Button>}
    </form>
  );
}
