import { Copy, Merge, MessageSquare, Plus, Tag, Trash2, X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { noneChosen, targets } from './choosing.ts';
import { copyPassages, deletePassages, joinPassages } from './passage-actions.ts';
import { usePassages } from './passages-state.ts';
import type { Passages } from './use-passages.ts';

/** How many passages are chosen, and what can be done with them together. */
export function SelectionBar({ passages: { shown } }: { passages: Passages }) {
  const t = useT();
  const selected = usePassages((state) => state.selected);
  const readOnly = useWorkbench((state) => state.project?.readOnly !== null);
  const ids = targets(shown, selected, undefined);
  return (
    <>
      <output className="hidden-text">{ids.length > 0 ? t('passages.selected', { count: ids.length }) : ''}</output>
      {ids.length > 0 && (
        <div className="passages-selected no-print">
          <span aria-hidden>{t('passages.selected', { count: ids.length })}</span>
          <Toolbar label={t('passages.selected.actions')}>
            <IconButton icon={Tag} label={t('passages.recode')} keys="t" isDisabled={readOnly} onPress={() => usePassages.setState({ asking: { kind: 'theme', ids } })} />
            <IconButton icon={Plus} label={t('passages.newTheme')} keys="Shift+T" isDisabled={readOnly} onPress={() => usePassages.setState({ asking: { kind: 'new-theme', ids } })} />
            <IconButton icon={MessageSquare} label={t('passages.memos')} keys="m" isDisabled={readOnly} onPress={() => usePassages.setState({ asking: { kind: 'memo', ids } })} />
            <IconButton icon={Merge} label={t('passages.join')} keys="v" isDisabled={readOnly || ids.length < 2} onPress={() => void joinPassages(ids)} />
            <IconButton icon={Copy} label={t('passages.copy')} keys="c" onPress={() => copyPassages(ids)} />
            <IconButton icon={Trash2} label={t('passages.delete')} keys="Delete" isDisabled={readOnly} onPress={() => void deletePassages(ids)} />
            <IconButton icon={X} label={t('passages.selected.none')} keys="Escape" onPress={() => usePassages.setState(noneChosen)} />
          </Toolbar>
        </div>
      )}
    </>
  );
}
