import type { Change } from '../../../schemas/change.ts';
import type { ProjectState } from '../../../app/coding/state.ts';

/** A line of the history: a day's heading, or a step. */
export type HistoryRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'change'; key: string; change: Change; coder: string | null; undone: boolean };

/** The history, newest first, under its days; steps that do not hold any more are marked. */
export function historyRows(changes: readonly Change[], coders: ProjectState['coders']): HistoryRow[] {
  const undone = undoneIds(changes);
  const rows: HistoryRow[] = [];
  let day = '';
  for (const change of changes.toReversed()) {
    const itsDay = new Date(change.at).toDateString();
    if (itsDay !== day) rows.push({ kind: 'day', key: `day ${change.id}`, at: change.at });
    day = itsDay;
    const coder = change.coderId === null ? undefined : coders.get(change.coderId);
    rows.push({ kind: 'change', key: change.id, change, coder: coder?.name ?? coderInChange(change), undone: undone.has(change.id) });
  }
  return rows;
}

/** The changes that were taken back and not put back since. */
function undoneIds(changes: readonly Change[]): Set<string> {
  const undone = new Set<string>();
  for (const { undoes, redoes } of changes) {
    if (undoes) undone.add(undoes);
    if (redoes) undone.delete(redoes);
  }
  return undone;
}

/** The first step of a coder may bring the coder's own record along. */
function coderInChange(change: Change): string | null {
  for (const op of change.ops) {
    if (op.op === 'put' && op.table === 'coders' && op.record.id === change.coderId) return op.record.name;
  }
  return null;
}
