import { changeSchema, type Change } from '../../schemas/change.ts';

/**
 * The changes that can be trusted, from the first on: each as the schema wants it, numbered without gaps and chained
 * to the one before. What comes after the first that is not so is left out: it can't be placed.
 */
export function readableHistory(rows: Iterable<unknown>): Change[] {
  const changes: Change[] = [];
  for (const row of rows) {
    const parsed = changeSchema.safeParse(row);
    if (!parsed.success) break;
    if (parsed.data.seq !== changes.length + 1 || parsed.data.previous !== (changes.at(-1)?.id ?? null)) break;
    changes.push(parsed.data);
  }
  return changes;
}
