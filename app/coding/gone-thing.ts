import type { Change, Op } from '../../schemas/change.ts';
import type { SimpleCondition } from '../../schemas/query.ts';
import type { UndoStacks } from './history.ts';

/** What a condition named, as the history still knows it: `steps` times undo (or redo) brings it back, with all that was done since. */
export interface GoneThing { name: string; by: 'undo' | 'redo'; steps: number }

/**
 * What the history knows of a thing that a condition names and the project no longer has; null where no step that can be
 * undone or redone brings it back. One pass over these steps, the last ones first.
 */
export function goneThing({ undo, redo }: UndoStacks, condition: SimpleCondition): GoneThing | null {
  return lastIn(undo, ({ inverse }) => inverse, condition, 'undo') ?? lastIn(redo, ({ ops }) => ops, condition, 'redo');
}

function lastIn(changes: readonly Change[], puts: (change: Change) => readonly Op[], condition: SimpleCondition, by: GoneThing['by']): GoneThing | null {
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const change = changes[at];
    const name = change && puts(change).map((op) => nameIn(op, condition)).find((one) => one !== null);
    if (name) return { name, by, steps: changes.length - at };
  }
  return null;
}

/** The name of what the condition names, where this step writes it. */
function nameIn(op: Op, condition: SimpleCondition): string | null {
  if (op.op !== 'put') return null;
  const named = (isIt: boolean) => (isIt && 'name' in op.record ? op.record.name : null);
  switch (condition.kind) {
    case 'theme': case 'relation': return named(op.table === 'codes' && op.record.id === condition.theme);
    // A document without turns is a voice too.
    case 'speaker': return named((op.table === 'speakers' || op.table === 'documents') && op.record.id === condition.voice);
    case 'role': return op.table === 'speakers' && op.record.role === condition.role ? condition.role : null;
    case 'organisation': return op.table === 'speakers' && op.record.organisation === condition.organisation ? condition.organisation : null;
    case 'document': return named(op.table === 'documents' && op.record.id === condition.document);
    case 'coder': return named(op.table === 'coders' && op.record.id === condition.coder);
    default: return null;
  }
}
