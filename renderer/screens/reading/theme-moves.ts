import type { CodeId } from '../../../schemas/ids.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { ancestry, siblingsUnder } from '../../../app/coding/tree.ts';

/** One step with the keyboard: among its siblings, under the one before it, or out to its parent's level. */
export type ThemeMove = 'up' | 'down' | 'in' | 'out';

/** Where a theme goes: under a parent, before a sibling (null: last). */
export interface ThemePlace { parentId: CodeId | null; before: CodeId | null }

type Codes = Pick<ProjectState, 'codes'>;

/** Where a step brings a theme; null where there is no such step. */
export function placeFor(state: Codes, id: CodeId, move: ThemeMove): ThemePlace | null {
  const code = state.codes.get(id);
  if (!code) return null;
  const { parentId } = code;
  const siblings = siblingsUnder(state, parentId);
  const at = siblings.findIndex((sibling) => sibling.id === id);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  switch (move) {
    case 'up': return before ? { parentId, before: before.id } : null;
    case 'down': return after ? { parentId, before: siblings[at + 2]?.id ?? null } : null;
    case 'in': return before ? { parentId: before.id, before: null } : null;
    case 'out': {
      const parent = parentId === null ? undefined : state.codes.get(parentId);
      return parent ? { parentId: parent.parentId, before: nextSibling(state, parent.id) } : null;
    }
  }
}

/** Where a drop at a row brings a theme. */
export function placeOnDrop(state: Codes, target: CodeId, position: 'before' | 'on' | 'after'): ThemePlace | null {
  const code = state.codes.get(target);
  if (!code) return null;
  if (position === 'on') return { parentId: target, before: null };
  return { parentId: code.parentId, before: position === 'before' ? target : nextSibling(state, target) };
}

/** Would this theme, put there, stand below itself? */
export function isBelowItself(state: Codes, id: CodeId, place: ThemePlace): boolean {
  return place.parentId !== null && ancestry(state, place.parentId).some((above) => above.id === id);
}

function nextSibling(state: Codes, id: CodeId): CodeId | null {
  const siblings = siblingsUnder(state, state.codes.get(id)?.parentId ?? null);
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null;
}
