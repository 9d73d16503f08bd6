import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of every source file under these folders of the project, by path. */
export function sources(...folders: string[]): Map<string, string> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      found.set(path.relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8'));
    }
  }
  if (found.size === 0) throw new Error(`no sources under ${folders.join(', ')}`);
  return found;
}
