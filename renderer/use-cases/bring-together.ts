import type { Change } from '../../schemas/change.ts';
import { decide, type Decision, type RecoveryKind } from '../../app/recovery/decide.ts';
import { readableHistory } from '../../app/recovery/readable-history.ts';
import { assertNever, fail, ok, type Result } from '../../app/support/result.ts';
import type { MessageKey } from '../i18n/index.ts';
import type { Gathered } from './gather.ts';

/** What came of bringing store and journal together. */
export interface Together {
  changes: Change[];
  /** How many of them the journal has. */
  inJournal: number;
  /** What to tell the user, with `name` and the verification filled in by who tells it. */
  told: { key: MessageKey; count?: number }[];
}

/** Decides how to open a project and writes the store accordingly. `recover`: stop, and let the user choose. */
export async function bringTogether(gathered: Gathered): Promise<Result<Together | { recover: RecoveryKind }>> {
  const decision = decide(gathered.facts);
  const { store, stored, journalTail } = gathered;
  const inStore = stored?.changes ?? [];
  const told = notesOf(decision);
  switch (decision.kind) {
    case 'absent': return fail('project-not-found', 'neither the store nor the data folder has this project');
    case 'recover': return ok({ recover: decision.as });
    case 'restore': {
      const changes = readableHistory(journalTail);
      const written = await store?.replaceAll(changes);
      if (written && !written.ok) return written;
      return ok({ changes, inJournal: changes.length, told: [{ key: 'notice.restored' }, ...told] });
    }
    case 'open':
    case 'append':
    case 'fast-forward': {
      const tail = decision.kind === 'fast-forward' ? journalTail : [];
      const changes = [...inStore, ...tail];
      const written = decision.repair ? await store?.replaceAll(changes) : await store?.append(tail);
      if (written && !written.ok) return written;
      if (decision.repair) told.unshift({ key: 'notice.repaired' });
      if (tail.length > 0) told.unshift({ key: 'notice.brought-up-to-date', count: tail.length });
      if (decision.kind === 'append') told.unshift({ key: 'notice.journal-renewed' });
      return ok({ changes, inJournal: decision.kind === 'append' ? decision.after : changes.length, told });
    }
    default: return assertNever(decision);
  }
}

function notesOf(decision: Decision): Together['told'] {
  if (!('notes' in decision)) return [];
  return decision.notes.map((note) => ({ key: `notice.${note}` as const }));
}
