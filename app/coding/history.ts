import type { ChangeId } from '../../schemas/ids.ts';
import type { Change } from '../../schemas/change.ts';
import type { Plan } from './change.ts';

/**
 * What can be undone and redone, told from the history alone, so that it survives a restart. Undoing appends the
 * inverse as a new change; a new change of one's own ends what could be redone.
 */
export interface UndoStacks { undo: Change[]; redo: Change[] }

/** Replays the history into the two stacks, in one pass; the last item of each is the next to take. */
export function undoStacks(history: Iterable<Change>): UndoStacks {
  const stacks: UndoStacks = { undo: [], redo: [] };
  for (const change of history) move(stacks, change);
  return stacks;
}

/** The stacks after one more change; those given stay as they are. */
export function extendStacks(stacks: UndoStacks, change: Change): UndoStacks {
  const next = { undo: [...stacks.undo], redo: [...stacks.redo] };
  move(next, change);
  return next;
}

/** Creating the project is not undone: it would leave nothing to stand in. */
function move(stacks: UndoStacks, change: Change): void {
  if (change.undoes) {
    if (stacks.undo.at(-1)?.id === change.undoes) stacks.redo.push(...stacks.undo.splice(-1));
  } else if (change.redoes) {
    if (stacks.redo.at(-1)?.id === change.redoes) stacks.undo.push(...stacks.redo.splice(-1));
  } else {
    stacks.redo.length = 0;
    if (change.label.key === 'project.create') stacks.undo.length = 0;
    else stacks.undo.push(change);
  }
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
