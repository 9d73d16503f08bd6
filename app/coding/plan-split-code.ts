import type { Op } from '../../schemas/change.ts';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { planAddCode, type NewCode } from './plan-code.ts';
import { planRecode } from './plan-coding.ts';
import { applyOps, type ProjectState } from './state.ts';

/**
 * Splits a theme: makes a new one and moves these codings to it, from one theme or from several. Those that were examples
 * of their theme are examples of the new one.
 */
export function planSplitCode(state: ProjectState, ids: readonly CodingId[], wanted: NewCode): Result<Plan> {
  if (ids.length === 0) return fail('split-none', 'choose the passages that go to the new theme');
  const added = planAddCode(state, wanted);
  if (!added.ok) return added;
  const moved = planRecode(applyOps(state, added.value.ops), ids, wanted.id, wanted.now);
  if (!moved.ok) return moved;
  const ops = [...added.value.ops, ...moved.value.ops];
  const after = applyOps(state, ops);
  const from = codesOf(state, ids);
  const { name = '' } = added.value.label.values;
  return ok({
    label: { key: 'code.split', values: { name, from: from.map((code) => code.name).join(', '), codings: new Set(ids).size } },
    ops: [...ops, ...moveExamples(from, after.codes.get(wanted.id), new Set(ids.filter((id) => after.codings.has(id))))],
  });
}

function codesOf({ codings, codes }: ProjectState, ids: readonly CodingId[]): Code[] {
  const found = new Set<CodeId>(ids.flatMap((id) => codings.get(id)?.codeId ?? []));
  return [...codes.values()].filter((code) => found.has(code.id));
}

function moveExamples(from: readonly Code[], to: Code | undefined, moved: ReadonlySet<CodingId>): Op[] {
  const giving = from.filter(({ examples = [] }) => examples.some((id) => moved.has(id)));
  if (!to || giving.length === 0) return [];
  const left = giving.map(({ examples = [], ...code }): Code => {
    const kept = examples.filter((id) => !moved.has(id));
    return kept.length > 0 ? { ...code, examples: kept } : code;
  });
  const taken = giving.flatMap(({ examples = [] }) => examples.filter((id) => moved.has(id)));
  return [...left, { ...to, examples: taken }].map((record): Op => ({ op: 'put', table: 'codes', record }));
}
