import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesWithin } from '../../../main/electron/folder-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

vi.mock('electron', () => ({ dialog: {} }));
const { createFileTokens } = await import('../../../main/electron/file-dialogs.ts');

/** A folder with files in two levels, a hidden folder, an empty one and a link that leads back up. */
function study(): string {
  const folder = path.join(temporaryFolder(), 'studie');
  for (const inner of ['b', 'leeg', '.git']) mkdirSync(path.join(folder, inner), { recursive: true });
  for (const file of ['a.txt', '.geheim', 'b/c.txt', '.git/x']) writeFileSync(path.join(folder, file), 'woord');
  symlinkSync(folder, path.join(folder, 'terug'));
  return folder;
}

describe('a folder that is chosen', () => {
  it('gives every file in it with the folders above it, and names what it did not look into', async () => {
    const found = await filesWithin(study(), 100);
    expect(found.map(({ path: file, folder, kind }) => `${folder}: ${path.basename(file)} ${kind}`).toSorted()).toEqual([
      'studie/b: c.txt file', 'studie: .geheim file', 'studie: .git closed', 'studie: a.txt file', 'studie: leeg empty', 'studie: terug closed',
    ]);
  });

  it('gives no more than was asked for', async () => {
    expect(await filesWithin(study(), 2)).toHaveLength(2);
  });

  it('is itself told to be empty, or not to be read', async () => {
    const folder = path.join(temporaryFolder(), 'niets');
    mkdirSync(folder);
    expect(await filesWithin(folder, 10)).toEqual([{ path: folder, folder: '', kind: 'empty', size: 0 }]);
    expect(await filesWithin(path.join(folder, 'weg'), 10)).toMatchObject([{ kind: 'closed' }]);
  });

  it('is read by tokens, of files only', async () => {
    const tokens = createFileTokens();
    const files = await tokens.issueFolder(study());
    const one = files.find(({ name }) => name === 'c.txt');
    expect(one).toMatchObject({ folder: 'studie/b', kind: 'file', size: 5 });
    expect(new TextDecoder().decode((await tokens.read(one?.token ?? '')).bytes)).toBe('woord');
    const empty = files.find(({ kind }) => kind === 'empty');
    await expect(tokens.read(empty?.token ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });
});
