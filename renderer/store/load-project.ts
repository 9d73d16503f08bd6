import type { Dexie } from 'dexie';
import { recordTables, type Change } from '../../schemas/change.ts';
import { headSchema, type Head } from '../../schemas/host.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState, type ProjectState } from '../../app/coding/state.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { sameValue } from '../../app/support/same-value.ts';

/** What the database holds of a project. */
export interface StoredProject {
  /** The history as far as it can be trusted, and the state that it makes. */
  changes: Change[];
  state: ProjectState;
  /** The number of the last change that the database says it had: more than `changes` where some were lost. */
  claims: number;
  /** Whether the tables hold what the history makes: false after a partial loss. */
  tablesAgree: boolean;
}

/** Reads all of a project's database but its files, at one moment. */
export async function loadProject(db: Dexie): Promise<StoredProject> {
  return db.transaction('r', db.tables.filter((table) => table.name !== 'blobs'), async () => {
    const head = await readHead(db);
    const rows: unknown[] = await db.table('history').orderBy('seq').toArray();
    const changes = readableHistory(rows);
    const replayed = replay(emptyState, changes);
    const state = replayed.ok ? replayed.value : emptyState;
    let tablesAgree = sameValue(await db.table('project').get('project') ?? null, state.project);
    for (const table of recordTables) {
      const records: { id: string }[] = await db.table(table).toArray();
      const wanted = new Map<string, unknown>(state[table]);
      tablesAgree &&= records.length === wanted.size && records.every((record) => sameValue(record, wanted.get(record.id)));
    }
    return { changes, state, claims: Math.max(head.seq, rows.length), tablesAgree };
  });
}

export const noHead: Head = { seq: 0, id: null };

export async function readHead(db: Dexie): Promise<Head> {
  const head = headSchema.safeParse(await db.table('meta').get('head'));
  return head.success ? head.data : noHead;
}
