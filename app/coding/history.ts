import type { ChangeId } from '../../schemas/ids.ts';
import type { Change } from '../../schemas/change.ts';
import type { Plan } from './change.ts';

/**
 * What can be undone and redone, told from the history alone, so that it survives a restart. Undoing appends the
 * inverse as a new change; a new change of one's own ends what could be redone.
 */
export interface UndoStacks { undo: Change[]; redo: Change[] }

/** Replays the history into the two stacks; the last item of each is the next to take. */
export function undoStacks(history: Iterable<Change>): UndoStacks {
  return [...history].reduce(extendStacks, { undo: [], redo: [] });
}

/** The stacks after one more change. Creating the project is not undone: it would leave nothing to stand in. */
export function extendStacks(stacks: UndoStacks, change: Change): UndoStacks {
  if (change.undoes) {
    const undone = stacks.undo.at(-1);
    return undone?.id === change.undoes ? { undo: stacks.undo.slice(0, -1), redo: [...stacks.redo, undone] } : stacks;
  }
  if (change.redoes) {
    const redone = stacks.redo.at(-1);
    return redone?.id === change.redoes ? { undo: [...stacks.undo, redone], redo: stacks.redo.slice(0, -1) } : stacks;
  }
  if (change.label.key === 'project.create') return { undo: [], redo: [] };
  return { undo: [...stacks.undo, change], redo: [] };
}

/** The plan that takes the last change back, to be made with `{ undoes }`; null where there is nothing. */
export function planUndo(stacks: UndoStacks): { plan: Plan; undoes: ChangeId } | null {
  const last = stacks.undo.at(-1);
  return last ? { plan: { label: last.label, ops: last.inverse }, undoes: last.id } : null;
}

/** The plan that puts the last undone change back, to be made with `{ redoes }`; null where there is nothing. */
export function planRedo(stacks: UndoStacks): { plan: Plan; redoes: ChangeId } | null {
  const last = stacks.redo.at(-1);
  return last ? { plan: { label: last.label, ops: last.ops }, redoes: last.id } : null;
}
