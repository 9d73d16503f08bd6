import { useEffect, useRef, useState, type FormEvent } from 'react';
import { projectSchema } from '../../../schemas/records/project.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { createProject } from '../../use-cases/create-project.ts';
import { useNewProject } from './new-project-state.ts';

const close = () => useNewProject.setState(false, true);

/** Asks for a name and makes the project. */
export function NewProjectDialog() {
  const t = useT();
  const open = useNewProject();
  return <Dialog title={t('new.title')} lead={t('new.lead')} isOpen={open} onClose={close} width="narrow"><NameForm /></Dialog>;
}

function NameForm() {
  const t = useT();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const fits = projectSchema.shape.name.safeParse(name.trim()).success;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!fits || busy) return;
    setBusy(true);
    const made = await createProject({ name: name.trim() });
    setBusy(false);
    if (made.ok) close();
  };
  return (
    <form className="new-project" onSubmit={(event) => void submit(event)}>
      <TextField label={t('new.name')} value={name} onChange={setName} placeholder={t('new.placeholder')} description={t('new.note')} maxLength={200} inputRef={field} autoComplete="off" />
      <div className="new-project-actions">
        <Button onPress={close}>{t('shell.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!fits} aria-busy={busy}>{t('new.make')}</Button>
      </div>
    </form>
  );
}
