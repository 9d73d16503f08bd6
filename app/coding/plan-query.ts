import type { Op } from '../../schemas/change.ts';
import type { SavedQueryId } from '../../schemas/ids.ts';
import type { ConditionGroup } from '../../schemas/query.ts';
import type { SavedQuery } from '../../schemas/records/saved-query.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs, notThere, sameName } from './planning.ts';
import type { ProjectState } from './state.ts';

/** Keeps a query under a name that no other has. */
export function planAddQuery(state: ProjectState, { id, name, query, now }: { id: SavedQueryId; name: string; query: ConditionGroup; now: string }): Result<Plan> {
  const free = nameFor(state, name, null);
  if (!free.ok) return free;
  const record: SavedQuery = { id, name: free.value, query, createdAt: now, updatedAt: now };
  return ok({ label: { key: 'query.add', values: { name: record.name } }, ops: [{ op: 'put', table: 'queries', record }] });
}

/** Another name, or other conditions under the same name. */
export function planEditQuery(state: ProjectState, id: SavedQueryId, patch: Partial<Pick<SavedQuery, 'name' | 'query'>>, now: string): Result<Plan> {
  const before = state.queries.get(id);
  if (!before) return notThere('queries', id);
  const name = nameFor(state, patch.name ?? before.name, id);
  if (!name.ok) return name;
  const record: SavedQuery = { ...before, ...patch, name: name.value };
  const label = { key: 'query.edit', values: { name: record.name } } as const;
  return ok({ label, ops: differs(before, record) ? [{ op: 'put', table: 'queries', record: { ...record, updatedAt: now } }] : [] });
}

export function planDeleteQuery(state: ProjectState, id: SavedQueryId): Result<Plan> {
  const before = state.queries.get(id);
  if (!before) return notThere('queries', id);
  const ops: Op[] = [{ op: 'delete', table: 'queries', id }];
  return ok({ label: { key: 'query.delete', values: { name: before.name } }, ops });
}

function nameFor(state: ProjectState, wanted: string, except: SavedQueryId | null): Result<string> {
  const name = cleanName(wanted);
  if (!name.ok) return name;
  const taken = [...state.queries.values()].some((query) => query.id !== except && sameName(query.name, name.value));
  return taken ? fail('query-name-taken', `there is a query "${name.value}" already; give another name`, { name: name.value }) : name;
}
