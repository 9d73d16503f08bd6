import type { Op } from '../../schemas/change.ts';
import type { CodeId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { proposeColor } from './palette.ts';
import { cleanName, differs, freeName, memosOn, notThere } from './planning.ts';
import type { ProjectState } from './state.ts';
import { ancestry, siblingsUnder, subtree } from './tree.ts';

export interface NewCode {
  id: CodeId;
  name: string;
  now: string;
  parentId?: CodeId | null;
  definition?: string;
  /** Without it: the palette's hue that is used least. */
  color?: string;
  /** Without it: the first key that is free, if any. Null: no key. */
  key?: number | null;
}

/** Makes a theme, the last among its siblings. */
export function planAddCode(state: ProjectState, wanted: NewCode): Result<Plan> {
  const parentId = wanted.parentId ?? null;
  if (parentId !== null && !state.codes.has(parentId)) return notThere('codes', parentId);
  const name = nameFor(state, parentId, wanted.name, null);
  if (!name.ok) return name;
  const codes = [...state.codes.values()];
  const record: Code = {
    id: wanted.id, parentId, name: name.value, definition: wanted.definition ?? '',
    color: wanted.color ?? proposeColor(codes.map((code) => code.color)),
    key: wanted.key === undefined ? freeKey(codes) : wanted.key,
    order: (siblingsUnder(state, parentId).at(-1)?.order ?? -1) + 1,
    createdAt: wanted.now,
  };
  return ok({ label: { key: 'code.add', values: { name: record.name } }, ops: [...takeKey(state, record), { op: 'put', table: 'codes', record }] });
}

/** What a user says of a theme. Texts that are empty and flags that are not set are not kept. */
export type CodePatch = Partial<Pick<Code, 'name' | 'definition' | 'use' | 'avoid' | 'examples' | 'inactive' | 'color' | 'key'>>;

/** A key that another theme had is taken from it. */
export function planEditCode(state: ProjectState, id: CodeId, patch: CodePatch): Result<Plan> {
  const before = state.codes.get(id);
  if (!before) return notThere('codes', id);
  const name = nameFor(state, before.parentId, patch.name ?? before.name, id);
  if (!name.ok) return name;
  const { use, avoid, examples, inactive, ...kept } = { ...before, ...patch, name: name.value };
  const record: Code = {
    ...kept, ...(use ? { use } : {}), ...(avoid ? { avoid } : {}), ...(examples?.length ? { examples } : {}), ...(inactive === true ? { inactive } : {}),
  };
  const label = { key: 'code.edit', values: { name: record.name } } as const;
  return ok({ label, ops: differs(before, record) ? [...takeKey(state, record), { op: 'put', table: 'codes', record }] : [] });
}

/** Puts a theme, with all below it, under another parent and before a sibling (null: last). Never below itself. */
export function planMoveCode(state: ProjectState, id: CodeId, { parentId, before }: { parentId: CodeId | null; before: CodeId | null }): Result<Plan> {
  const code = state.codes.get(id);
  if (!code) return notThere('codes', id);
  if (parentId !== null && !state.codes.has(parentId)) return notThere('codes', parentId);
  if (parentId !== null && ancestry(state, parentId).some((above) => above.id === id)) {
    return fail('code-under-itself', `"${code.name}" can't stand below itself`, { name: code.name });
  }
  const name = freeName(state, parentId, code.name, id);
  if (!name.ok) return name;
  const label = { key: 'code.move', values: { name: code.name } } as const;
  if (before === id) return ok({ label, ops: [] });
  const siblings = siblingsUnder(state, parentId).filter((sibling) => sibling.id !== id);
  const at = before === null ? siblings.length : siblings.findIndex((sibling) => sibling.id === before);
  if (at < 0) return notThere('codes', before ?? '');
  return ok({ label, ops: placed(siblings, { ...code, parentId }, at).filter((op) => op.op === 'put' && op.table === 'codes' && changed(state, op.record)) });
}

/**
 * Takes a theme away with all below it, their codings, and the memos on any of these. The label says how many
 * themes and codings that are.
 */
export function planDeleteCode(state: ProjectState, id: CodeId): Result<Plan> {
  const code = state.codes.get(id);
  if (!code) return notThere('codes', id);
  const codes = subtree(state, id);
  const codings = [...state.codings.values()].filter((coding) => codes.has(coding.codeId));
  const memos = memosOn(state, new Set<string>([...codes, ...codings.map((coding) => coding.id)]));
  return ok({
    label: { key: 'code.delete', values: { name: code.name, codes: codes.size, codings: codings.length } },
    ops: [
      ...memos.map((memo): Op => ({ op: 'delete', table: 'memos', id: memo.id })),
      ...codings.map((coding): Op => ({ op: 'delete', table: 'codings', id: coding.id })),
      ...[...codes].map((gone): Op => ({ op: 'delete', table: 'codes', id: gone })),
    ],
  });
}

function nameFor(state: ProjectState, parentId: CodeId | null, wanted: string, except: CodeId | null): Result<string> {
  const name = cleanName(wanted);
  return name.ok ? freeName(state, parentId, name.value, except) : name;
}

function freeKey(codes: readonly Code[]): number | null {
  const taken = new Set(codes.map((code) => code.key));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((key) => !taken.has(key)) ?? null;
}

/** Frees the key that this theme wants from the theme that has it. */
function takeKey(state: ProjectState, wants: Code): Op[] {
  if (wants.key === null) return [];
  return [...state.codes.values()]
    .filter((code) => code.id !== wants.id && code.key === wants.key)
    .map((code): Op => ({ op: 'put', table: 'codes', record: { ...code, key: null } }));
}

/** The theme between its new siblings: halfway in their order, or all numbered anew where there is no room between. */
function placed(siblings: readonly Code[], code: Code, at: number): Op[] {
  const low = siblings[at - 1]?.order;
  const high = siblings[at]?.order;
  const order = low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : (low + high) / 2;
  const fits = Number.isFinite(order) && (low === undefined || order > low) && (high === undefined || order < high);
  if (fits) return [{ op: 'put', table: 'codes', record: { ...code, order } }];
  return siblings.toSpliced(at, 0, code).map((sibling, index): Op => ({ op: 'put', table: 'codes', record: { ...sibling, order: index } }));
}

function changed(state: ProjectState, record: Code): boolean {
  const before = state.codes.get(record.id);
  return !before || differs(before, record);
}
