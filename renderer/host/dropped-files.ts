import { mostFiles } from '../../schemas/host.ts';
import { chosenFile } from './chosen-file.ts';
import type { HostFile } from './contract.ts';

/**
 * What was let go over the window: files, and everything in folders, at most one more than `mostFiles`. Must be called
 * in the drop itself, after which the browser forgets what was dropped.
 */
export function droppedFiles(transfer: DataTransfer): Promise<HostFile[]> {
  // What another program puts together is a file without a place on a disk: it has no entry.
  const dropped = [...transfer.items].flatMap((item): (FileSystemEntry | File)[] => {
    const one = item.webkitGetAsEntry() ?? item.getAsFile();
    return one ? [one] : [];
  });
  return gather(dropped);
}

async function gather(dropped: readonly (FileSystemEntry | File)[]): Promise<HostFile[]> {
  const found: HostFile[] = [];
  for (const one of dropped) {
    if (one instanceof File) found.push(chosenFile(one, ''));
    else await look(one, '', found);
  }
  return found.slice(0, mostFiles + 1);
}

async function look(entry: FileSystemEntry, folder: string, found: HostFile[]): Promise<void> {
  if (found.length > mostFiles) return;
  const aside = (kind: 'empty' | 'closed') => found.push({ name: entry.name, folder, kind, size: 0, read: async () => new Uint8Array() });
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => { entry.file(resolve, reject); }).catch(() => null);
    if (file) found.push(chosenFile(file, folder));
    else aside('closed');
    return;
  }
  const within = isFolder(entry) && !entry.name.startsWith('.') ? await entriesOf(entry) : null;
  if (!within) aside('closed');
  else if (within.length === 0) aside('empty');
  else for (const inner of within) await look(inner, folder === '' ? entry.name : `${folder}/${entry.name}`, found);
}

/** By name, as in a folder's window; null where the folder can't be read. The browser hands them over in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[] | null> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); }).catch(() => null);
    if (!part) return null;
    if (part.length === 0) return all.toSorted((a, b) => a.name.localeCompare(b.name));
    all.push(...part);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
