import type { Change } from '../../schemas/change.ts';
import { runtime } from './runtime.ts';

/** Every change of the open project, oldest first; none where no project is open. */
export async function history(): Promise<Change[]> {
  return [...(runtime.session?.now.changes ?? [])];
}
