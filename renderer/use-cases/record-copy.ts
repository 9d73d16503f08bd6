import type { ProjectId } from '../../schemas/ids.ts';
import { countsOf, type ProjectState } from '../../app/coding/state.ts';
import { asked, host } from '../host/host.ts';
import { runtime } from './runtime.ts';

/** Tells the sentinel what this window's store holds. Where the host is gone the outbox says so; the next opening tells it. */
export async function recordCopy(projectId: ProjectId, state: ProjectState): Promise<void> {
  if (!runtime.catalogue) return;
  await asked(host().call('copies.record', {
    copyId: runtime.catalogue.copyId, host: host().kind, projectId,
    head: { seq: state.seq, id: state.head }, counts: countsOf(state),
  }));
}
