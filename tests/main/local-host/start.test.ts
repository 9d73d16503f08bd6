import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { appendOf, growBy, headOf, projectId, workOf } from '../invented-work.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openPage, send } from './client.ts';
import { npmStart, start, type Started } from './started.ts';

const serve = (data: string, port = '0') => start(['--host', 'browser', '--no-open', '--port', port, '--data', data]);
const locks = (data: string) => readdirSync(data).filter((name) => name.startsWith('lock-'));
const snapshots = (data: string) => readdirSync(path.join(data, 'snapshots', projectId)).filter((name) => name.endsWith('.hoorwerk'));
const portOf = (address: string) => new URL(address).port;

/** A folder with an executable that writes its arguments and a variable to `heard`, and ends with `code`. */
function program(name: string, code: number): { folder: string; heard: string } {
  const folder = temporaryFolder();
  const heard = path.join(folder, 'heard');
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "$@" "$HOORWERK_DATA" >> '${heard}'\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return { folder, heard };
}

async function endedBy(started: Started, signal: NodeJS.Signals): Promise<number | null> {
  started.signal(signal);
  return started.ended;
}

describe('npm start', { timeout: 180_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves the screen, keeps the work, and ends cleanly at %s', async (signal) => {
    const data = path.join(temporaryFolder(), 'data');
    const started = serve(data);
    const address = await started.address();
    const page = await openPage(address);
    expect((await send(Number(portOf(address)), { path: '/' })).body.toString()).toContain('<script');
    await page.call('lease.take', { windowId: page.windowId });
    expect((await page.call('journal.append', appendOf(workOf(2)))).answer).toEqual({ ok: true, value: { head: headOf(workOf(2)) } });
    expect(locks(data)).toHaveLength(1);
    expect(await endedBy(started, signal)).toBe(0);
    expect(locks(data)).toEqual([]);
    expect(snapshots(data)).toHaveLength(1);
  });

  it('ends cleanly while a page keeps its stream open, also where Ctrl+C arrives twice, since npm passes it on', async () => {
    const started = serve(temporaryFolder());
    const events = await (await openPage(await started.address())).events('3f0c6a52-7e0a-4b53-9a3f-0d8f4a1b2c3d');
    started.signal('SIGINT');
    expect(await endedBy(started, 'SIGINT')).toBe(0);
    expect(await events.next()).toBeNull();
  });

  it('ends too where npm alone is ended', async () => {
    const data = temporaryFolder();
    const started = npmStart(['--host', 'browser', '--no-open', '--port', '0', '--data', data]);
    await started.address();
    started.signal('SIGTERM');
    // `ended` waits for the outputs, which the workbench has in common with npm.
    await started.ended;
    expect(started.said()).toContain('Closing: the work is on the disk.');
    expect(locks(data)).toEqual([]);
  });

  it('has the work again after it was killed in the middle', async () => {
    const data = temporaryFolder();
    const killed = serve(data);
    await (await openWriter(await killed.address())).call('journal.append', appendOf(workOf(2)));
    expect(await endedBy(killed, 'SIGKILL')).toBeNull();
    const page = await openPage(await serve(data).address());
    await page.call('lease.take', { windowId: page.windowId });
    expect((await page.call('journal.append', appendOf(growBy(workOf(2), 1), 2))).answer).toMatchObject({ ok: true });
    expect((await page.call('journal.read', { projectId, after: 0, limit: 10 })).answer).toMatchObject({ ok: true, value: { changes: growBy(workOf(2), 1).changes } });
  });

  it('only reads where another one has the data folder, and says so', async () => {
    const data = temporaryFolder();
    await (await openWriter(await serve(data).address())).call('journal.append', appendOf(workOf(1)));
    const second = serve(data);
    const page = await openPage(await second.address());
    expect(second.said()).toContain('Another Hoorwerk has this data folder');
    expect((await page.call('host.info', {})).answer).toMatchObject({ ok: true, value: { holdsFolder: false } });
    expect((await page.call('projects.list', {})).answer).toMatchObject({ ok: true, value: [{ head: headOf(workOf(1)) }] });
    expect((await page.call('journal.append', appendOf(workOf(2), 1))).answer).toMatchObject({ ok: false, problem: { code: 'read-only' } });
  });

  it('gives another address at Enter, for another window', async () => {
    const started = serve(temporaryFolder());
    await openPage(await started.address());
    started.enter('\n');
    const second = await started.address(1);
    expect(second).not.toBe(await started.address());
    await expect(openPage(second)).resolves.toBeDefined();
  });

  it('takes the data folder from HOORWERK_DATA where none is named', async () => {
    const data = path.join(temporaryFolder(), 'from variable');
    const started = start(['--host', 'browser', '--no-open', '--port', '0'], { HOORWERK_DATA: data });
    await started.address();
    expect(locks(data)).toHaveLength(1);
  });

  it('says that it runs already, and goes, where its port is its own', async () => {
    const data = temporaryFolder();
    const port = portOf(await serve(data).address());
    const second = serve(data, port);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Hoorwerk runs already at http://127.0.0.1:${port}/`);
  });

  it('says that its port is taken by another program, and goes, leaving no lock', async () => {
    const other = createServer((_, response) => response.end('something else')).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const data = temporaryFolder();
    const { port } = other.address() as AddressInfo;
    const started = serve(data, String(port));
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain(`On port ${port} the browser has another store than on 5178`);
    expect(started.said()).toContain(`Port ${port} is taken by another program`);
    expect(locks(data)).toEqual([]);
  });

  it('opens the system\'s browser at an address with a token', async () => {
    const { folder, heard } = program('xdg-open', 0);
    const started = start(['--host', 'browser', '--port', '0', '--data', temporaryFolder()], { DISPLAY: ':0', PATH: `${folder}:${process.env.PATH}` });
    await vi.waitFor(() => expect(started.said()).toContain('Hoorwerk is open in your browser'), { timeout: 120_000 });
    const [address = ''] = readFileSync(heard, 'utf8').split(' ');
    expect(started.said()).not.toContain('token');
    await expect(openPage(address)).resolves.toBeDefined();
    expect(await endedBy(started, 'SIGINT')).toBe(0);
  });

  it('says that there is no browser, and goes', async () => {
    const data = temporaryFolder();
    const started = start(['--host', 'browser', '--port', '0', '--data', data]);
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain('No browser could be opened. Start with --no-open');
    expect(locks(data)).toEqual([]);
  });

  it('opens Electron where its runtime is there, with the data folder', async () => {
    const { folder, heard } = program('electron', 0);
    const started = start(['--data', '/somewhere/else'], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(await started.ended).toBe(0);
    expect(readFileSync(heard, 'utf8')).toBe(`${process.cwd()} /somewhere/else\n`);
    expect(existsSync('dist/main/main.cjs')).toBe(true);
  });

  it('opens the browser where Electron ends at once, unless Electron was asked for', async () => {
    const { folder } = program('electron', 7);
    const browser = program('xdg-open', 0);
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0', PATH: `${browser.folder}:${process.env.PATH}` };
    const started = start(['--port', '0', '--data', temporaryFolder()], env);
    await vi.waitFor(() => expect(started.said()).toContain('Hoorwerk is open in your browser'), { timeout: 120_000 });
    expect(started.said()).toContain('Electron ended with 7; what it said stands above. Opening in the browser.');
    expect(await endedBy(started, 'SIGINT')).toBe(0);
    const asked = start(['--host', 'electron', '--data', temporaryFolder()], env);
    expect(await asked.ended).toBe(1);
    expect(asked.said()).toContain('Use --host browser');
  });

  it('explains itself at --help', async () => {
    const started = start(['--help']);
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain('--host electron|browser');
  });

  it.each(['--none', '--port x', '--port 70000', '--port=', '--host phone', '--data=', 'extra', '--host electron --no-open'])('refuses %s', async (args) => {
    const data = temporaryFolder();
    mkdirSync(path.join(data, 'kept'));
    const started = start(args.split(' '), { HOORWERK_DATA: data });
    expect(await started.ended).toBe(2);
    expect(started.said()).toContain('npm start -- [options]');
    expect(readdirSync(data)).toEqual(['kept']);
  });
});

/** A page that is the window that writes. */
async function openWriter(address: string): ReturnType<typeof openPage> {
  const page = await openPage(address);
  await page.call('lease.take', { windowId: page.windowId });
  return page;
}
