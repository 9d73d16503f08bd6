import type { Counts } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';

/** What a browser's store says of one project. */
interface StoreFacts {
  /** The last change of the history as far as it can be read, and what that history makes. */
  head: Head;
  counts: Counts;
  /** The number of the last change that the store says it had: more than `head` where changes were lost. */
  claims: number;
  /** Whether the tables hold what the history makes. */
  tablesAgree: boolean;
}

/** What the journal in the data folder says of it, as far as it can be read. */
interface JournalFacts { head: Head; counts: Counts; damaged: boolean }

/** What the sentinel remembers: the last change of this store, and the furthest of any other. 0: never heard of. */
interface SentinelFacts { thisCopy: number; otherCopies: number }

export interface Facts {
  /** Null: this store has nothing of it. */
  store: StoreFacts | null;
  /** Null: the data folder has nothing of it. */
  journal: JournalFacts | null;
  /** The change that the store's history has at the journal's head, and the other way round; null: none there. */
  storeAtJournalHead: string | null;
  journalAtStoreHead: string | null;
  sentinel: SentinelFacts;
  /**
   * What snapshots and whole lines of a damaged journal lead to from the further of the two heads on, and the highest
   * number of a change in that journal; null: not asked, since nothing seemed to be lost.
   */
  rescue: { reach: number; seen: number } | null;
}

export type RecoveryKind = 'store-emptied' | 'store-behind' | 'diverged' | 'journal-damaged';

/** What opening a project comes to. */
export type Decision =
  /** Nobody has heard of it. */
  | { kind: 'absent' }
  /** Both stand at the same change. `repair`: write the tables anew from the history. */
  | { kind: 'open'; repair: boolean; notes: Note[] }
  /** The store follows on the journal: changes after `after` go to the journal. */
  | { kind: 'append'; after: number; repair: boolean; notes: Note[] }
  /** The journal follows on the store: changes after `after` go to the store. */
  | { kind: 'fast-forward'; after: number; repair: boolean; notes: Note[] }
  /** This store never had it: all of it comes from the journal. */
  | { kind: 'restore'; notes: Note[] }
  /** Something was lost or went apart: stop, say so, and let the user choose. */
  | { kind: 'recover'; as: RecoveryKind };

/** `journal-torn`: the journal's end can't be read but nothing is missing. `other-copy-ahead`: another store had more. */
type Note = 'journal-torn' | 'other-copy-ahead';

/**
 * How to open a project that a store, the journal and the sentinel each say something about. Numbers come first and
 * counts only at equal numbers: a crash in the middle of a deletion is no loss. Losing sight of work is never taken
 * for a first run.
 */
export function decide(facts: Facts): Decision {
  const { sentinel } = facts;
  const store = facts.store && (facts.store.head.seq > 0 || facts.store.claims > 0) ? facts.store : null;
  const journal = facts.journal && (facts.journal.head.seq > 0 || facts.journal.damaged) ? facts.journal : null;
  const inStore = store?.head.seq ?? 0;
  const inJournal = journal?.head.seq ?? 0;
  const reach = Math.max(inStore, inJournal);
  /** The last change that this store ever had, by its own word or the sentinel's. */
  const claimed = Math.max(store?.claims ?? 0, sentinel.thisCopy);
  const known = knownOf(facts);
  const damaged = facts.journal?.damaged ?? false;
  const more = (facts.rescue?.reach ?? 0) > reach;

  if (inStore > 0 && inJournal > 0 && apart(facts, inStore, inJournal)) return { kind: 'recover', as: 'diverged' };
  if (more || (damaged && (known > reach || reach === 0))) return { kind: 'recover', as: 'journal-damaged' };
  if (reach === 0) return claimed > 0 ? { kind: 'recover', as: 'store-emptied' } : { kind: 'absent' };
  if (inStore === 0 && claimed > 0) return { kind: 'recover', as: 'store-emptied' };
  if (inStore < claimed) return { kind: 'recover', as: 'store-behind' };

  const notes: Note[] = [];
  if (damaged) notes.push('journal-torn');
  if (sentinel.otherCopies > reach) notes.push('other-copy-ahead');
  const repair = !(store?.tablesAgree ?? true);
  if (inStore === 0) return { kind: 'restore', notes };
  if (inStore > inJournal) return { kind: 'append', after: inJournal, repair, notes };
  if (inStore < inJournal) return { kind: 'fast-forward', after: inStore, repair, notes };
  return { kind: 'open', repair, notes };
}

/** The number of the last change that anybody had, by the word of all. */
function knownOf({ store, sentinel, rescue }: Facts): number {
  return Math.max(store?.claims ?? 0, sentinel.thisCopy, sentinel.otherCopies, rescue?.seen ?? 0);
}

/** Whether there is a reason to look for more than store and journal have. */
export function seemsLost(facts: Omit<Facts, 'rescue'>): boolean {
  const reach = Math.max(facts.store?.head.seq ?? 0, facts.journal?.head.seq ?? 0);
  return (facts.journal?.damaged ?? false) || knownOf({ ...facts, rescue: null }) > reach;
}

/** How many changes are known to have been made and are nowhere any more. */
export function lostFor(facts: Facts): number {
  const reach = Math.max(facts.store?.head.seq ?? 0, facts.journal?.head.seq ?? 0, facts.rescue?.reach ?? 0);
  return Math.max(0, knownOf(facts) - reach);
}

/** Whether neither history is the beginning of the other; at equal heads, whether they make different numbers of rows. */
function apart(facts: Facts, inStore: number, inJournal: number): boolean {
  const { store, journal } = facts;
  if (!store || !journal) return false;
  if (inStore > inJournal) return facts.storeAtJournalHead !== journal.head.id;
  if (inStore < inJournal) return facts.journalAtStoreHead !== store.head.id;
  return store.head.id !== journal.head.id || !sameCounts(store.counts, journal.counts);
}

function sameCounts(a: Counts, b: Counts): boolean {
  const names: (keyof Counts)[] = ['documents', 'speakers', 'codes', 'codings', 'memos', 'coders', 'queries'];
  return names.every((name) => a[name] === b[name]);
}
