import { Dexie } from 'dexie';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { upgrades, type Upgrade } from '../../schemas/upgrades/index.ts';
import { upgradeRows } from './write-history.ts';
import type { StoreVersion } from './versions/version.ts';

export interface OpenedDatabase {
  db: Dexie;
  /** The browser made it just now: never there before, or silently emptied (docs/adr on storage). */
  newlyMade: boolean;
}

/**
 * Opens a database at the newest of these versions, or refuses: `store-newer` where a newer program made it (Dexie
 * would open it without a word), `store-unavailable` where the browser can't.
 */
export async function openDatabase(
  name: string, versions: readonly StoreVersion[], steps: readonly Upgrade[] = upgrades,
): Promise<Result<OpenedDatabase>> {
  const newest = versions.at(-1)?.version ?? 0;
  const found = await nativeVersion(name);
  if (found !== null && found > newest * 10) return newer(name, found);
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  // Upgrades run in order, from the first version that the database is not yet of: the one before it tells its records.
  let first: number | null = null;
  for (const [at, { version, stores, records, upgrade }] of versions.entries()) {
    db.version(version).stores({ ...stores }).upgrade(async (transaction) => {
      first ??= at;
      await upgrade?.(transaction);
      const from = versions[first - 1]?.records;
      // Rows go to the newest version of records at once, when the tables are as that version has them.
      if (version === newest && from !== undefined && records !== from) await upgradeRows(transaction, from, steps);
    });
  }
  let newlyMade = false;
  db.on('populate', () => { newlyMade = true; });
  try {
    await db.open();
  } catch (cause) {
    db.close();
    return { ok: false, problem: { code: 'store-unavailable', message: `the database ${name} can't be opened`, cause } };
  }
  // Again, for browsers that can't list their databases.
  const opened = db.backendDB().version;
  if (opened > newest * 10) {
    db.close();
    return newer(name, opened);
  }
  return ok({ db, newlyMade });
}

/** Databases of this origin whose name starts so; null where the browser can't list them. */
export async function databaseNames(prefix: string): Promise<string[] | null> {
  if (typeof indexedDB.databases !== 'function') return null;
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

/** The version of a database, in tens as the browser counts; null where there is none or the browser can't tell. */
export async function nativeVersion(name: string): Promise<number | null> {
  if (typeof indexedDB.databases !== 'function') return null;
  const all = await indexedDB.databases();
  return all.find((database) => database.name === name)?.version ?? null;
}

const newer = (name: string, version: number) =>
  fail('store-newer', `the database ${name} has version ${version / 10}, made by a newer program; update this one`);
