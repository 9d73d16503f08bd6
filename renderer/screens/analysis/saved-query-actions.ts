import { planAddQuery, planDeleteQuery, planEditQuery } from '../../../app/coding/plan-query.ts';
import type { SavedQueryId } from '../../../schemas/ids.ts';
import type { ConditionGroup } from '../../../schemas/query.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { openQuery } from './analysis-state.ts';

/** Keeps a query under a name and opens it as that; false where it could not be kept, of which the user was told. */
export async function saveQuery(name: string, query: ConditionGroup): Promise<boolean> {
  let made: SavedQueryId | null = null;
  const result = await commit((project, { now, newId }) => {
    made = newId<SavedQueryId>();
    return planAddQuery(project.state, { id: made, name, query, now });
  });
  if (result.ok) openQuery(made);
  return result.ok;
}

export async function renameQuery(id: SavedQueryId, name: string): Promise<boolean> {
  return (await commit((project, { now }) => planEditQuery(project.state, id, { name }, now))).ok;
}

/** Puts the conditions as they stand on the screen in the place of those that were saved. */
export async function saveQueryChange(id: SavedQueryId, query: ConditionGroup): Promise<void> {
  const result = await commit((project, { now }) => planEditQuery(project.state, id, { query }, now));
  if (result.ok) openQuery(id);
}

/** Its conditions stay on the screen only where they were changed since. */
export async function deleteQuery(id: SavedQueryId): Promise<void> {
  const result = await commit((project) => planDeleteQuery(project.state, id));
  if (!result.ok || !result.value) return;
  const { name = '' } = result.value.label.values;
  notify({ kind: 'info', key: 'analysis.saved.deleted', values: { name, keys: keyCaps('$mod+z') } });
}
