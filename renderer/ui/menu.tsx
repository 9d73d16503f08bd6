import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text, type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import { Swatch } from './swatch.tsx';

interface MenuAction {
  id: string;
  label: string;
  /** A second, quieter line. */
  detail?: string;
  icon?: LucideIcon;
  /** A theme's colour instead of an icon. */
  color?: string;
  keys?: string | undefined;
  danger?: boolean;
  disabled?: boolean;
  /** Marks the one that is chosen now. */
  current?: boolean;
  onAction(): void;
}
export type MenuEntry = MenuAction | 'separator';

export interface MenuProps {
  label: string;
  /** A button of this kit. */
  trigger: ReactElement;
  items: readonly MenuEntry[];
  /** Opened and closed from outside too, by a key; left out where its button alone does. */
  isOpen?: boolean;
  onOpenChange?(isOpen: boolean): void;
  placement?: NonNullable<AriaPopoverProps['placement']>;
}

/** Commands behind a button. */
export function Menu({ label, trigger, items, isOpen, onOpenChange, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <Popover className="popover menu" placement={placement} offset={5}>
        <AriaMenu className="menu-list" aria-label={label}>
          {items.map((item, index) => (item === 'separator'
            ? <Separator key={`after ${idOf(items[index - 1])}`} className="menu-line" />
            : <Item key={item.id} item={item} />))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

const idOf = (entry: MenuEntry | undefined) => (entry === undefined || entry === 'separator' ? '' : entry.id);

function Item({ item }: { item: MenuAction }) {
  const { icon: Icon } = item;
  return (
    <MenuItem
      id={item.id} textValue={item.label} onAction={item.onAction} isDisabled={item.disabled === true}
      className={`menu-item ${item.danger === true ? 'danger' : ''} ${item.current === true ? 'current' : ''}`}
    >
      {item.color === undefined ? Icon ? <Icon aria-hidden /> : <span /> : <Swatch color={item.color} />}
      <span className="menu-words">
        <Text slot="label">{item.label}</Text>
        {item.detail !== undefined && <Text slot="description" className="menu-detail">{item.detail}</Text>}
      </span>
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </MenuItem>
  );
}
