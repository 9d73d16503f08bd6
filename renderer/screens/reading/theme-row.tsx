import { ArrowDown, ArrowUp, ChevronRight, CornerDownRight, Eye, EyeOff, Focus, IndentDecrease, IndentIncrease, Merge, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import { flattenTree, type CodeNode } from '../../../app/coding/tree.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { deleteTheme, moveTheme } from './theme-actions.ts';
import { showOnly, toggleShown } from './shown-themes.ts';
import { placeFor, type ThemeMove } from './theme-moves.ts';
import type { ThemeRows } from './theme-task.ts';

interface ThemeRowProps extends ThemeRows { node: CodeNode }

/** One theme: colour, name, whether it is offered, how many codings in the open document and in all, its key, and what can be done with it. */
export const ThemeRow = memo(Row, (before, now) => before.node === now.node && before.isReadOnly === now.isReadOnly
  && before.onTask === now.onTask && (before.here === null) === (now.here === null)
  && flattenTree([now.node]).every(({ code: { id } }) => before.counts.get(id) === now.counts.get(id) && before.here?.get(id) === now.here?.get(id)));

function Row({ node, counts, here, isReadOnly, onTask }: ThemeRowProps) {
  const t = useT();
  const { code, children } = node;
  const isShown = useIsShown(code.id);
  const count = counts.get(code.id) ?? 0;
  const inOpen = here && (here.get(code.id) ?? 0);
  const figures = [t('codebook.count', { count }), ...(inOpen === null ? [] : [t('codebook.count-here', { count: inOpen })])].join(', ');
  const isInactive = code.inactive === true;
  const name = [
    code.name, figures, ...(code.key === null ? [] : [`${t('codebook.key')} ${code.key}`]),
    ...(isInactive ? [t('codebook.inactive')] : []), ...(isShown ? [] : [t('codebook.is-hidden')]),
  ].join(', ');
  return (
    <TreeItem id={code.id} textValue={code.name} aria-label={name} className="theme-item">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={isShown ? 'theme-row' : 'theme-row theme-hidden'} style={{ paddingInlineStart: 8 + (level - 1) * 18 }} onContextMenu={openMenu} role="presentation">
            {!isReadOnly && <AriaButton slot="drag" className="theme-grip hidden-text" aria-label={t('codebook.move', { name: code.name })}>⠿</AriaButton>}
            <span className="theme-mark"><Swatch color={code.color} /></span>
            <span className="theme-name">{code.name}{isInactive && <> <small className="theme-inactive">{t('codebook.inactive')}</small></>}</span>
            {hasChildItems && (
              <AriaButton slot="chevron" className="theme-chevron" aria-label={t(isExpanded ? 'codebook.close' : 'codebook.open', { name: code.name })}><ChevronRight aria-hidden /></AriaButton>
            )}
            <span className="n" title={figures}>{inOpen === null ? formatNumber(count) : <>{formatNumber(inOpen)}<small> / {formatNumber(count)}</small></>}</span>
            {code.key === null ? <span className="key none" /> : <span className="key">{code.key}</span>}
            {!isReadOnly && <ThemeMenu id={code.id} name={code.name} onTask={onTask} />}
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => <ThemeRow key={child.code.id} node={child} counts={counts} here={here} isReadOnly={isReadOnly} onTask={onTask} />)}
    </TreeItem>
  );
}

function ThemeMenu({ id, name, onTask }: { id: CodeId; name: string; onTask: ThemeRows['onTask'] }) {
  const t = useT();
  const codes = useWorkbench((workbench) => workbench.project?.state.codes);
  const isShown = useIsShown(id);
  const move = (step: ThemeMove) => {
    const place = codes ? placeFor({ codes }, id, step) : null;
    return { disabled: place === null, onAction: () => { if (place) void moveTheme(id, place); } };
  };
  const items: MenuEntry[] = [
    { id: 'edit', label: t('codebook.edit'), icon: Pencil, keys: 'F2', onAction: () => onTask({ kind: 'edit', id }) },
    { id: 'below', label: t('codebook.add-below'), icon: CornerDownRight, onAction: () => onTask({ kind: 'add', parentId: id }) },
    'separator',
    { id: 'up', label: t('codebook.up'), icon: ArrowUp, keys: 'Alt+ArrowUp', ...move('up') },
    { id: 'down', label: t('codebook.down'), icon: ArrowDown, keys: 'Alt+ArrowDown', ...move('down') },
    { id: 'in', label: t('codebook.in'), icon: IndentIncrease, keys: 'Alt+ArrowRight', ...move('in') },
    { id: 'out', label: t('codebook.out'), icon: IndentDecrease, keys: 'Alt+ArrowLeft', ...move('out') },
    'separator',
    { id: 'only', label: t('codebook.show-only'), icon: Focus, disabled: !codes, onAction: () => { if (codes) showOnly({ codes }, id); } },
    { id: 'shown', label: t(isShown ? 'codebook.hide' : 'codebook.show'), icon: isShown ? EyeOff : Eye, disabled: !codes, onAction: () => { if (codes) toggleShown({ codes }, id); } },
    'separator',
    { id: 'merge', label: t('codebook.merge'), icon: Merge, disabled: (codes?.size ?? 0) < 2, onAction: () => onTask({ kind: 'merge', id }) },
    { id: 'delete', label: t('codebook.delete'), icon: Trash2, keys: 'Delete', danger: true, onAction: () => void deleteTheme(id) },
  ];
  return <Menu label={name} placement="bottom end" trigger={<IconButton className="row-menu" icon={MoreHorizontal} label={t('codebook.menu', { name })} />} items={items} />;
}

/** Whether the page shows the theme's codings. */
const useIsShown = (id: CodeId) => useUi((ui) => ui.onlyCodes === null || ui.onlyCodes.has(id));

/** A right click opens the row's own menu. */
function openMenu(event: MouseEvent<HTMLElement>): void {
  const button = event.currentTarget.querySelector<HTMLElement>('.row-menu');
  if (!button) return;
  event.preventDefault();
  button.click();
}
