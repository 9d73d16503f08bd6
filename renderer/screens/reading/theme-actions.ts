import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { planAddCode, planDeleteCode, planEditCode, planMoveCode, type CodePatch } from '../../../app/coding/plan-code.ts';
import { planMergeCodes } from '../../../app/coding/plan-merge-codes.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { useUi } from '../ui-state.ts';
import { isBelowItself, type ThemePlace } from './theme-moves.ts';

/** Makes a theme and chooses it; false where it could not be made, of which the user was told. */
export async function addTheme(name: string, parentId: CodeId | null): Promise<boolean> {
  let made: CodeId | null = null;
  const result = await commit((project, { now, newId }) => {
    made = newId<CodeId>();
    return planAddCode(project.state, { id: made, name, now, parentId });
  });
  if (result.ok) useUi.setState({ codeId: made, focusedCodingId: null });
  return result.ok;
}

export async function editTheme(id: CodeId, patch: CodePatch): Promise<boolean> {
  return (await commit((project) => planEditCode(project.state, id, patch))).ok;
}

/** Makes a coding an example of its theme, or no longer. */
export async function toggleExample({ id, examples = [] }: Code, coding: CodingId): Promise<void> {
  await editTheme(id, { examples: examples.includes(coding) ? examples.filter((other) => other !== coding) : [...examples, coding] });
}

/** A drop upon itself or upon its own subthemes is a slip of the hand, not a problem to tell. */
export async function moveTheme(id: CodeId, place: ThemePlace): Promise<void> {
  await commit((project) => (isBelowItself(project.state, id, place)
    ? planMoveCode(project.state, id, { parentId: project.state.codes.get(id)?.parentId ?? null, before: id })
    : planMoveCode(project.state, id, place)));
}

/** Takes a theme away with all below it; says how much went along and how to get it back. */
export async function deleteTheme(id: CodeId): Promise<void> {
  const result = await commit((project) => planDeleteCode(project.state, id));
  if (!result.ok || !result.value) return;
  const { name = '', codes = 1, codings = 0 } = result.value.label.values;
  useUi.setState((ui) => (ui.codeId === id ? { codeId: null } : {}));
  notify({ kind: 'info', key: 'codebook.deleted', values: { name, below: Number(codes) - 1, codings, keys: keyCaps('$mod+z') } });
}

/** Puts all of one theme into another, which is then the chosen one. */
export async function mergeThemes(from: CodeId, into: CodeId): Promise<void> {
  const result = await commit((project) => planMergeCodes(project.state, from, into));
  if (!result.ok || !result.value) return;
  const values = result.value.label.values;
  useUi.setState({ codeId: into });
  notify({
    kind: 'info', key: 'codebook.merged',
    values: { name: values['name'] ?? '', into: values['into'] ?? '', codings: values['codings'] ?? 0, keys: keyCaps('$mod+z') },
  });
}
