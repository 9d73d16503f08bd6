import type { Op } from '../../schemas/change.ts';
import type { CodeId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { differs, freeName, notThere, sameName } from './planning.ts';
import { moveInQueries } from './query-names.ts';
import { moveMemos, recodeOps } from './recode.ts';
import type { ProjectState } from './state.ts';
import { ancestry, siblingsUnder } from './tree.ts';

/**
 * Puts all of one theme into another and takes it away. Codings move, and those that stand there already become one;
 * memos, saved queries and the themes below go along, and a theme below that has a namesake at the other is merged into
 * that in turn. A definition goes along where the other has none. Merging into a theme below itself first lifts that one
 * to its place.
 */
export function planMergeCodes(state: ProjectState, fromId: CodeId, intoId: CodeId): Result<Plan> {
  const from = state.codes.get(fromId);
  const into = state.codes.get(intoId);
  if (!from || !into) return notThere('codes', from ? intoId : fromId);
  if (fromId === intoId) return fail('code-into-itself', `"${from.name}" can't be merged into itself`, { name: from.name });
  const codes = new Map(state.codes);
  if (ancestry(state, intoId).some((above) => above.id === fromId)) {
    const free = freeName({ ...state, codes: new Map([...codes].filter(([id]) => id !== fromId)) }, from.parentId, into.name, intoId);
    if (!free.ok) return free;
    codes.set(intoId, { ...into, parentId: from.parentId, order: from.order });
  }
  const merged = new Map<CodeId, CodeId>();
  mergeInto(codes, merged, fromId, intoId);
  const moving = [...state.codings.values()].flatMap((coding) => {
    const codeId = merged.get(coding.codeId);
    return codeId === undefined ? [] : [{ coding, codeId }];
  });
  const { ops: codings, memoMoves } = recodeOps(state, moving, null);
  return ok({
    label: { key: 'code.merge', values: { name: from.name, into: into.name, codings: moving.length } },
    ops: [
      ...changedCodes(state, codes),
      ...codings,
      ...moveMemos(state, new Map<string, string>([...merged, ...memoMoves])),
      ...moveInQueries(state, merged),
      ...[...merged.keys()].map((id): Op => ({ op: 'delete', table: 'codes', id })),
    ],
  });
}

/** Works on a copy of the codebook; `merged` gathers which theme went into which. */
function mergeInto(codes: Map<CodeId, Code>, merged: Map<CodeId, CodeId>, fromId: CodeId, intoId: CodeId): void {
  const from = codes.get(fromId);
  const into = codes.get(intoId);
  if (!from || !into) return;
  codes.delete(fromId);
  merged.set(fromId, intoId);
  codes.set(intoId, { ...into, ...gained(from, into), key: into.key ?? from.key });
  for (const child of siblingsUnder({ codes }, fromId)) {
    const siblings = siblingsUnder({ codes }, intoId);
    const namesake = siblings.find((sibling) => sameName(sibling.name, child.name));
    if (namesake) mergeInto(codes, merged, child.id, namesake.id);
    else codes.set(child.id, { ...child, parentId: intoId, order: (siblings.at(-1)?.order ?? -1) + 1 });
  }
}

/** What the theme that stays lacks and the other says; examples of both. */
function gained(from: Code, into: Code): Partial<Code> {
  const examples = [...new Set([...(into.examples ?? []), ...(from.examples ?? [])])];
  return {
    definition: into.definition === '' ? from.definition : into.definition,
    ...(!into.use && from.use ? { use: from.use } : {}), ...(!into.avoid && from.avoid ? { avoid: from.avoid } : {}),
    ...(examples.length > 0 ? { examples } : {}),
  };
}

function changedCodes(state: ProjectState, codes: ReadonlyMap<CodeId, Code>): Op[] {
  return [...codes.values()].flatMap((record): Op[] => {
    const before = state.codes.get(record.id);
    return before && !differs(before, record) ? [] : [{ op: 'put', table: 'codes', record }];
  });
}
