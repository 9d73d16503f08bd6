import type { CodeId } from '../../../schemas/ids.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';

/** The speaker with more than half of a theme's words (counting.md: one voice). `id` is the speaker's or the document's. */
export interface Loudest { id: string; name: string; share: number }

/** By theme; those without one voice are left out. Turns without a speaker count among the words, but are no voice. */
export function loudestVoices(
  snapshot: ProjectSnapshot, options: { withSubtree: boolean; includeModerators: boolean },
): ReadonlyMap<CodeId, Loudest> {
  const { rows } = themeFrequencies.run(snapshot, { ...options, document: null, by: 'speaker' });
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(String(row['code_id']), (totals.get(String(row['code_id'])) ?? 0) + Number(row['words']));
  const loudest = new Map<CodeId, Loudest>();
  for (const row of rows) {
    const id = String(row['code_id']) as CodeId;
    const all = totals.get(id) ?? 0;
    const words = Number(row['words']);
    if (row['by_id'] !== '' && words * 2 > all) loudest.set(id, { id: String(row['by_id']), name: String(row['by']), share: words / all });
  }
  return loudest;
}
