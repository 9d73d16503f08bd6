import { t } from '../../i18n/index.ts';
import type { By } from './frequency-rows.ts';

/** The name of a row's group; what has no speaker or role says so. */
export function groupName(name: string | null, by: By): string {
  return name || t(by === 'role' ? 'analysis.noRole' : 'analysis.noSpeaker');
}
