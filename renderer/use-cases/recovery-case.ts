import type { ProjectId } from '../../schemas/ids.ts';
import type { RecoveryKind } from '../../app/recovery/decide.ts';
import type { Gathered } from './gather.ts';
import { useWorkbench, type RecoveryCase } from './workbench.ts';

/** What the recovery screen shows of a project that can't just be opened. */
export function recoveryCase(kind: RecoveryKind, projectId: ProjectId, { facts, stored, onDisk }: Gathered): RecoveryCase {
  const listed = useWorkbench.getState().projects.find((project) => project.id === projectId);
  return {
    kind, projectId,
    name: onDisk?.name ?? stored?.state.project?.name ?? listed?.name ?? '',
    journal: onDisk,
    store: facts.store && facts.store.head.seq > 0 ? { seq: facts.store.head.seq, counts: facts.store.counts } : null,
  };
}
