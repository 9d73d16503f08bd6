import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { mostFiles, type FileToken, type HostServices, type OpenPurpose } from '../../schemas/host.ts';
import { documentExtensions } from '../../app/importers/extensions.ts';
import { HostFailure } from '../services/host-failure.ts';
import { filesWithin } from './folder-files.ts';
import { labels, type MenuLanguage } from './labels.ts';

/** A file larger than this is not read: no document or project of ours comes near it. */
const largest = 1024 ** 3;

/** Files that the user or the system pointed out, by the token under which the page may read each while the program runs. */
export interface FileTokens {
  /** Leaves out what is not a file. */
  issue(paths: string[]): Promise<FileToken[]>;
  /** Everything in a folder, and in the folders below it. */
  issueFolder(folder: string): Promise<FileToken[]>;
  read(token: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
}

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  const tokenFor = (file: string, found: Pick<FileToken, 'folder' | 'kind' | 'size'>): FileToken => {
    const token = randomUUID();
    if (found.kind === 'file') paths.set(token, file);
    return { token, name: path.basename(file), ...found };
  };
  return {
    async issue(chosen) {
      const tokens = await Promise.all(chosen.map(async (file): Promise<FileToken[]> => {
        const found = await stat(file).catch(() => null);
        return found?.isFile() ? [tokenFor(file, { folder: '', kind: 'file', size: found.size })] : [];
      }));
      return tokens.flat();
    },
    async issueFolder(folder) {
      return (await filesWithin(folder, mostFiles + 1)).map(({ path: file, ...found }) => tokenFor(file, found));
    },
    async read(token) {
      const file = paths.get(token);
      if (!file) throw new HostFailure('not-found', 'this file was never chosen');
      const found = await stat(file).catch((cause: unknown) => { throw new HostFailure('not-found', 'the file is no longer there', { cause }); });
      if (found.size > largest) throw new HostFailure('bad-file', `the file is larger than ${largest} bytes`);
      return { name: path.basename(file), bytes: new Uint8Array(await readFile(file)) };
    },
  };
}

/** The calls that need a dialog of the system. `window` is the one the dialog belongs to. */
export function fileCalls(
  tokens: FileTokens, window: () => BrowserWindow, language: () => MenuLanguage,
): Pick<HostServices, 'files.open' | 'files.read' | 'files.save'> {
  return {
    async 'files.open'({ purpose, what }) {
      const chosen = await dialog.showOpenDialog(window(), what === 'folder'
        ? { properties: ['openDirectory'] }
        : { properties: what === 'several' ? ['openFile', 'multiSelections'] : ['openFile'], filters: filters(purpose, language()) });
      if (chosen.canceled) return null;
      const [folder] = chosen.filePaths;
      return what === 'folder' && folder !== undefined ? tokens.issueFolder(folder) : tokens.issue(chosen.filePaths);
    },
    'files.read': ({ token }) => tokens.read(token),
    async 'files.save'({ suggestedName, bytes }) {
      const name = path.basename(suggestedName);
      const extension = path.extname(name).slice(1);
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: name,
        filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (chosen.canceled || !chosen.filePath) return null;
      await writeFileAtomic(chosen.filePath, Buffer.from(bytes));
      return { where: chosen.filePath };
    },
  };
}

function filters(purpose: OpenPurpose, language: MenuLanguage): Electron.FileFilter[] {
  const words = labels[language];
  const all = { name: words.allFiles, extensions: ['*'] };
  if (purpose === 'project') return [{ name: words.projectFiles, extensions: ['hoorwerk'] }, all];
  if (purpose === 'codings') return [{ name: words.tables, extensions: ['csv', 'json'] }, all];
  if (purpose === 'codebook') return [{ name: words.codebooks, extensions: ['qdc', 'csv', 'json'] }, all];
  return [{ name: words.documents, extensions: [...documentExtensions] }, all];
}
