import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The path of Electron's runtime, if this machine has it; null where it could not be fetched. */
export function electronRuntime(): string | null {
  const folder = path.resolve('node_modules/electron');
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const runtime = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'), readFileSync(named, 'utf8'));
  return existsSync(runtime) ? runtime : null;
}
