import type { Change } from '../../schemas/change.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState } from '../../app/coding/state.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { gather, type Gathered } from './gather.ts';
import { journalProject } from './journal-project.ts';
import { loadContents } from './load-contents.ts';
import { recordCopy } from './record-copy.ts';
import { runtime } from './runtime.ts';
import { putBlobsBack } from './send-blobs.ts';
import { verifyAll } from './verification.ts';
import type { OpenProject, RecoveryCase } from './workbench.ts';

/**
 * Writes this window's store anew from all that can be read of a project: the journal, made whole first from snapshots
 * and its own good lines where it lost some, and what the store itself has beyond it. Files that only the data folder
 * has come along, and every coding is proven.
 */
export async function restoreStore({ projectId, name }: RecoveryCase): Promise<Result<OpenProject['verification']>> {
  const found = await gather(projectId, { mayMake: true });
  if (!found.ok) return found;
  const mended = await mendJournal(projectId, found.value);
  found.value.store?.close();
  if (!mended.ok) return mended;
  const gathered = await gather(projectId, { mayMake: true });
  if (!gathered.ok) return gathered;
  try {
    return await restore(projectId, name, gathered.value);
  } finally {
    gathered.value.store?.close();
  }
}

/** The store's own changes go to the journal first: what was found elsewhere may follow on them. */
async function mendJournal(projectId: ProjectId, { facts, rescue, store, stored }: Gathered): Promise<Result<unknown>> {
  if (!rescue) return ok(null);
  const inJournal = facts.journal?.head ?? { seq: 0, id: null };
  const ahead = store && stored && stored.changes.length > inJournal.seq && (inJournal.seq === 0 || facts.storeAtJournalHead === inJournal.id);
  const sent = ahead ? await journalProject(store, stored.changes, inJournal.seq) : ok(null);
  return sent.ok ? asked(host().call('rescue.mend', { projectId })) : sent;
}

async function restore(projectId: ProjectId, name: string, { store, stored, journalTail }: Gathered): Promise<Result<OpenProject['verification']>> {
  const changes: Change[] = readableHistory([...(stored?.changes ?? []), ...journalTail]);
  if (changes.length === 0) return fail('nothing-to-recover', 'nothing of this project can be read', { name });
  const written = await store?.replaceAll(changes);
  if (written && !written.ok) return written;
  const state = replay(emptyState, changes);
  if (!state.ok) return state;
  const hashes = [...state.value.documents.values()].map((document) => document.contentSha256);
  // What can't be put back now is tried again, and told of, when the project is opened.
  await putBlobsBack({ projectId, hashes, blob: async (sha256) => (await store?.getBlob(sha256)) ?? null });
  const contents = await loadContents({ projectId, store, changes, mayWrite: true });
  runtime.accepted.add(projectId);
  await recordCopy(projectId, state.value);
  return ok(verifyAll({ projectId, contents }, state.value));
}
