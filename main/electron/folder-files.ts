import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileToken } from '../../schemas/host.ts';

/** Something in a folder: a file, or a folder that holds none for us. */
export type FoundFile = Pick<FileToken, 'folder' | 'kind' | 'size'> & { path: string };

/**
 * The files in a folder and below it, by name, at most `most`. Hidden folders and links to folders are not followed:
 * they are named as closed, since what is left out must be seen to be left out.
 */
export async function filesWithin(root: string, most: number): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  await look(root, path.basename(root), found, most);
  return found.slice(0, most);
}

async function look(folder: string, named: string, found: FoundFile[], most: number): Promise<void> {
  const above = path.posix.dirname(named) === '.' ? '' : path.posix.dirname(named);
  const aside = (kind: 'empty' | 'closed', at = folder, within = above) => found.push({ path: at, folder: within, kind, size: 0 });
  let entries: Dirent[];
  try {
    entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => a.name.localeCompare(b.name));
  } catch {
    aside('closed');
    return;
  }
  if (entries.length === 0) aside('empty');
  for (const entry of entries) {
    if (found.length >= most) return;
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.')) await look(place, `${named}/${entry.name}`, found, most);
    else {
      const info = entry.isDirectory() ? null : await stat(place).catch(() => null);
      if (info?.isFile()) found.push({ path: place, folder: named, kind: 'file', size: info.size });
      else aside('closed', place, named);
    }
  }
}
