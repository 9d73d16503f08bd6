import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface LeaveDialogProps { isOpen: boolean; count: number; onStay(): void; onLeave(): void }

/** Asked where files would be left that were not taken in: reading them anew takes time. */
export function LeaveDialog({ isOpen, count, onStay, onLeave }: LeaveDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('batch.leave-title')} isOpen={isOpen} onClose={onStay} width="narrow" role="alertdialog"
      actions={(
        <>
          <Button variant="danger" onPress={onLeave}>{t('batch.leave-yes')}</Button>
          <Button variant="primary" onPress={onStay}>{t('batch.leave-no')}</Button>
        </>
      )}
    >
      <p>{t('batch.leave-text', { count })}</p>
    </Dialog>
  );
}
