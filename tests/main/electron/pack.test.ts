import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../main/build.mjs';

/** What fuses are found by in a runtime's program: a mark, the version, how many there are, and their states. */
const wire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101001011')]);

describe('the packed program', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'hoorwerk-pack-'));
  const unpacked = path.join(root, 'out/linux-unpacked');
  const archive = path.join(unpacked, 'resources/app.asar');

  beforeAll(async () => {
    await buildIfStale(['electron', 'renderer']);
    const runtime = path.join(root, 'runtime');
    mkdirSync(path.join(runtime, 'locales'), { recursive: true });
    mkdirSync(path.join(runtime, 'resources'));
    writeFileSync(path.join(runtime, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 });
    for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(runtime, name), '45.4.1');
    for (const name of ['nl', 'en-US', 'de']) writeFileSync(path.join(runtime, `locales/${name}.pak`), name);
    await build({
      targets: Platform.LINUX.createTarget('dir'),
      publish: 'never',
      config: { extends: 'electron-builder.yml', electronDist: runtime, electronVersion: '45.4.1', directories: { output: path.join(root, 'out') } },
    });
  }, 180_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('holds the bundled program and the screen, and no sources, maps or packages', () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/LICENSE', '/dist/main/main.cjs', '/dist/main/preload.cjs', '/dist/renderer/index.html']));
    expect(files.filter((file) => /node_modules|\.map$|\.tsx?$|^\/(app|main|renderer|schemas|tests|docs)\b/.test(file))).toEqual([]);
  });

  it('starts at a main process that needs no package but electron and Node', () => {
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string };
    const source = extractFile(archive, main).toString();
    const wanted = new Set([...source.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? ''));
    const builtin = new Set(process.getBuiltinModule('node:module').builtinModules);
    expect([...wanted].filter((name) => name !== 'electron' && !builtin.has(name.replace(/^node:/, '')))).toEqual([]);
  });

  it('is the build that was made here, to the byte', () => {
    for (const file of ['dist/main/main.cjs', 'dist/main/preload.cjs', 'dist/renderer/index.html']) {
      expect(extractFile(archive, file).equals(readFileSync(file))).toBe(true);
    }
  });

  it('has each fuse set as decided', async () => {
    const fuses = await getCurrentFuseWire(path.join(unpacked, 'hoorwerk'));
    const on = FuseState.ENABLE;
    const off = FuseState.DISABLE;
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      [FuseV1Options.WasmTrapHandlers]: on,
    });
  });
});
