import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of real documents and what must be found in them: `HOORWERK_SHARED`, or `shared` beside the project;
 * null where it is missing. Tests that read it are left out then (`describe.skipIf(!sharedFolder())`) and have
 * `(needs the real documents)` in their name, so that a run can say how many were left out.
 */
export function sharedFolder(): string | null {
  const folder = process.env.HOORWERK_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
  return existsSync(path.join(folder, 'gold')) ? folder : null;
}
