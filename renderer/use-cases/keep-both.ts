import type { Change } from '../../schemas/change.ts';
import type { ChangeId } from '../../schemas/ids.ts';
import { graft } from '../../app/recovery/graft.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { copyName } from './copy-name.ts';
import { gather } from './gather.ts';
import { installCopy } from './install-project.ts';
import { journalProject } from './journal-project.ts';
import { findBlob } from './load-contents.ts';
import { readJournal } from './read-journal.ts';
import { useWorkbench, type RecoveryCase } from './workbench.ts';

/**
 * Ends a divergence. The version that the user chose goes on under the project's own id, the other becomes a project
 * with another id and a name that says which it was. The journal only grows: where the store's version is chosen, it
 * is grafted onto it. Answers the copy's name.
 */
export async function keepBoth(found: RecoveryCase, chosen: 'store' | 'journal'): Promise<Result<{ copy: string }>> {
  const { projectId } = found;
  const gathered = await gather(projectId, { mayMake: true });
  if (!gathered.ok) return gathered;
  const { store, stored } = gathered.value;
  try {
    const journal = await readJournal(projectId, 0);
    if (!journal.ok) return journal;
    if (!store || !stored) return fail('nothing-to-recover', 'the store has nothing of this project', { name: found.name });
    const inJournal = readableHistory(journal.value.changes);
    return await settle(found, store, stored.changes, inJournal, chosen);
  } finally {
    store?.close();
  }
}

async function settle(
  { projectId, name }: RecoveryCase, store: ProjectStore, inStore: readonly Change[], inJournal: readonly Change[], chosen: 'store' | 'journal',
): Promise<Result<{ copy: string }>> {
  const other = chosen === 'store' ? inJournal : inStore;
  const title = copyName(chosen === 'store' ? 'copy.data-folder' : 'copy.this-store', name, other.at(-1)?.at);
  // First the copy: whatever goes wrong after it, both versions are there.
  const copy = await installCopy({ changes: other, blob: async (sha256) => (await findBlob(projectId, store, sha256))?.bytes ?? null }, title);
  if (!copy.ok) return copy;
  const kept = chosen === 'store' ? await graftOnto(store, inJournal, inStore) : ok([...inJournal]);
  if (!kept.ok) return kept;
  const written = await store.replaceAll(kept.value);
  return written.ok ? ok({ copy: copy.value.name }) : written;
}

/** The journal takes over the store's version; only then does the store take the journal's history. */
async function graftOnto(store: ProjectStore, inJournal: readonly Change[], inStore: readonly Change[]): Promise<Result<Change[]>> {
  const context = {
    newId: () => crypto.randomUUID() as ChangeId, now: new Date().toISOString(), coderId: useWorkbench.getState().coder?.id ?? null,
  };
  const grafted = graft(inJournal, inStore, context);
  if (!grafted.ok) return grafted;
  const changes = [...inJournal, ...grafted.value];
  const sent = await journalProject(store, changes, inJournal.length);
  return sent.ok ? ok(changes) : sent;
}
