import type { CodeId } from '../../../schemas/ids.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';

/** The speaker with more than half of a theme's words (counting.md: one voice). */
export interface Loudest { name: string; share: number }

/** Null where no speaker has more than half. Moderators are left out, as in every count. */
export function loudestVoice(snapshot: ProjectSnapshot, codeId: CodeId, withSubtree: boolean): Loudest | null {
  const { rows } = themeFrequencies.run(snapshot, { by: 'speaker', includeModerators: false, withSubtree });
  const own = rows.filter((row) => row['code_id'] === codeId).map((row) => ({ name: String(row['by']), words: Number(row['words']) }));
  const all = own.reduce((sum, { words }) => sum + words, 0);
  const most = own.find(({ words }) => words * 2 > all);
  return most ? { name: most.name, share: most.words / all } : null;
}
