import { Dexie } from 'dexie';
import type { Change } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import { upgrades } from '../../schemas/upgrades/index.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { foldOps } from './fold-ops.ts';
import { databaseNames, openDatabase } from './open-database.ts';
import { loadProject, noHead, readHead, type StoredProject } from './load-project.ts';
import { dropCopy, tryUpgrade, type StoreShape } from './upgrade-store.ts';
import { projectVersions } from './versions/registry.ts';
import { writeHistory } from './write-history.ts';

/** One project's database: the only user of its tables. */
export interface ProjectStore {
  readonly projectId: ProjectId;
  readonly newlyMade: boolean;
  load(): Promise<StoredProject>;
  /**
   * Applies changes that follow on the stored head, all or none, in one transaction: records, history and head.
   * `store-moved` where the head is another by now, `store-failed` where the browser could not write.
   */
  append(changes: readonly Change[]): Promise<Result<null>>;
  /** Puts this history in place of all there is, all or none. Files stay. */
  replaceAll(changes: readonly Change[]): Promise<Result<null>>;
  putBlob(sha256: Sha256, bytes: Uint8Array): Promise<Result<null>>;
  getBlob(sha256: Sha256): Promise<Uint8Array | null>;
  close(): void;
}

const prefix = 'hoorwerk-project-';
const currentShape: StoreShape = { versions: projectVersions, steps: upgrades };

/** The projects that have a database here; null where the browser can't tell. */
export async function storedProjectIds(): Promise<ProjectId[] | null> {
  const names = await databaseNames(prefix);
  return names && names.map((name) => name.slice(prefix.length) as ProjectId);
}

/** Removes a project's database: for one that was made for nothing. */
export async function deleteProjectStore(projectId: ProjectId): Promise<void> {
  await Dexie.delete(`${prefix}${projectId}`);
}

/**
 * Opens a project's database, making an empty one where there is none. One of an older version is upgraded on a copy
 * first, which must prove that nothing is lost (`upgrade-failed`: it stays as it was).
 */
export async function openProjectStore(projectId: ProjectId, shape: StoreShape = currentShape): Promise<Result<ProjectStore>> {
  const name = `${prefix}${projectId}`;
  const tried = await tryUpgrade(projectId, name, shape);
  if (!tried.ok) return tried;
  const opened = await openDatabase(name, shape.versions, shape.steps);
  if (!opened.ok) return opened;
  if (tried.value.upgraded) await dropCopy(projectId);
  let { db } = opened.value;

  /** After a failed write Dexie answers `DatabaseClosedError` for ever: open anew, and see what the disk has. */
  const reopen = async (): Promise<boolean> => {
    db.close();
    const again = await openDatabase(name, shape.versions, shape.steps);
    if (again.ok) db = again.value.db;
    return again.ok;
  };

  const write = async (work: (db: Dexie) => Promise<void>, arrived: (head: Head) => boolean): Promise<Result<null>> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await work(db);
        return ok(null);
      } catch (cause) {
        if (cause instanceof StoreMoved) return fail('store-moved', cause.message);
        const message = `the database of project ${projectId} could not be written: ${String(cause)}`;
        if (!(await reopen())) return { ok: false, problem: { code: 'store-failed', message, cause } };
        const now = await readHead(db).catch(() => noHead);
        if (arrived(now)) return ok(null);
        if (attempt === 2) return { ok: false, problem: { code: 'store-failed', message, cause } };
      }
    }
  };

  return ok({
    projectId,
    newlyMade: opened.value.newlyMade,
    load: () => loadProject(db),
    append(changes) {
      const last = changes.at(-1);
      if (!last) return Promise.resolve(ok(null));
      return write((on) => append(on, changes), (head) => head.id === last.id);
    },
    replaceAll(changes) {
      return write((on) => replaceAll(on, changes), () => false);
    },
    putBlob: (sha256, bytes) => write(async (on) => { await on.table('blobs').put({ sha256, bytes }); }, () => false),
    async getBlob(sha256) {
      const row: unknown = await db.table('blobs').get(sha256);
      return typeof row === 'object' && row !== null && 'bytes' in row && row.bytes instanceof Uint8Array ? row.bytes : null;
    },
    close: () => db.close(),
  });
}

/** The stored head is not the one that the change follows on. */
class StoreMoved extends Error {}

/** Nothing but the database's own promises is awaited inside: anything else would commit half of it. */
async function append(db: Dexie, changes: readonly Change[]): Promise<void> {
  const folded = foldOps(changes);
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return;
  await db.transaction('rw', db.tables.filter((table) => table.name !== 'blobs'), async () => {
    const head = await readHead(db);
    if (head.seq !== first.seq - 1 || head.id !== first.previous) {
      throw new StoreMoved(`the store stands at change ${head.seq}, not at the one before ${first.seq}`);
    }
    if (folded.project) await db.table('project').put(folded.project, 'project');
    for (const [table, records] of folded.puts) await db.table(table).bulkPut(records);
    for (const [table, ids] of folded.deletes) await db.table(table).bulkDelete(ids);
    await db.table('history').bulkAdd([...changes]);
    await db.table('meta').put({ seq: last.seq, id: last.id }, 'head');
  });
}

async function replaceAll(db: Dexie, changes: readonly Change[]): Promise<void> {
  await db.transaction('rw', db.tables.filter((table) => table.name !== 'blobs'), (transaction) => writeHistory(transaction, changes));
}
