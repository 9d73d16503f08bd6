import type { Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState } from '../../app/coding/state.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { bringTogether, type Together } from './bring-together.ts';
import { checkDisk } from './check-disk.ts';
import { closeProject } from './close-project.ts';
import { endSession } from './end-session.ts';
import { gather, type Gathered } from './gather.ts';
import { takeUp } from './last-moment.ts';
import { loadContents } from './load-contents.ts';
import { notify, telling } from './notices.ts';
import { readJournal } from './read-journal.ts';
import { readOnlyReason } from './read-only.ts';
import { recordCopy } from './record-copy.ts';
import { recoveryCase } from './recovery-case.ts';
import { runtime } from './runtime.ts';
import { putBlobsBack } from './send-blobs.ts';
import { openSession } from './session-of.ts';
import { startTask } from './tasks.ts';
import { useWorkbench, type OpenProject } from './workbench.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Opens a project: brings this window's store and the journal together, proves every coding, and shows it. Where
 * something was lost or went apart, nothing is written and the recovery screen asks (`needs-recovery`). Tells the user
 * what was done and why it could not be. One at a time: a second one waits for the first.
 */
export function openProject(projectId: ProjectId): Promise<Result<null>> {
  const turn = last.then(() => open(projectId));
  last = turn.catch(() => undefined);
  return turn;
}

async function open(projectId: ProjectId): Promise<Result<null>> {
  const task = startTask({ title: 'task.open', values: { name: nameOf(projectId) } });
  try {
    await endSession();
    const opened = telling(await bringUp(projectId));
    if (!opened.ok && useWorkbench.getState().phase === 'project') await closeProject();
    return opened;
  } finally {
    task.end();
  }
}

async function bringUp(projectId: ProjectId): Promise<Result<null>> {
  const { coder } = useWorkbench.getState();
  if (!coder) return fail('no-coder', 'there is no coder yet');
  await checkDisk({ must: true });
  const mayWrite = readOnlyReason() === null;
  const gathered = await gather(projectId, { mayMake: mayWrite });
  if (!gathered.ok) return gathered;
  const opened = await openGathered(projectId, gathered.value, coder, mayWrite);
  if (!opened.ok) gathered.value.store?.close();
  return opened;
}

async function openGathered(projectId: ProjectId, gathered: Gathered, coder: Coder, mayWrite: boolean): Promise<Result<null>> {
  const { store } = gathered;
  const together = mayWrite ? await bringTogether(gathered) : await onlyRead(projectId, gathered);
  if (!together.ok) return together;
  if ('recover' in together.value) {
    useWorkbench.setState({ phase: 'recovery', project: null, recovery: [recoveryCase(together.value.recover, projectId, gathered)] });
    return fail('needs-recovery', `the project needs the user's choice: ${together.value.recover}`);
  }
  const { inJournal, told: messages } = together.value;
  const changes = mayWrite && store ? await takeUp(projectId, store, together.value.changes) : together.value.changes;
  const state = replay(emptyState, changes);
  if (!state.ok) return state;
  const lost = mayWrite ? await putBack(projectId, store, changes) : new Set<Sha256>();
  const contents = await loadContents({ projectId, store, changes, mayWrite });
  const moved = () => { void openProject(projectId); };
  const opened = openSession({ projectId, store, changes, inJournal, state: state.value, contents, coder, moved });
  if (!opened.ok) return opened;
  tell(opened.value, messages);
  tellOfFiles(opened.value, lost);
  if (mayWrite && store) await remember(opened.value);
  return ok(null);
}

/** What a window that may not write shows: the longer of the two, the journal where they went apart. */
async function onlyRead(projectId: ProjectId, { stored, journalTail, facts }: Gathered): Promise<Result<Together>> {
  const inStore = stored?.changes ?? [];
  const joined = readableHistory([...inStore, ...journalTail]);
  const linear = facts.storeAtJournalHead === (facts.journal?.head.id ?? null) || joined.length === inStore.length + journalTail.length;
  const journal = linear ? null : await readJournal(projectId, 0);
  if (journal && !journal.ok) return journal;
  const changes = journal ? journal.value.changes : joined;
  return changes.length === 0
    ? fail('project-not-found', 'neither the store nor the data folder has this project')
    : ok({ changes, inJournal: changes.length, told: [] });
}

/** Makes the data folder's files whole, so that snapshots and project files are; answers those that nobody has. */
async function putBack(projectId: ProjectId, store: ProjectStore | null, changes: readonly Change[]): Promise<Set<Sha256>> {
  const { originals, contents } = blobsNamed(changes);
  const hashes = [...contents, ...originals];
  const left = await putBlobsBack({ projectId, hashes, blob: async (sha256) => (await store?.getBlob(sha256)) ?? null });
  // Where the folder can't be written now, the outbox says so; nothing is known to be lost.
  return new Set(left.ok ? left.value : []);
}

/** Names each document of which a file is lost: the text, or the file that it was read from. */
function tellOfFiles({ state, contents }: OpenProject, lost: ReadonlySet<Sha256>): void {
  for (const { name, contentSha256, sourceSha256 } of state.documents.values()) {
    if (!contents.has(contentSha256)) notify({ kind: 'problem', key: 'notice.text-missing', values: { name } });
    else if (lost.has(sourceSha256)) notify({ kind: 'problem', key: 'notice.original-missing', values: { name } });
  }
}

/** Leaves word of this opening where the next one looks: recent projects, and the sentinel. */
async function remember(project: OpenProject): Promise<void> {
  const name = project.state.project?.name ?? '';
  await runtime.catalogue?.opened(project.projectId, name, new Date().toISOString());
  const { session } = runtime;
  if (session) await recordCopy(session.projectId, session.stored.state);
}

function tell(project: OpenProject, messages: Together['told']): void {
  const { verified, total, orphans } = project.verification;
  const name = project.state.project?.name ?? '';
  for (const { key, count } of messages) notify({ kind: 'info', key, values: { name, verified, total, count: count ?? 0 } });
  if (orphans.length > 0) notify({ kind: 'problem', key: 'notice.orphans', values: { count: orphans.length } });
}

function nameOf(projectId: ProjectId): string {
  return useWorkbench.getState().projects.find((project) => project.id === projectId)?.name ?? '';
}
