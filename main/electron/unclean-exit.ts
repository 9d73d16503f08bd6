import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How many copies of the store are kept. */
const kept = 3;

/**
 * Chromium may replace a damaged store by an empty one when it opens it. So after an exit that was not clean the store's
 * folder is copied before the first window opens. Returns the copy's path; null where none was needed, or none could be
 * made (a full disk): the journal has the work, so the program starts all the same and nothing half-copied stays.
 */
export function guardStore(userData: string, now: string, log: (line: string) => void): string | null {
  const store = path.join(userData, 'IndexedDB');
  const copies = path.join(userData, 'IndexedDB copies');
  const unclean = existsSync(marker(userData));
  const copy = path.join(copies, now.replaceAll(':', '-'));
  try {
    writeFileSync(marker(userData), '');
    if (!unclean || !existsSync(store)) return null;
    cpSync(store, copy, { recursive: true });
  } catch (cause) {
    drop(copy);
    log(`the store could not be copied after an exit that was not clean: ${cause instanceof Error ? cause.message : String(cause)}`);
    return null;
  }
  for (const old of readdirSync(copies).toSorted().slice(0, -kept)) rmSync(path.join(copies, old), { recursive: true, force: true });
  return copy;
}

/** Removes a copy that is not whole, where that is possible: what fails here must not keep anybody from starting. */
function drop(copy: string): void {
  try {
    rmSync(copy, { recursive: true, force: true });
  } catch {
    // The disk does not let go of it; the next clean copy prunes it.
  }
}

/** The exit is clean: called when the last window is gone and all is written. */
export function noteCleanExit(userData: string): void {
  rmSync(marker(userData), { force: true });
}

const marker = (userData: string) => path.join(userData, 'running');
