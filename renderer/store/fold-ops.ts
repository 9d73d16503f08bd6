import type { Change, Op, RecordTable } from '../../schemas/change.ts';
import type { Project } from '../../schemas/records/project.ts';

/** What some changes come to, table by table: the rows to write and the ids to remove. */
export interface FoldedOps {
  /** Null: not touched. */
  project: Project | null;
  puts: Map<RecordTable, unknown[]>;
  deletes: Map<RecordTable, string[]>;
}

/** Takes steps together, the last one on a record deciding, so that a transaction writes each row once. */
export function foldOps(changes: readonly Pick<Change, 'ops'>[]): FoldedOps {
  let project: Project | null = null;
  const last = new Map<RecordTable, Map<string, Op>>();
  for (const op of changes.flatMap((change) => change.ops)) {
    if (op.table === 'project') {
      project = op.record;
      continue;
    }
    const table = last.get(op.table) ?? new Map<string, Op>();
    table.set(op.op === 'delete' ? op.id : op.record.id, op);
    last.set(op.table, table);
  }
  const folded: FoldedOps = { project, puts: new Map(), deletes: new Map() };
  for (const [table, ops] of last) {
    folded.puts.set(table, [...ops.values()].flatMap((op) => (op.op === 'put' ? [op.record] : [])));
    folded.deletes.set(table, [...ops].flatMap(([id, op]) => (op.op === 'delete' ? [id] : [])));
  }
  return folded;
}
