import type { ImportChange } from '../../schemas/records/content.ts';
import type { Reading } from '../importers/importer.ts';
import { edit } from './edit.ts';
import { startEditing, type Editing } from './editing.ts';
import type { OpenContent } from './open-content.ts';
import { putBack } from './put-back.ts';
import { takeOut } from './take-out.ts';

/**
 * Takes import changes back, so that what stood in the source stands in the text: those of these indexes that are not
 * undone yet. They stay listed. One whose place the text no longer has stays as it is, and so do all where the format
 * has no source.
 */
export function undoChanges(reading: Reading, indexes: readonly number[]): Reading {
  return work(reading, indexes, 1, (at, change) => {
    if (change.undone) return change;
    const undone = putBack(at, change);
    return undone === null ? change : { ...change, undone };
  });
}

/** Does import changes again that were taken back. */
export function redoChanges(reading: Reading, indexes: readonly number[]): Reading {
  return work(reading, indexes, -1, (at, change) => {
    if (!change.undone) return change;
    takeOut(at, change, reading.speakers);
    const { undone: _, ...again } = change;
    return again;
  });
}

/** The indexes of a rule's changes. */
export function changesOf({ content }: Reading, rule: string): number[] {
  return content.changes.flatMap((change, index) => (change.rule === rule ? [index] : []));
}

/** Whether a change can be taken back: whether the text knows the place where it was made. */
export const hasPlace = ({ source }: Reading, change: ImportChange): boolean => source !== null && change.source !== null;

/** `by`: 1 in the order of the source, -1 from the last to the first, so that all is taken out as it was put in. */
function work(reading: Reading, indexes: readonly number[], by: 1 | -1, one: (editing: Editing, change: ImportChange) => ImportChange): Reading {
  const { source } = reading;
  if (source === null) return reading;
  const changes = [...reading.content.changes];
  const which = [...new Set(indexes)].filter((index) => changes[index]?.source);
  const start = (index: number) => changes[index]?.source?.[0] ?? 0;
  return edit(reading, (open: OpenContent) => {
    const at = startEditing(open, source, changes);
    let done = false;
    for (const index of which.toSorted((a, b) => by * (start(a) - start(b) || a - b))) {
      const before = changes[index];
      if (!before) continue;
      const after = one(at, before);
      changes[index] = after;
      done ||= after !== before;
    }
    return done;
  }, { changes });
}
