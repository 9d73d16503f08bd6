import type { Change } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';

const page = 5000;

/** The journal's changes after number `after`, all of them, and where it stands. Nothing there: head 0. */
export async function readJournal(projectId: ProjectId, after: number): Promise<Result<{ head: Head; changes: Change[]; damage: string | null }>> {
  const changes: Change[] = [];
  for (;;) {
    const read = await asked(host().call('journal.read', { projectId, after: after + changes.length, limit: page }));
    if (!read.ok) {
      return read.problem.code === 'not-found' ? ok({ head: { seq: 0, id: null }, changes: [], damage: null }) : read;
    }
    changes.push(...read.value.changes);
    if (read.value.changes.length === 0 || after + changes.length >= read.value.head.seq) {
      return ok({ head: read.value.head, changes, damage: read.value.damage });
    }
  }
}
