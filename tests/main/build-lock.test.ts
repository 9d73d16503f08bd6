import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withBuildLock } from '../../main/build-lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('the build\'s lock', () => {
  it('lets one build after the other', async () => {
    const folder = temporaryFolder();
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
      running -= 1;
      return 'built';
    };
    expect(await Promise.all([1, 2, 3].map(() => withBuildLock(folder, work)))).toEqual(['built', 'built', 'built']);
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is given back where a build fails', async () => {
    const folder = temporaryFolder();
    await expect(withBuildLock(folder, async () => { throw new Error('no such file'); })).rejects.toThrow('no such file');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not kept by a build that was killed', async () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path.join(folder, `.building-${pid}-0`), '');
    expect(await withBuildLock(folder, async () => 'built')).toBe('built');
    expect(readdirSync(folder)).toEqual([]);
  });
});
