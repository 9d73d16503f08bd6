import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import type { CodingId } from '../../../schemas/ids.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { notePassages } from './passage-actions.ts';
import { usePassages } from './passages-state.ts';

interface MemoDialogProps { ids: readonly CodingId[]; onEnd(): void }

/** Asks what is to be written on all of these passages. Words that were not added yet are there again the next time. */
export function MemoDialog(props: MemoDialogProps) {
  const t = useT();
  return (
    <Dialog title={t('passages.memos.title', { count: props.ids.length })} lead={t('passages.memos.lead')} isOpen onClose={props.onEnd} width="narrow">
      <Form {...props} />
    </Dialog>
  );
}

function Form({ ids, onEnd }: MemoDialogProps) {
  const t = useT();
  const text = usePassages((state) => state.memoDraft);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const fits = text.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) void notePassages(ids, text, { onShown: onEnd });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <div className="passages-form" role="presentation" onKeyDown={pressed}>
        <TextArea label={t('passages.memo')} hideLabel rows={4} value={text} onChange={(memoDraft) => usePassages.setState({ memoDraft })} />
        <div className="passages-form-actions">
          <Button onPress={onEnd}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={!fits}>{t('passages.memos.do')} <Kbd keys="$mod+Enter" /></Button>
        </div>
      </div>
    </form>
  );
}
