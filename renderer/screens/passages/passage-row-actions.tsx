import { ArrowRight, Copy, MessageSquare, MoreHorizontal, Scissors, Tag, Trash2 } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { copyPassages, deletePassages } from './passage-actions.ts';
import type { PassageItem } from './passage-item.ts';
import { usePassages, type Editing } from './passages-state.ts';
import { readOnAt } from './to-text.ts';

interface PassageRowActionsProps { item: PassageItem; isActive: boolean; readOnly: boolean; onEdit(kind: Editing): void }

/** What can be done with one passage; each has its key too. */
export function PassageRowActions({ item, isActive, readOnly, onEdit }: PassageRowActionsProps) {
  const t = useT();
  const reach = { excludeFromTabOrder: !isActive };
  return (
    <span className="passage-actions no-print">
      <IconButton icon={Copy} label={t('passages.copy')} keys="c" {...reach} onPress={() => copyPassages([item.id])} />
      <IconButton
        icon={Tag} label={t('passages.recode')} keys="t" {...reach} isDisabled={readOnly}
        onPress={() => usePassages.setState({ asking: { kind: 'theme', ids: [item.id] } })}
      />
      <IconButton icon={MessageSquare} label={t('passages.memo')} keys="m" {...reach} isDisabled={readOnly} onPress={() => onEdit('memo')} />
      <Menu
        label={t('passages.more')} placement="bottom end" trigger={<IconButton icon={MoreHorizontal} label={t('passages.more')} {...reach} />}
        items={[
          { id: 'read-on', label: t('passages.readOn'), icon: ArrowRight, keys: 'Shift+Enter', onAction: () => readOnAt(item) },
          { id: 'split', label: t('passages.split'), icon: Scissors, keys: 'x', disabled: readOnly || item.orphan, onAction: () => onEdit('split') },
          { id: 'delete', label: t('passages.delete'), icon: Trash2, keys: 'Delete', danger: true, disabled: readOnly, onAction: () => void deletePassages([item.id]) },
        ]}
      />
    </span>
  );
}
