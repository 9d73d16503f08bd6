import type { CodeId } from '../../schemas/ids.ts';
import { planAddCode } from '../coding/plan-code.ts';
import type { Plan } from '../coding/change.ts';
import type { ProjectState } from '../coding/state.ts';
import { codeTree, flattenTree, pathSeparator } from '../coding/tree.ts';
import { nameId } from '../support/hash.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { splitPath, type CodebookEntry } from './codebook-entry.ts';

/** The themes of a project that is being built, found by path or by a name that only one of them has. */
export interface CodeIndex {
  byPath: Map<string, CodeId>;
  byName: Map<string, CodeId[]>;
}

export function codeIndex(state: ProjectState): CodeIndex {
  const index: CodeIndex = { byPath: new Map(), byName: new Map() };
  for (const { code, path } of flattenTree(codeTree(state))) {
    index.byPath.set(keyOfPath(path), code.id);
    index.byName.set(keyOfPath([code.name]), [...(index.byName.get(keyOfPath([code.name])) ?? []), code.id]);
  }
  return index;
}

/** The theme that a table means: its id, or the path of a theme that is yet to be made. `ambiguous-code` for a name that several have. */
export function findCode(index: CodeIndex, wanted: string): Result<CodeId | string[]> {
  const path = splitPath(wanted);
  if (path.includes('')) return fail('invalid', 'the row names no theme');
  const found = index.byPath.get(keyOfPath(path));
  if (found) return ok(found);
  const [only, ...others] = path.length === 1 ? (index.byName.get(keyOfPath(path)) ?? []) : [];
  if (!only) return ok(path);
  return others.length === 0 ? ok(only) : fail('ambiguous-code', `several themes are named "${wanted}"; give the path, with "${pathSeparator.trim()}" between the names`);
}

/**
 * The plans that make the themes of a path which are not there yet, the upper ones first. `commit` takes each plan and
 * gives the state it makes, since the next theme stands below the one before.
 */
export function makeCodes(state: ProjectState, entry: CodebookEntry, now: string, commit: (plan: Plan) => ProjectState): Result<CodeId> {
  let current = state;
  let parentId: CodeId | null = null;
  for (const [at, name] of entry.path.entries()) {
    const path = entry.path.slice(0, at + 1);
    const there: CodeId | undefined = codeIndex(current).byPath.get(keyOfPath(path));
    if (there) {
      parentId = there;
      continue;
    }
    const own = at === entry.path.length - 1 ? entry : null;
    const given = own?.id as CodeId | null | undefined;
    const id: CodeId = given && !current.codes.has(given) ? given : nameId<CodeId>('code', ...path);
    const plan: Result<Plan> = planAddCode(current, {
      id, name, now, parentId, definition: own?.definition ?? '',
      ...(own?.color ? { color: own.color } : {}), ...(own?.key && ![...current.codes.values()].some((code) => code.key === own.key) ? { key: own.key } : {}),
    });
    if (!plan.ok) return plan;
    current = commit(plan.value);
    parentId = id;
  }
  return parentId ? ok(parentId) : fail('invalid', 'a theme needs a name');
}

/** The same for two paths that name one theme: case and the way accents are written do not count. */
export const keyOfPath = (path: readonly string[]) => path.map((name) => name.normalize('NFC').toLowerCase()).join('\0');
