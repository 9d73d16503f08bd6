import type { Change } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import type { ChangeId } from '../../schemas/ids.ts';

/**
 * The longest row of changes that follows on `from`, out of changes that were found in any place and order. Each is
 * placed by its number and by the change that it says it follows on, so a gap or another branch is never bridged. Where
 * two rows reach as far, the change that stands first in `found` decides. Costs a sort of `found`.
 */
export function reachFurthest(from: Head, found: readonly Change[]): Change[] {
  /** For each change: the one after it on the longest row, and the number at which that row ends. */
  const next = new Map<ChangeId | null, { change: Change; end: number }>();
  for (const change of found.toSorted((a, b) => b.seq - a.seq)) {
    const after = next.get(change.id);
    const end = after?.change.seq === change.seq + 1 ? after.end : change.seq;
    const known = next.get(change.previous);
    if (!known || end > known.end) next.set(change.previous, { change, end });
  }
  const row: Change[] = [];
  let { seq, id } = from;
  for (let after = next.get(id); after?.change.seq === seq + 1; after = next.get(id)) {
    row.push(after.change);
    ({ seq, id } = after.change);
  }
  return row;
}
