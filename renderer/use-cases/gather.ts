import type { Change } from '../../schemas/change.ts';
import type { Head, ProjectOnDisk, Rescue } from '../../schemas/host.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { seemsLost, type Facts } from '../../app/recovery/decide.ts';
import { countsOf } from '../../app/coding/state.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import type { StoredProject } from '../store/load-project.ts';
import { openProjectStore, storedProjectIds, type ProjectStore } from '../store/project-store.ts';
import { readJournal } from './read-journal.ts';
import { runtime } from './runtime.ts';

/** What store, journal and sentinel say of a project, and the store itself, open. */
export interface Gathered {
  facts: Facts;
  /** Null: there is none, and none may be made. */
  store: ProjectStore | null;
  stored: StoredProject | null;
  onDisk: ProjectOnDisk | null;
  /** The journal's changes after the store's last one. */
  journalTail: Change[];
  /** What else the data folder holds of it; null: not asked, or the host could not tell. */
  rescue: Rescue | null;
}

/** Asks all three. `mayMake`: an empty store is made where there is none. Whoever asked closes the store. */
export async function gather(projectId: ProjectId, { mayMake }: { mayMake: boolean }): Promise<Result<Gathered>> {
  const list = await asked(host().call('projects.list', {}));
  if (!list.ok) return list;
  const copies = await asked(host().call('copies.list', {}));
  if (!copies.ok) return copies;
  const there = mayMake || ((await storedProjectIds()) ?? [projectId]).includes(projectId);
  const opened = there ? await openProjectStore(projectId) : null;
  if (opened && !opened.ok) return opened;
  const store = opened?.value ?? null;
  const stored = store && (await store.load());
  const after = stored?.changes.length ?? 0;
  const journal = await readJournal(projectId, after);
  if (!journal.ok) {
    store?.close();
    return journal;
  }
  const onDisk = list.value.find((project) => project.id === projectId) ?? null;
  const ofProject = copies.value.filter((copy) => copy.projectId === projectId);
  const own = runtime.catalogue?.copyId;
  /** A database that is new, of a project that was opened here before: emptied, also where the sentinel is lost. */
  const emptied = store?.newlyMade && (await runtime.catalogue?.recents())?.some((recent) => recent.projectId === projectId) ? 1 : 0;
  const furthest = (mine: boolean) => Math.max(0, ...ofProject.filter((copy) => (copy.copyId === own) === mine).map((copy) => copy.head.seq));
  const { head, changes: journalTail, damage } = journal.value;
  const accepted = runtime.accepted.has(projectId);
  const facts: Omit<Facts, 'rescue'> = {
    store: stored && {
      head: { seq: stored.state.seq, id: stored.state.head }, counts: countsOf(stored.state),
      claims: stored.claims, tablesAgree: stored.tablesAgree,
    },
    journal: onDisk && { head, counts: onDisk.counts, damaged: damage !== null || onDisk.damage !== null },
    storeAtJournalHead: stored?.changes[head.seq - 1]?.id ?? null,
    journalAtStoreHead: head.seq === after ? head.id : (journalTail[0]?.previous ?? null),
    sentinel: { thisCopy: Math.max(emptied, furthest(true)), otherCopies: accepted ? 0 : furthest(false) },
  };
  const rescue = seemsLost(facts) ? await lookFor(projectId, facts) : null;
  return ok({
    store, stored, onDisk, journalTail, rescue,
    facts: { ...facts, rescue: rescue && { reach: rescue.head.seq, seen: accepted ? 0 : rescue.seen } },
  });
}

/** What follows on the further of the two heads; on the journal's where they went apart. */
async function lookFor(projectId: ProjectId, { store, journal, storeAtJournalHead }: Omit<Facts, 'rescue'>): Promise<Rescue | null> {
  const nothing: Head = { seq: 0, id: null };
  const inJournal = journal?.head ?? nothing;
  const ahead = store !== null && store.head.seq > inJournal.seq && (inJournal.seq === 0 || storeAtJournalHead === inJournal.id);
  const looked = await asked(host().call('rescue.look', { projectId, from: ahead ? store.head : inJournal }));
  return looked.ok ? looked.value : null;
}
