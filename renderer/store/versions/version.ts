import type { Transaction } from 'dexie';

/**
 * One version of a database's shape. Numbered files, never edited once released, with no live code in them: an
 * upgrade spells out the rows of its time. docs/how-to/add-a-store-version.md says how to add one.
 */
export interface StoreVersion {
  /** From 1 without gaps; the browser counts ten times as far. */
  version: number;
  /**
   * The version of records (schemas/upgrades) in its rows; none in the catalogue. Where the newest has a higher one than
   * the version that was found, the shared steps bring the rows there, on a copy first.
   */
  records?: number;
  /** Dexie's schema strings: the tables that are new or whose indexes change, null for those that go. */
  stores: Readonly<Record<string, string | null>>;
  /** Turns the rows of the version before into rows of this one, inside the upgrade's transaction. */
  upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}
