import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { takeFolder } from '../../../main/services/folder-lock.ts';
import { machineId } from '../../../main/services/process-identity.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let program = '';

/** A program that takes a folder, says whether it did, and keeps it until its input ends. */
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { takeFolder } from './main/services/folder-lock.ts';
        const lock = await takeFolder(process.argv[1]);
        console.log(lock ? 'taken' : 'refused');
        for await (const _ of process.stdin);
        await lock?.release();`,
      resolveDir: '.', loader: 'ts',
    },
    bundle: true, platform: 'node', format: 'esm', write: false,
  });
  program = outputFiles[0]?.text ?? '';
});

async function run(folder: string): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, '--', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [chunk] = await once(child.stdout, 'data');
  return { child, says: String(chunk).trim() };
}

async function ended(child: ChildProcess, how: 'well' | 'SIGKILL'): Promise<void> {
  const exit = once(child, 'exit');
  if (how === 'well') child.stdin?.end();
  else child.kill('SIGKILL');
  await exit;
}

const marks = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('lock-'));

describe('the data folder', () => {
  it('is one program\'s at a time', async () => {
    const folder = temporaryFolder();
    const first = await takeFolder(folder);
    expect(await first?.holds()).toBe(true);
    expect(await takeFolder(folder)).toBeNull();
    await first?.release();
    const second = await takeFolder(folder);
    expect(second).not.toBeNull();
    await second?.release();
    expect(marks(folder)).toEqual([]);
  });

  it('is never two programs\', however many come at once', async () => {
    const folder = temporaryFolder();
    const programs = await Promise.all([1, 2, 3, 4, 5].map(() => run(folder)));
    expect(programs.filter(({ says }) => says === 'taken').length).toBeLessThanOrEqual(1);
    expect(marks(folder).length).toBe(programs.filter(({ says }) => says === 'taken').length);
    await Promise.all(programs.map(({ child }) => ended(child, 'well')));
    expect(marks(folder)).toEqual([]);
  });

  it.each(['well', 'SIGKILL'] as const)('is free again after its program ended (%s)', async (how) => {
    const folder = temporaryFolder();
    const { child, says } = await run(folder);
    expect(says).toBe('taken');
    expect(await takeFolder(folder)).toBeNull();
    await ended(child, how);
    const lock = await takeFolder(folder);
    expect(lock).not.toBeNull();
    expect(marks(folder)).toHaveLength(1);
    await lock?.release();
  });

  it('is not kept by a mark of a process that began at another time under the same number', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, `lock-${machineId()}-${process.pid}-12345-old`), '');
    const lock = await takeFolder(folder);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('is kept by another machine for as long as that shows itself', async () => {
    const folder = temporaryFolder();
    const mark = path.join(folder, `lock-0123456789ab-1-1-far`);
    writeFileSync(mark, '');
    expect(await takeFolder(folder)).toBeNull();
    const long = new Date(Date.now() - 120_000);
    utimesSync(mark, long, long);
    const lock = await takeFolder(folder);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('is no longer held by a program whose mark was removed', async () => {
    const folder = temporaryFolder();
    const lock = await takeFolder(folder);
    for (const name of marks(folder)) rmSync(path.join(folder, name));
    expect(await lock?.holds()).toBe(false);
    await lock?.release();
  });
});
