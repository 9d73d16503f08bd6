import type { Change } from '../../schemas/change.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState } from '../../app/coding/state.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { gather, type Gathered } from './gather.ts';
import { loadContents } from './load-contents.ts';
import { recordCopy } from './record-copy.ts';
import { runtime } from './runtime.ts';
import { verifyAll } from './verification.ts';
import type { OpenProject, RecoveryCase } from './workbench.ts';

/**
 * Writes this window's store anew from all that can be read of a project: the journal, and what the store itself has
 * beyond it. Files that only the data folder has come along, and every coding is proven.
 */
export async function restoreStore({ projectId, name }: RecoveryCase): Promise<Result<OpenProject['verification']>> {
  const gathered = await gather(projectId, { mayMake: true });
  if (!gathered.ok) return gathered;
  try {
    return await restore(projectId, name, gathered.value);
  } finally {
    gathered.value.store?.close();
  }
}

async function restore(projectId: ProjectId, name: string, { store, stored, journalTail }: Gathered): Promise<Result<OpenProject['verification']>> {
  const changes: Change[] = readableHistory([...(stored?.changes ?? []), ...journalTail]);
  if (changes.length === 0) return fail('nothing-to-recover', 'nothing of this project can be read', { name });
  const written = await store?.replaceAll(changes);
  if (written && !written.ok) return written;
  const state = replay(emptyState, changes);
  if (!state.ok) return state;
  const contents = await loadContents({ projectId, store, changes, state: state.value, mayWrite: true });
  if (!contents.ok) return contents;
  runtime.accepted.add(projectId);
  await recordCopy(projectId, state.value);
  return ok(verifyAll({ projectId, contents: contents.value }, state.value));
}
