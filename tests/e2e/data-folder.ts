import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file of projects and snapshots in a data folder, with the hash of its bytes: equal lists, nothing was written. */
export function keptFiles(data: string): string[] {
  return ['projects', 'snapshots'].flatMap((name) => {
    const folder = path.join(data, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => `${path.relative(data, file)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
  }).toSorted();
}
