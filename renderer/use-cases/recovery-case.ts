import type { ProjectId } from '../../schemas/ids.ts';
import { lostFor, type RecoveryKind } from '../../app/recovery/decide.ts';
import type { Gathered } from './gather.ts';
import { useWorkbench, type RecoveryCase } from './workbench.ts';

/** What the recovery screen shows of a project that can't just be opened. */
export function recoveryCase(kind: RecoveryKind, projectId: ProjectId, { facts, stored, onDisk, rescue }: Gathered): RecoveryCase {
  const listed = useWorkbench.getState().projects.find((project) => project.id === projectId);
  const count = lostFor(facts);
  return {
    kind, projectId,
    name: onDisk?.name ?? stored?.state.project?.name ?? listed?.name ?? '',
    journal: onDisk,
    store: facts.store && facts.store.head.seq > 0 ? { seq: facts.store.head.seq, counts: facts.store.counts } : null,
    rescue: rescue && (rescue.fromJournal + rescue.fromSnapshots > 0 || rescue.damagedSnapshots > 0) ? rescue : null,
    missing: count > 0 ? { count, since: lastKept({ stored, onDisk, rescue }) } : null,
  };
}

/** When the last change was made that can be had; null: none can. */
function lastKept({ stored, onDisk, rescue }: Pick<Gathered, 'stored' | 'onDisk' | 'rescue'>): string | null {
  const times = [stored?.changes.at(-1)?.at, onDisk && onDisk.head.seq > 0 ? onDisk.updatedAt : null, rescue?.updatedAt];
  return times.flatMap((time) => time ?? []).toSorted().at(-1) ?? null;
}
