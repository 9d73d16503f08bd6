import type { Plan } from '../../../app/coding/change.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { Problem, Result } from '../../../app/support/result.ts';
import { t } from '../../i18n/index.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify, problemWords } from '../../use-cases/notices.ts';

/**
 * Keeps what was typed about something that is called `before`, as one change. Where it can't have the name that was
 * typed it keeps its own and all else, which is told; false then.
 */
export async function keepNamed<Patch extends { name: string }>(
  before: string, patch: Patch, plan: (state: ProjectState, patch: Patch | Omit<Patch, 'name'>) => Result<Plan>,
): Promise<boolean> {
  const { name: _name, ...rest } = patch;
  let refused: Problem | null = null as Problem | null;
  const result = await commit(({ state }) => {
    const whole = plan(state, patch);
    refused = whole.ok ? null : whole.problem;
    return whole.ok ? whole : plan(state, rest);
  });
  if (!refused || !result.ok) return result.ok;
  const { key, values } = problemWords(refused);
  notify({ kind: 'problem', key: 'codebook.name-stays', values: { name: before, reason: t(key, values) } });
  return false;
}
