import type { CodeId } from '../../../schemas/ids.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { subtree } from '../../../app/coding/tree.ts';
import { useUi } from '../ui-state.ts';

type Codes = Pick<ProjectState, 'codes'>;

/** Shows this theme, with all below it, and no other on the page. */
export function showOnly(state: Codes, id: CodeId): void {
  useUi.setState({ onlyCodes: subtree(state, id) });
}

/** Shows a theme with all below it beside those that are shown, or hides it; all shown is the same as no choice. */
export function toggleShown(state: Codes, id: CodeId): void {
  const before = useUi.getState().onlyCodes ?? new Set(state.codes.keys());
  const below = subtree(state, id);
  const next = before.has(id) ? new Set([...before].filter((code) => !below.has(code))) : new Set([...before, ...below]);
  useUi.setState({ onlyCodes: [...state.codes.keys()].every((code) => next.has(code)) ? null : next });
}

export function showAll(): void {
  useUi.setState({ onlyCodes: null });
}
