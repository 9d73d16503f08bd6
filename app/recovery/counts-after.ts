import { recordTables, type Change, type Counts } from '../../schemas/change.ts';

export const noCounts: Counts = { documents: 0, speakers: 0, codes: 0, codings: 0, memos: 0, coders: 0, queries: 0 };

/**
 * Rows in each table after one more change, told from its steps and their inverse alone: a record was there before
 * if the inverse writes it, and is there after if the last step on it does. Costs the change's size, not the project's.
 */
export function countsAfter(counts: Counts, change: Pick<Change, 'ops' | 'inverse'>): Counts {
  const next = { ...counts };
  for (const table of recordTables) next[table] += present(change.ops, table) - present(change.inverse, table);
  return next;
}

/** How many different records of a table stand after these steps. */
function present(ops: Change['ops'], table: (typeof recordTables)[number]): number {
  const there = new Map<string, boolean>();
  for (const op of ops) {
    if (op.table === table) there.set(op.op === 'delete' ? op.id : op.record.id, op.op === 'put');
  }
  return [...there.values()].filter(Boolean).length;
}
