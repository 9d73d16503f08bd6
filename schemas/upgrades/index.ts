/**
 * Records and changes as they were read, before anything is known of them. `records` is null where there are only
 * changes, in a journal and in the store: theirs are made anew from the upgraded changes.
 */
export interface RawProject { records: unknown; changes: unknown[] }

/**
 * One step from a version of the records to the next. Steps are frozen: they use no schema and no function that lives
 * on elsewhere, and are never edited once they have been released. Project files and the store share them.
 */
export interface Upgrade {
  /** The version it makes, out of the one before it. */
  to: number;
  /** Null for the first version, which has nothing before it. */
  upgrade: ((raw: RawProject) => RawProject) | null;
}

/** The version of records that this program writes. */
export const recordsVersion = 3;

export const upgrades: readonly Upgrade[] = [
  { to: 1, upgrade: null },
  // Memos on passages, undone import changes, reviews of accepted documents, merged speakers, what themes say of their
  // use, more kinds of changes: nothing of version 1 looks different.
  { to: 2, upgrade: (raw) => raw },
  // Saved queries, in a table of their own: nobody had any.
  { to: 3, upgrade: ({ records, changes }) => ({ records: typeof records === 'object' && records !== null ? { ...records, queries: [] } : records, changes }) },
];

/** The versions that a reader knows. Given to what reads stored work, so that a test can add a version of its own. */
export interface KnownRecords { version: number; steps: readonly Upgrade[] }

export const knownRecords: KnownRecords = { version: recordsVersion, steps: upgrades };

/** Brings what was written in an older version up to this program's; what is newer stays as it is. */
export function upgradeFrom(version: number, raw: RawProject, steps: readonly Upgrade[] = upgrades): RawProject {
  return steps.filter(({ to }) => to > version).reduce((current, step) => step.upgrade?.(current) ?? current, raw);
}
