import type { Change } from '../../schemas/change.ts';
import { replay } from '../../app/coding/change.ts';
import { countsOf, emptyState } from '../../app/coding/state.ts';
import { ok, type Problem, type Result } from '../../app/support/result.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { createOutbox } from './outbox.ts';
import { runtime } from './runtime.ts';

/**
 * Sends a project's changes after number `after` to the journal, once. What could not be sent is in the store, and
 * goes when the project is opened.
 */
export async function journalProject(store: ProjectStore, changes: readonly Change[], after: number): Promise<Result<null>> {
  const there = replay(emptyState, changes.slice(0, after));
  const whole = replay(emptyState, changes);
  if (!there.ok) return there;
  if (!whole.ok) return whole;
  if (!runtime.catalogue || changes.length === after) return ok(null);
  const outcome: { problem: Problem | null } = { problem: null };
  const outbox = createOutbox({
    projectId: store.projectId, copyId: runtime.catalogue.copyId, name: () => whole.value.project?.name ?? '',
    head: { seq: there.value.seq, id: there.value.head }, counts: countsOf(there.value),
    blob: (sha256) => store.getBlob(sha256),
    onState: (problem) => { outcome.problem = problem; },
  });
  outbox.push(changes.slice(after));
  const sent = await outbox.flush();
  outbox.stop();
  return sent || !outcome.problem ? ok(null) : { ok: false, problem: outcome.problem };
}
