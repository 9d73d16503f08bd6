import type { Transaction } from 'dexie';
import { recordTables, type Change } from '../../schemas/change.ts';
import { upgradeFrom, type Upgrade } from '../../schemas/upgrades/index.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { foldOps } from './fold-ops.ts';

/**
 * Puts a history in place of all there is but the files, inside a transaction on those tables. `rows`: what is written
 * as the history, where it is more than the changes that can be read. Nothing but the database's own promises is
 * awaited: anything else would commit half of it.
 */
export async function writeHistory(on: Transaction, changes: readonly Change[], rows: readonly unknown[] = changes): Promise<void> {
  for (const table of ['project', 'history', 'meta', ...recordTables]) await on.table(table).clear();
  const folded = foldOps(changes);
  const last = changes.at(-1);
  if (folded.project) await on.table('project').put(folded.project, 'project');
  for (const [table, records] of folded.puts) await on.table(table).bulkPut(records);
  await on.table('history').bulkAdd([...rows]);
  if (last) await on.table('meta').put({ seq: last.seq, id: last.id }, 'head');
}

/** Brings a project's rows up from an older version of records, inside the transaction that upgrades the database. */
export async function upgradeRows(on: Transaction, from: number, steps: readonly Upgrade[]): Promise<void> {
  const before: unknown[] = await on.table('history').orderBy('seq').toArray();
  const rows = upgradeFrom(from, { records: null, changes: before }, steps).changes;
  const head: unknown = await on.table('meta').get('head');
  await writeHistory(on, readableHistory(rows), rows);
  // What the store says that it had stays said, also where some of it can't be read.
  if (head !== undefined) await on.table('meta').put(head, 'head');
}
