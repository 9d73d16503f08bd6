import { useState } from 'react';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import { planEditSpeaker } from '../../../app/coding/plan-speaker.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { RoleField } from '../review/role-field.tsx';
import { keepNamed } from './keep-named.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useKeep } from './use-keep.ts';

/** Who a speaker is. Kept as one change when the user is done, and when the editor or the page goes: Escape keeps too. */
export function SpeakerEditor({ speaker, project, onDone }: { speaker: Speaker; project: OpenProject; onDone(): void }) {
  const t = useT();
  const [name, setName] = useState(speaker.name);
  const field = useFirstFocus();
  const [role, setRole] = useState(speaker.role);
  const [organisation, setOrganisation] = useState(speaker.organisation ?? '');
  const [moderator, setModerator] = useState(speaker.moderator);
  const isReadOnly = project.readOnly !== null;
  const isChanged = name !== speaker.name || role !== speaker.role || organisation !== (speaker.organisation ?? '') || moderator !== speaker.moderator;
  const keep = async () => {
    const typed = { name, role, organisation: organisation.trim() || null, moderator };
    // A speaker or a project that went away meanwhile took what was typed about it along.
    return !isChanged || !useWorkbench.getState().project?.state.speakers.has(speaker.id)
      || keepNamed(speaker.name, typed, (state, patch) => planEditSpeaker(state, speaker.id, patch));
  };
  useKeep(() => { if (!isReadOnly) void keep(); });
  const done = async () => {
    if (await keep()) onDone();
  };
  return (
    <form className="speaker-editor" onSubmit={(event) => {
      event.preventDefault();
      void done();
    }}>
      <TextField label={t('reading.speaker.name')} value={name} onChange={setName} isReadOnly={isReadOnly} inputRef={field} />
      <RoleField role={role} roles={project.state.project?.roles ?? []} onCommit={setRole} />
      <TextField label={t('reading.speaker.organisation')} value={organisation} onChange={setOrganisation} isReadOnly={isReadOnly} />
      <Checkbox isSelected={moderator} onChange={setModerator} isDisabled={isReadOnly}>{t('reading.speaker.moderator')}</Checkbox>
      {!isReadOnly && <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>{t('codebook.done')}</Button>}
    </form>
  );
}
