import { minimalFreeBytes } from '../../schemas/host.ts';
import { runtime } from './runtime.ts';
import { useWorkbench, type ReadOnlyReason } from './workbench.ts';

/** Below this much free space nothing is changed any more; below the other the user is told. Bytes. */
export const leastFree = minimalFreeBytes;
export const warnFree = 500 * 1024 * 1024;

/** Why this window may not change anything now; null where it may. */
export function readOnlyReason(): ReadOnlyReason | null {
  const info = useWorkbench.getState().host;
  if (info && !info.holdsFolder) return 'other-program';
  if (!runtime.writer) return 'other-window';
  if (info && info.freeBytes !== null && info.freeBytes < leastFree) return 'disk-low';
  return null;
}
