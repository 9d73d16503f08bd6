import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How many copies of the store are kept. */
const kept = 3;

/**
 * Chromium may replace a damaged store by an empty one when it opens it. So after an exit that was not clean the store's
 * folder is copied before the first window opens. Returns the copy's path; null where none was needed.
 */
export function guardStore(userData: string, now: string): string | null {
  const store = path.join(userData, 'IndexedDB');
  const copies = path.join(userData, 'IndexedDB copies');
  const unclean = existsSync(marker(userData));
  writeFileSync(marker(userData), '');
  if (!unclean || !existsSync(store)) return null;
  const copy = path.join(copies, now.replaceAll(':', '-'));
  cpSync(store, copy, { recursive: true });
  for (const old of readdirSync(copies).toSorted().slice(0, -kept)) rmSync(path.join(copies, old), { recursive: true, force: true });
  return copy;
}

/** The exit is clean: called when the last window is gone and all is written. */
export function noteCleanExit(userData: string): void {
  rmSync(marker(userData), { force: true });
}

const marker = (userData: string) => path.join(userData, 'running');
