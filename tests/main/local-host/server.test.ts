import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeFrame, wire } from '../../../app/host-wire.ts';
import { nameId } from '../../../app/support/hash.ts';
import { serveLocally, type LocalHost } from '../../../main/local-host/server.ts';
import { readStaticFiles } from '../../../main/services/static-files.ts';
import { appendOf, copyId, headOf, projectId, withDocument, workOf } from '../invented-work.ts';
import { openTestServices, type TestServices } from '../services/open-test-services.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { answerIn, openPage, send } from './client.ts';

async function serve(bodyLimit?: number): Promise<LocalHost & TestServices & { origin: string }> {
  const screen = temporaryFolder();
  mkdirSync(path.join(screen, 'assets'));
  writeFileSync(path.join(screen, 'index.html'), '<!doctype html><title>Proef</title>');
  writeFileSync(path.join(screen, 'assets', 'index-1a2b.js'), 'export {};');
  const opened = await openTestServices();
  const host = await serveLocally({
    services: opened.services, files: await readStaticFiles(screen), port: 0, version: '0.0.1', log: (line) => opened.logged.push(line),
    ...(bodyLimit ? { bodyLimit } : {}),
  });
  onTestFinished(() => host.close());
  return { ...opened, ...host, origin: `http://127.0.0.1:${host.port}` };
}

const windowA = nameId('window', 'a');
const windowB = nameId('window', 'b');

describe('the local host', () => {
  it('serves the files of the screen and nothing else', async () => {
    const { port } = await serve();
    const index = await send(port, { path: '/?from=somewhere' });
    expect(index).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(index.body.toString()).toContain('Proef');
    expect((await send(port, { path: '/assets/index-1a2b.js' })).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/none', '/../package.json', '/assets/../index.html', '/assets/%2e%2e/index.html', '//index.html', '/index.html/'])('has nothing at %s', async (wrong) => {
    expect((await send((await serve()).port, { path: wrong })).status).toBe(404);
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'OPTIONS', 'POST'])('does not answer %s for a file', async (method) => {
    const { port, origin } = await serve();
    expect(await send(port, { method, path: '/', headers: { origin } })).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });

  it('sends the same protecting headers with every answer', async () => {
    const { port } = await serve();
    for (const { path: at, host } of [{ path: '/' }, { path: '/none' }, { path: wire.eventsPath }, { path: '/', host: 'example.org' }]) {
      const { headers } = await send(port, { path: at, ...(host ? { headers: { host } } : {}) });
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';.*require-trusted-types-for 'script'$/),
        'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('answers to its own name only, and to its own pages only', async () => {
    const { port, origin } = await serve();
    const own = `127.0.0.1:${port}`;
    const at = async (headers: Record<string, string>, method = 'GET') => (await send(port, { method, path: method === 'GET' ? '/' : wire.sessionPath, headers, body: '' })).status;
    expect(await at({ host: own })).toBe(200);
    const hosts = [`localhost:${port}`, 'example.org', '127.0.0.1', `127.0.0.1:${port + 1}`, `${own}.example.org`];
    expect(await Promise.all(hosts.map((host) => at({ host })))).toEqual(hosts.map(() => 403));
    const origins = ['http://example.org', 'null', `https://${own}`, `http://localhost:${port}`];
    expect(await Promise.all(origins.map((other) => at({ origin: other })))).toEqual(origins.map(() => 403));
    expect(await at({}, 'POST')).toBe(403);
    expect(await at({ origin }, 'POST')).toBe(401);
    expect(await at({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await at({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })).toBe(403);
    expect(await at({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
    expect(await at({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', origin }, 'POST')).toBe(403);
    expect(await at({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(200);
  });

  it('exchanges a token once, and takes no other', async () => {
    const { newAddress } = await serve();
    const address = newAddress();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    await openPage(address);
    await expect(openPage(address)).rejects.toThrow('401');
    await expect(openPage(`${new URL(address).origin}/#token=`)).rejects.toThrow('401');
    await expect(openPage(newAddress())).resolves.toBeDefined();
  });

  it.each(['', '{', '[]', '{"token":1}', 'x'.repeat(10_000)])('is not opened by %.20j', async (body) => {
    const { port, origin } = await serve();
    expect((await send(port, { method: 'POST', path: wire.sessionPath, headers: { origin }, body })).status).toBe(401);
  });

  it('answers no call and sends no events without a session', async () => {
    const { port, origin } = await serve();
    const frame = encodeFrame({});
    for (const headers of [{ origin }, { origin, [wire.sessionHeader]: 'guessed' }]) {
      const call = await send(port, { method: 'POST', path: `${wire.callPath}host.info`, headers, body: frame });
      expect(call.status).toBe(401);
      expect(answerIn(call.body)).toMatchObject({ ok: false, problem: { code: 'no-session' } });
      expect((await send(port, { path: wire.eventsPath, headers: { ...headers, [wire.windowHeader]: windowA } })).status).toBe(401);
    }
  });

  it('carries journal, blobs and snapshots there and back', async () => {
    const { newAddress } = await serve();
    const page = await openPage(newAddress());
    await page.call('lease.take', { windowId: page.windowId });
    const { work, blobs } = withDocument(workOf(3));
    const hashes = blobs.map(({ sha256 }) => sha256);
    expect(await page.call('blobs.missing', { projectId, hashes })).toEqual({ status: 200, answer: { ok: true, value: hashes } });
    for (const blob of blobs) expect((await page.call('blobs.put', { projectId, ...blob })).answer).toEqual({ ok: true, value: {} });
    expect((await page.call('journal.append', appendOf(work))).answer).toEqual({ ok: true, value: { head: headOf(work) } });
    expect((await page.call('journal.read', { projectId, after: 0, limit: 5000 })).answer).toMatchObject({ ok: true, value: { changes: work.changes } });
    expect((await page.call('blobs.get', { projectId, sha256: hashes[0] })).answer).toEqual({ ok: true, value: blobs[0]?.bytes });
    const made = (await page.call('snapshots.make', { projectId })).answer as { value: { id: string; bytes: number } };
    const read = (await page.call('snapshots.read', { id: made.value.id })).answer as { value: Uint8Array };
    expect(read.value).toHaveLength(made.value.bytes);
    expect((await page.call('host.info', {})).answer).toMatchObject({ ok: true, value: { host: 'browser', version: '0.0.1', holdsFolder: true } });
  });

  it('refuses what is not a call, and what asks for dialogs', async () => {
    const { newAddress } = await serve();
    const page = await openPage(newAddress());
    const bad = { status: 400, answer: { ok: false, problem: { code: 'bad-call', message: expect.any(String) } } };
    expect(await page.call('host.nothing', {})).toEqual(bad);
    expect(await page.call('toString', {})).toEqual(bad);
    expect(await page.call('', {})).toEqual(bad);
    expect(await page.call('host.info', { more: 1 })).toEqual(bad);
    expect(await page.call('journal.read', { projectId: '../..', after: 0, limit: 1 })).toEqual(bad);
    expect(await page.call('blobs.get', { projectId, sha256: '../../copies.json' })).toEqual(bad);
    expect((await page.call('files.open', { purpose: 'document', what: 'one' })).answer).toMatchObject({ ok: false, problem: { code: 'not-available' } });
    expect((await page.call('snapshots.show', { id: 'x' })).answer).toEqual({ ok: true, value: false });
  });

  it('refuses frames that are malformed or too long, and goes on', async () => {
    const { port, origin, newAddress } = await serve(100_000);
    const page = await openPage(newAddress());
    const token = new URL(newAddress()).hash.slice('#token='.length);
    const { session } = JSON.parse((await send(port, { method: 'POST', path: wire.sessionPath, headers: { origin }, body: JSON.stringify({ token }) })).body.toString()) as { session: string };
    const headers = { origin, [wire.sessionHeader]: session };
    const status = async (body: Uint8Array) => (await send(port, { method: 'POST', path: `${wire.callPath}host.info`, headers, body })).status;
    expect(await status(new Uint8Array())).toBe(400);
    expect(await status(new Uint8Array([0, 0, 1, 0, 123]))).toBe(400);
    expect(await status(encodeFrame({}))).toBe(200);
    expect(await status(new Uint8Array(100_001))).toBe(413);
    const chunked = await send(port, { method: 'POST', path: `${wire.callPath}host.info`, headers: { ...headers, 'transfer-encoding': 'chunked' }, body: new Uint8Array(200_000) });
    expect(chunked.status).toBe(413);
    expect((await page.call('host.info', {})).status).toBe(200);
  });

  it('survives clients that go away in the middle, and bytes that are no HTTP', async () => {
    const { port, newAddress, logged } = await serve();
    const half = connect(port, '127.0.0.1');
    half.write(`POST ${wire.sessionPath} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\nhalf`);
    await once(half, 'connect');
    half.destroy();
    const noise = connect(port, '127.0.0.1');
    noise.end('\u0001\u0002 no HTTP\r\n\r\n');
    noise.resume();
    await once(noise, 'close');
    await expect(openPage(newAddress())).resolves.toBeDefined();
    expect(logged).toEqual([]);
  });

  it('lets one window write, and the next one when the first closes', async () => {
    const { newAddress } = await serve();
    const [first, second] = [await openPage(newAddress(), windowA), await openPage(newAddress(), windowB)];
    const [eventsA, eventsB] = [await first.events(), await second.events()];
    expect((await first.call('lease.take', { windowId: windowA })).answer).toEqual({ ok: true, value: { writer: true } });
    expect((await second.call('lease.take', { windowId: windowB })).answer).toEqual({ ok: true, value: { writer: false } });
    const told = eventsB.next();
    eventsA.close();
    expect(await told).toEqual({ kind: 'lease', writer: true });
    expect((await second.call('lease.take', { windowId: windowB })).answer).toEqual({ ok: true, value: { writer: true } });
  });

  it('keeps the lease of a window whose stream is opened anew', async () => {
    const { newAddress } = await serve();
    const [page, other] = [await openPage(newAddress(), windowA), await openPage(newAddress(), windowB)];
    const older = await page.events();
    await other.events();
    await page.call('lease.take', { windowId: windowA });
    await other.call('lease.take', { windowId: windowB });
    await page.events();
    expect(await older.next()).toBeNull();
    expect((await other.call('lease.take', { windowId: windowB })).answer).toEqual({ ok: true, value: { writer: false } });
  });

  it('writes for the window that has the lease and for no other, also under that one\'s name', async () => {
    const { newAddress, port, origin, folder } = await serve();
    const [first, second] = [await openPage(newAddress(), windowA), await openPage(newAddress(), windowB)];
    const [streamOfFirst] = [await first.events(), await second.events()];
    const { work, blobs } = withDocument(workOf(3));
    const copy = { copyId, host: 'browser', projectId, head: headOf(work), counts: appendOf(work).counts };
    const writes: [string, unknown][] = [
      ...blobs.map((blob): [string, unknown] => ['blobs.put', { projectId, ...blob }]), ['journal.append', appendOf(work)], ['snapshots.make', { projectId }], ['copies.record', copy],
    ];
    const refused = { status: 200, answer: { ok: false, problem: { code: 'read-only', message: expect.any(String) } } };
    for (const [name, args] of writes) expect(await first.call(name, args), `${name} before anybody has the lease`).toEqual(refused);
    await first.call('lease.take', { windowId: windowA });
    await second.call('lease.take', { windowId: windowB });
    for (const [name, args] of writes) expect(await second.call(name, args), `${name} of the window that waits`).toEqual(refused);
    // The other window's name is no key: it is the session's that took it first.
    expect(await second.call('lease.take', { windowId: windowA })).toMatchObject({ status: 400, answer: { problem: { code: 'bad-call' } } });
    const headers = { origin, [wire.sessionHeader]: second.session, [wire.windowHeader]: windowA };
    const posed = await send(port, { method: 'POST', path: `${wire.callPath}journal.append`, headers, body: encodeFrame(appendOf(work)) });
    expect(answerIn(posed.body)).toMatchObject({ ok: false, problem: { code: 'read-only' } });
    expect((await send(port, { path: wire.eventsPath, headers })).status).toBe(400);
    expect(existsSync(path.join(folder, 'projects'))).toBe(false);

    for (const [name, args] of writes) expect(await first.call(name, args), `${name} with the lease`).toMatchObject({ answer: { ok: true } });
    streamOfFirst.close();
    await expect.poll(async () => (await second.call('copies.record', copy)).answer).toEqual({ ok: true, value: {} });
    expect((await first.call('copies.record', copy)).answer).toMatchObject({ ok: false, problem: { code: 'read-only' } });
  });

  it('wants a window\'s name for its events', async () => {
    const { newAddress, port } = await serve();
    await openPage(newAddress());
    const page = await openPage(newAddress());
    const events = await page.events('no name');
    expect(await events.next()).toBeNull();
    expect((await send(port, { path: '/' })).status).toBe(200);
  });

  it('ends its streams and refuses calls once it closes', async () => {
    const { newAddress, close } = await serve();
    const page = await openPage(newAddress());
    const events = await page.events();
    await close();
    expect(await events.next()).toBeNull();
    await expect(page.call('host.info', {})).rejects.toMatchObject({ code: expect.stringMatching(/^ECONN(REFUSED|RESET)$/) });
  });
});
