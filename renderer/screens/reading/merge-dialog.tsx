import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, type SelectProps } from '../../ui/select.tsx';

export interface MergeDialogProps<Id extends string> {
  name: string;
  /** What goes along. */
  lead: string;
  items: SelectProps<Id>['items'];
  /** Shown where none is chosen. */
  placeholder: string;
  onMerge(into: Id): void;
  onEnd(): void;
}

/** Asks into which other one something goes. */
export function MergeDialog<Id extends string>({ name, lead, items, placeholder, onMerge, onEnd }: MergeDialogProps<Id>) {
  const t = useT();
  const [into, setInto] = useState<Id | null>(null);
  const merge = () => {
    if (into) onMerge(into);
    onEnd();
  };
  return (
    <Dialog
      title={t('codebook.merge-title', { name })} lead={lead} isOpen onClose={onEnd} width="narrow"
      actions={(
        <>
          <Button onPress={onEnd}>{t('shell.cancel')}</Button>
          <Button variant="primary" isDisabled={into === null} onPress={merge}>{t('codebook.merge-do')}</Button>
        </>
      )}
    >
      <Select<Id> label={t('codebook.merge-into')} items={items} value={into} onChange={setInto} placeholder={placeholder} />
    </Dialog>
  );
}
