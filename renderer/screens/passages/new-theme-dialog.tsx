import { useState, type FormEvent } from 'react';
import type { CodingId } from '../../../schemas/ids.ts';
import { cleanName } from '../../../app/coding/planning.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFirstFocus } from '../reading/use-first-focus.ts';
import { commonTheme } from './common-theme.ts';
import { splitThemeOff } from './passage-actions.ts';

interface NewThemeDialogProps { ids: readonly CodingId[]; state: ProjectState; onEnd(): void }

/** Asks how the theme is called that these passages go to, and whether it stands under the one that they come from. */
export function NewThemeDialog(props: NewThemeDialogProps) {
  const t = useT();
  const { ids, state, onEnd } = props;
  const old = commonTheme(state, ids);
  return (
    <Dialog
      title={old ? t('passages.splitOff', { name: old.name }) : t('codebook.new')} lead={t('passages.splitOff.lead', { count: ids.length })}
      isOpen onClose={onEnd} width="narrow"
    >
      <Form {...props} />
    </Dialog>
  );
}

function Form({ ids, state, onEnd }: NewThemeDialogProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [isBelow, setBelow] = useState(true);
  const field = useFirstFocus();
  const old = commonTheme(state, ids);
  const fits = cleanName(name).ok;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) void splitThemeOff(ids, { name, parentId: isBelow ? (old?.id ?? null) : (old?.parentId ?? null), onShown: onEnd });
  };
  return (
    <form className="passages-form" onSubmit={submit}>
      <TextField label={t('codebook.new-name')} value={name} onChange={setName} maxLength={200} inputRef={field} autoComplete="off" />
      {old && <Checkbox isSelected={isBelow} onChange={setBelow}>{t('passages.splitOff.below', { name: old.name })}</Checkbox>}
      <div className="passages-form-actions">
        <Button onPress={onEnd}>{t('shell.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!fits}>{t('passages.splitOff.do')}</Button>
      </div>
    </form>
  );
}
