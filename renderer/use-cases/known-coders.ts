import type { Coder } from '../../schemas/records/coder.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState } from '../../app/coding/state.ts';
import { readJournal } from './read-journal.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Everyone who worked in the projects of the data folder, who worked last first: to propose to a profile that does
 * not know its coder (yet). Never taken without asking: a colleague's project may have been opened here too.
 */
export async function knownCoders(): Promise<Coder[]> {
  const lastWork = new Map<Coder['id'], { coder: Coder; at: string }>();
  for (const { id } of useWorkbench.getState().projects) {
    const journal = await readJournal(id, 0);
    const state = journal.ok ? replay(emptyState, journal.value.changes) : null;
    if (!journal.ok || !state?.ok) continue;
    for (const { coderId, at } of journal.value.changes) {
      const coder = coderId && state.value.coders.get(coderId);
      if (coder && at > (lastWork.get(coder.id)?.at ?? '')) lastWork.set(coder.id, { coder, at });
    }
  }
  return [...lastWork.values()].toSorted((a, b) => b.at.localeCompare(a.at)).map(({ coder }) => coder);
}
