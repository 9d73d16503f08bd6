import {
  Camera, ChevronDown, FileInput, FilePlus2, FolderInput, FolderOpen, Keyboard, LogOut, Printer, Save, Settings, Share, SquarePlus, type LucideIcon,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, isEnabled, runCommand } from '../palette/commands.ts';

const entries: readonly (readonly [string, LucideIcon] | 'separator')[] = [
  ['document.import', FilePlus2], ['document.import-folder', FolderInput], ['export.dialog', Share], ['page.print', Printer],
  'separator',
  ['project.save', Save], ['snapshots.show', Camera],
  'separator',
  ['project.new', SquarePlus], ['project.open', FolderOpen], ['project.sample', FileInput], ['project.close', LogOut],
  'separator',
  ['settings.show', Settings], ['keys.show', Keyboard],
];

/** The brand, and behind it what is done with the project as a whole. */
export function ProjectMenu() {
  const t = useT();
  // What can be done depends on the project: looked at anew with each change of it.
  useWorkbench((workbench) => workbench.project);
  const items = entries.flatMap((entry): MenuEntry[] => {
    if (entry === 'separator') return ['separator'];
    const [id, icon] = entry;
    const command = findCommand(id);
    if (!command) return [];
    return [{ id, icon, label: t(command.title), keys: command.keys, disabled: !isEnabled(command), onAction: () => runCommand(id) }];
  });
  return (
    <Menu
      label={t('shell.menu')} items={items}
      trigger={<AriaButton className="brand" aria-label={t('shell.menu')}>Hoorwerk<ChevronDown aria-hidden /></AriaButton>}
    />
  );
}
