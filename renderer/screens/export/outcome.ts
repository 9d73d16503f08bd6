import type { Result } from '../../../app/support/result.ts';
import { t } from '../../i18n/index.ts';
import { problemWords } from '../../use-cases/notices.ts';

/** What came of an export: where it went, null where the user cancelled, or why not. */
export type Outcome = Result<{ where: string } | null>;

export interface OutcomeWords { kind: 'done' | 'cancelled' | 'failed'; text: string }

/** What was written and where, or what did not happen. */
export function outcomeWords(name: string, outcome: Outcome): OutcomeWords {
  if (!outcome.ok) {
    const { key, values } = problemWords(outcome.problem);
    return { kind: 'failed', text: t('export.failed', { name, why: t(key, values) }) };
  }
  return outcome.value
    ? { kind: 'done', text: t('export.done', { name, where: outcome.value.where }) }
    : { kind: 'cancelled', text: t('export.cancelled', { name }) };
}
