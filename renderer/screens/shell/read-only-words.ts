import type { MessageKey } from '../../i18n/index.ts';
import type { ReadOnlyReason } from '../../use-cases/workbench.ts';

/** Why nothing can be changed, in a few words. */
export const readOnlyWords: Record<ReadOnlyReason, MessageKey> = {
  'other-window': 'status.other-window',
  'other-program': 'status.other-program',
  'disk-low': 'status.disk-low',
  'snapshot': 'status.snapshot',
};
