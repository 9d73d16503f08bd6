import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFirstFocus } from '../reading/use-first-focus.ts';

export interface NameDialogProps {
  title: string;
  lead?: string;
  /** What stands in the field at first. */
  name: string;
  /** More to choose, below the field; `isReady` says whether enough was chosen. */
  children?: ReactNode;
  isReady?: boolean;
  onName(name: string): void;
  onEnd(): void;
}

/** Asks for a speaker's name. */
export function NameDialog({ title, lead, name: first, children, isReady = true, onName, onEnd }: NameDialogProps) {
  const t = useT();
  const [name, setName] = useState(first);
  const field = useFirstFocus();
  const canDo = name.trim() !== '' && isReady;
  return (
    <Dialog title={title} {...(lead === undefined ? {} : { lead })} isOpen onClose={onEnd} width={children === undefined ? 'narrow' : 'normal'}>
      <form className="review-name-form" onSubmit={(event) => {
        event.preventDefault();
        if (!canDo) return;
        onName(name);
        onEnd();
      }}>
        <TextField label={t('review.speaker.name')} value={name} onChange={setName} inputRef={field} />
        {children}
        <span className="review-name-foot">
          <Button onPress={onEnd}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={!canDo}>{t('codebook.done')}</Button>
        </span>
      </form>
    </Dialog>
  );
}
