import { Dexie, type Table } from 'dexie';
import type { Upgrade } from '../../schemas/upgrades/index.ts';
import { sha256Schema, type ProjectId, type Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { readContent } from '../../app/document/content-blob.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { chained, upgradeProblem } from '../../app/recovery/upgrade-problem.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { loadProject, type StoredProject } from './load-project.ts';
import { nativeVersion, openDatabase } from './open-database.ts';
import type { StoreVersion } from './versions/version.ts';

/** The versions of a project's database, and the steps between versions of records. */
export interface StoreShape { versions: readonly StoreVersion[]; steps: readonly Upgrade[] }

/**
 * Where a database is of an older version: copies it, upgrades the copy, and proves of that that nothing was lost. Only
 * then may the database itself be opened, which upgrades it in one transaction by the same steps; the copy stays until
 * that is done. Where it is not older, or the browser can't tell, nothing is done.
 */
export async function tryUpgrade(projectId: ProjectId, name: string, shape: StoreShape): Promise<Result<{ upgraded: boolean }>> {
  const copyName = copyNameOf(projectId);
  const found = await nativeVersion(name);
  const newest = (shape.versions.at(-1)?.version ?? 0) * 10;
  if (found === null || found >= newest) return ok({ upgraded: false });
  try {
    await Dexie.delete(copyName);
    const before = await copyDatabase(name, copyName);
    const problem = await problemOf(projectId, before, shape);
    if (problem === null) return ok({ upgraded: true });
    await Dexie.delete(copyName);
    return fail('upgrade-failed', `the database ${name} stays at version ${found / 10}: ${problem}`);
  } catch (cause) {
    await Dexie.delete(copyName).catch(() => undefined);
    return { ok: false, problem: { code: 'upgrade-failed', message: `the database ${name} could not be upgraded on a copy: ${String(cause)}`, cause } };
  }
}

/** The upgrade took: the copy is needed no more. */
export async function dropCopy(projectId: ProjectId): Promise<void> {
  await Dexie.delete(copyNameOf(projectId));
}

const copyNameOf = (projectId: ProjectId) => `hoorwerk-upgrade-${projectId}`;

/** Copies all tables as they are, whatever they hold. Answers the history's rows. */
async function copyDatabase(name: string, copyName: string): Promise<unknown[]> {
  // Without versions Dexie takes a database as it is.
  const from = await new Dexie(name).open();
  const to = new Dexie(copyName, { chromeTransactionDurability: 'strict' });
  try {
    to.version(from.verno).stores(Object.fromEntries(from.tables.map((table) => [table.name, schemaOf(table)])));
    await to.open();
    for (const table of from.tables) {
      const keys = await table.toCollection().primaryKeys();
      // One row at a time: files are large, and the whole of them need not fit in memory.
      for (const key of keys) await to.table(table.name).put(await table.get(key), table.schema.primKey.keyPath ? undefined : key);
      if (await to.table(table.name).count() !== keys.length) throw new Error(`the table ${table.name} was not copied whole`);
    }
    return await from.table('history').orderBy('seq').toArray();
  } finally {
    from.close();
    to.close();
  }
}

const schemaOf = ({ schema }: Table): string => [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(',');

async function problemOf(projectId: ProjectId, before: unknown[], { versions, steps }: StoreShape): Promise<string | null> {
  const opened = await openDatabase(copyNameOf(projectId), versions, steps);
  if (!opened.ok) return opened.problem.message;
  const { db } = opened.value;
  try {
    const stored = await loadProject(db);
    if (!stored.tablesAgree) return 'the tables do not hold what the history makes';
    // What followed on nothing before the upgrade was lost already; opening the project tells of it.
    return upgradeProblem({ projectId, before: chained(before), after: stored.changes, contents: await contentsIn(db, stored) });
  } finally {
    db.close();
  }
}

async function contentsIn(db: Dexie, { changes }: StoredProject): Promise<Map<Sha256, Content>> {
  const contents = new Map<Sha256, Content>();
  for (const sha256 of blobsNamed(changes).contents) {
    const row: unknown = await db.table('blobs').get(sha256Schema.parse(sha256));
    const bytes = typeof row === 'object' && row !== null && 'bytes' in row && row.bytes instanceof Uint8Array ? row.bytes : null;
    const content = bytes && readContent(bytes);
    if (content?.ok) contents.set(sha256, content.value);
  }
  return contents;
}
