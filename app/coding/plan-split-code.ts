import type { CodeId, CodingId } from '../../schemas/ids.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { planAddCode, type NewCode } from './plan-code.ts';
import { planRecode } from './plan-coding.ts';
import { applyOps, type ProjectState } from './state.ts';

/**
 * Splits a theme: makes a new one and moves these codings to it, from one theme or from several, as when they
 * are put under one that is there.
 */
export function planSplitCode(state: ProjectState, ids: readonly CodingId[], wanted: NewCode): Result<Plan> {
  if (ids.length === 0) return fail('split-none', 'choose the passages that go to the new theme');
  const added = planAddCode(state, wanted);
  if (!added.ok) return added;
  const moved = planRecode(applyOps(state, added.value.ops), ids, wanted.id, wanted.now);
  if (!moved.ok) return moved;
  const { name = '' } = added.value.label.values;
  return ok({
    label: { key: 'code.split', values: { name, from: namesOf(state, ids).join(', '), codings: new Set(ids).size } },
    ops: [...added.value.ops, ...moved.value.ops],
  });
}

function namesOf({ codings, codes }: ProjectState, ids: readonly CodingId[]): string[] {
  const found = new Set<CodeId>(ids.flatMap((id) => codings.get(id)?.codeId ?? []));
  return [...codes.values()].flatMap(({ id, name }) => (found.has(id) ? [name] : []));
}
