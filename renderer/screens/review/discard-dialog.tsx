import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface DiscardDialogProps {
  isOpen: boolean;
  /** The document is in the project already, and stays there as it was. */
  ofProject: boolean;
  count: number;
  onStay(): void;
  onDiscard(): void;
}

/** Asked once, since corrections that were never stored can't be taken back. */
export function DiscardDialog({ isOpen, ofProject, count, onStay, onDiscard }: DiscardDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('review.discard.title')} isOpen={isOpen} onClose={onStay} width="narrow" role="alertdialog"
      actions={(
        <>
          <Button variant="danger" onPress={onDiscard}>{t('review.discard.yes')}</Button>
          <Button variant="primary" onPress={onStay}>{t('review.discard.no')}</Button>
        </>
      )}
    >
      <p>{t(ofProject ? 'review.discard.again' : 'review.discard.text', { count })}</p>
    </Dialog>
  );
}
