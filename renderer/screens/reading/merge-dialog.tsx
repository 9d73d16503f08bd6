import { useState } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import { codeTree, flattenTree, pathSeparator } from '../../../app/coding/tree.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { mergeThemes } from './theme-actions.ts';

/** Asks into which theme another one goes. */
export function MergeDialog({ id, project, onEnd }: { id: CodeId; project: OpenProject; onEnd(): void }) {
  const t = useT();
  const [into, setInto] = useState<CodeId | null>(null);
  const name = project.state.codes.get(id)?.name ?? '';
  const items = flattenTree(codeTree(project.state)).filter(({ code }) => code.id !== id).map(({ code, path }) => ({
    id: code.id, label: code.name, ...(path.length > 1 ? { detail: path.slice(0, -1).join(pathSeparator) } : {}),
  }));
  const merge = () => {
    if (into) void mergeThemes(id, into);
    onEnd();
  };
  return (
    <Dialog
      title={t('codebook.merge-title', { name })} lead={t('codebook.merge-lead', { name })} isOpen onClose={onEnd} width="narrow"
      actions={(
        <>
          <Button onPress={onEnd}>{t('shell.cancel')}</Button>
          <Button variant="primary" isDisabled={into === null} onPress={merge}>{t('codebook.merge-do')}</Button>
        </>
      )}
    >
      <Select<CodeId> label={t('codebook.merge-into')} items={items} value={into} onChange={setInto} placeholder={t('codebook.merge-choose')} />
    </Dialog>
  );
}
