import { useMemo, useState, type KeyboardEvent } from 'react';
import { Tree, useDragAndDrop, type Key } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import { codeTree } from '../../../app/coding/tree.ts';
import { useT } from '../../i18n/index.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { passageType, themeType } from '../../editor/plugins/pointer.ts';
import { deleteTheme, moveTheme } from './theme-actions.ts';
import { filterTree } from './filter-tree.ts';
import { placeFor, placeOnDrop, type ThemeMove } from './theme-moves.ts';
import { ThemeRow } from './theme-row.tsx';
import { tagWith } from './tagging.ts';
import type { ThemeRows } from './theme-task.ts';

export interface ThemeTreeProps extends ThemeRows {
  project: OpenProject;
  /** Letters that the themes shown have. */
  typed: string;
}

/** The themes as a tree. Keys on a row: F2 changes it, Alt and arrows move it, Delete takes it away. */
export function ThemeTree({ project, typed, counts, here, isReadOnly, onTask }: ThemeTreeProps) {
  const t = useT();
  const { state } = project;
  const chosen = useUi((ui) => ui.codeId);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const { codes } = state;
  const nodes = useMemo(() => filterTree(codeTree({ codes }), typed), [codes, typed]);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': state.codes.get(key as CodeId)?.name ?? '', [themeType]: String(key) })),
    acceptedDragTypes: [passageType, themeType],
    // Words of the page, let go on a theme: the theme is put on them. Asked for a theme that is let go on another too, before `onMove`.
    onItemDrop: ({ items, target, isInternal }) => {
      if (!isInternal && items.some((item) => item.kind === 'text' && item.types.has(passageType))) void tagWith(target.key as CodeId);
    },
    onMove: ({ keys, target }) => {
      const [id] = keys;
      const place = target.type === 'item' ? placeOnDrop(project.state, target.key as CodeId, target.dropPosition) : null;
      if (id !== undefined && place) void moveTheme(id as CodeId, place);
    },
  });
  const pressed = (event: KeyboardEvent) => {
    const id = rowUnder(event.target);
    const action = id && !isReadOnly ? keyAction(event, id, project, onTask) : null;
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  return (
    // The capturing handler comes before the tree's own: Alt and an arrow would move its focus.
    <div onKeyDownCapture={pressed} role="presentation">
      <Tree
        className="theme-tree" aria-label={t('codebook.themes')} selectionMode="single" selectionBehavior="replace" dragAndDropHooks={dragAndDropHooks}
        selectedKeys={chosen && state.codes.has(chosen) ? [chosen] : []}
        onSelectionChange={(keys) => choose(keys === 'all' ? undefined : [...keys][0])}
        renderEmptyState={() => <p className="pane-hint">{t('codebook.not-found')}</p>}
        expandedKeys={[...state.codes.keys()].filter((id) => !closed.has(id))}
        onExpandedChange={(open) => setClosed(new Set([...state.codes.keys()].filter((id) => !open.has(id))))}
        {...(isReadOnly ? {} : { onAction: (key: Key) => onTask({ kind: 'edit', id: key as CodeId }) })}
      >
        {nodes.map((node) => <ThemeRow key={node.code.id} node={node} counts={counts} here={here} isReadOnly={isReadOnly} onTask={onTask} />)}
      </Tree>
    </div>
  );
}

/** A chosen theme is what the right pane tells of, so no coding stays chosen. */
function choose(key: Key | undefined): void {
  useUi.setState(key === undefined ? { codeId: null } : { codeId: key as CodeId, focusedCodingId: null });
}

function rowUnder(target: EventTarget): CodeId | null {
  const row = target instanceof HTMLElement && target.getAttribute('role') === 'row' ? target : null;
  return (row?.dataset['key'] as CodeId | undefined) ?? null;
}

const moves: Record<string, ThemeMove> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

function keyAction(event: KeyboardEvent, id: CodeId, project: OpenProject, onTask: ThemeTreeProps['onTask']): (() => void) | null {
  const move = event.altKey ? moves[event.key] : undefined;
  if (move) {
    const place = placeFor(project.state, id, move);
    return () => { if (place) void moveTheme(id, place); };
  }
  if (event.key === 'F2') return () => onTask({ kind: 'edit', id });
  if (event.key === 'Delete') return () => void deleteTheme(id);
  return null;
}
