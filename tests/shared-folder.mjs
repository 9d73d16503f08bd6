import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of real documents and what must be found in them: `HOORWERK_SHARED`, or `shared` beside the project.
 * Null where it is missing: then the tests that read it are left out, with `(needs the real documents)` in their name.
 */
export function sharedFolder() {
  const folder = process.env.HOORWERK_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
  return existsSync(path.join(folder, 'gold')) ? folder : null;
}
