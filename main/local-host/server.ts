import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { hostCalls, type HostProblem, type HostServices } from '../../schemas/host.ts';
import { decodeFrame, encodeFrame, wire, type WireAnswer } from '../../app/host-wire.ts';
import { createDispatcher } from '../services/dispatch.ts';
import { errnoOf, HostFailure } from '../services/host-failure.ts';
import type { Services } from '../services/services.ts';
import { safeHeaders, type StaticFile } from '../services/static-files.ts';
import { maximalBody, readBody } from './body.ts';
import { refusal } from './checks.ts';
import { createSessions } from './sessions.ts';
import { createWindows } from './windows.ts';

/** A header by which a second start knows that a port is taken by Hoorwerk itself. */
export const nameHeader = 'x-hoorwerk';

/** The workbench on loopback. */
export interface LocalHost {
  port: number;
  /** An address for one window: its token is good once. */
  newAddress(): string;
  /** Refuses new calls, waits for those that run, and ends every connection. The services stay open. */
  close(): Promise<void>;
}

export interface LocalHostOptions {
  services: Services;
  files: ReadonlyMap<string, StaticFile>;
  /** 0: any that is free. */
  port: number;
  version: string;
  log: (line: string) => void;
  /** Bytes; for tests. */
  bodyLimit?: number;
}

/** Serves on 127.0.0.1 only. Rejects with the system's error where the port can't be had. */
export async function serveLocally({ services, files, port, version, log, bodyLimit = maximalBody }: LocalHostOptions): Promise<LocalHost> {
  const sessions = createSessions();
  const windows = createWindows(services.leases);
  const dispatcher = createDispatcher(browserCalls(services), services.leases, log);
  let authority = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, authority);
    if (refused) return text(response, 403, refused);
    const path = (request.url ?? '').replace(/[?#].*$/s, '');
    if (request.method === 'POST' && path === wire.sessionPath) return openSession(request, response);
    if (request.method === 'POST' && path.startsWith(wire.callPath)) return call(request, response, path.slice(wire.callPath.length));
    if (request.method !== 'GET') return text(response, 405, 'Only GET is answered here.', { allow: 'GET' });
    if (path === wire.eventsPath) return openEvents(request, response);
    const file = files.get(path);
    if (!file) return text(response, 404, 'There is nothing here.');
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes);
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, 4096);
    const session = body && sessions.exchange(tokenIn(body));
    if (!session) return text(response, 401, 'This address was used before, or is of an earlier run.');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ session }));
  }

  async function call(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const caller = callerOf(request);
    if (!caller) return frame(response, 401, noSession);
    const body = await readBody(request, bodyLimit);
    if (!body) return frame(response, 413, problem('bad-call', `a call is at most ${bodyLimit} bytes`));
    const args = decodeFrame(body);
    if (!args.ok) return frame(response, 400, problem('bad-call', args.problem.message));
    const asksFor = name === 'lease.take' ? hostCalls[name].args.safeParse(args.value).data?.windowId : undefined;
    if (asksFor !== undefined && asksFor !== caller.windowId) return frame(response, 400, problem('bad-call', 'a window asks for its own lease'));
    const answer = await dispatcher.answer(name, args.value, caller.windowId);
    if (asksFor !== undefined) windows.expect(asksFor);
    frame(response, !answer.ok && answer.problem.code === 'bad-call' ? 400 : 200, answer);
  }

  function openEvents(request: IncomingMessage, response: ServerResponse): void {
    const caller = callerOf(request);
    if (!caller) return frame(response, 401, noSession);
    if (caller.windowId === null) return frame(response, 400, problem('bad-call', `the header ${wire.windowHeader} names no window of this session`));
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    windows.open(caller.windowId, response);
  }

  /** Who sent a request: null without a session. The window that it names counts only where no other session has it. */
  function callerOf({ headers }: IncomingMessage): { windowId: string | null } | null {
    const secret = headers[wire.sessionHeader];
    if (typeof secret !== 'string' || !sessions.isOpen(secret)) return null;
    const named = z.guid().safeParse(headers[wire.windowHeader]).data;
    return { windowId: named !== undefined && sessions.owns(secret, named) ? named : null };
  }

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 5_000 }, (request, response) => {
    for (const [name, value] of Object.entries({ ...safeHeaders, [nameHeader]: version })) response.setHeader(name, value);
    handle(request, response).catch((cause: unknown) => {
      // A client that went away in the middle is nothing to tell of.
      if (errnoOf(cause) === 'ECONNRESET') return void response.destroy();
      log(`${request.method} ${request.url}: ${cause instanceof Error ? cause.stack ?? cause.message : String(cause)}`);
      if (response.headersSent) response.destroy();
      else text(response, 500, 'Hoorwerk could not answer this; its terminal says why.');
    });
  });
  authority = `127.0.0.1:${await listen(server, port)}`;

  return {
    port: Number(authority.split(':')[1]),
    newAddress: () => `http://${authority}/#token=${sessions.issue()}`,
    async close() {
      await dispatcher.settle();
      windows.close();
      await end(server);
    },
  };
}

/** The shared calls, and what this host says to those that only a system's dialogs could answer. */
function browserCalls(services: Services): HostServices {
  return { ...services.calls, 'host.language': async () => ({}), 'files.open': noDialogs, 'files.read': noDialogs, 'files.save': noDialogs, 'snapshots.show': async () => false };
}

async function noDialogs(): Promise<never> {
  throw new HostFailure('not-available', 'in a browser the page itself asks for files');
}

const noSession: WireAnswer = { ok: false, problem: { code: 'no-session', message: 'this page has no session with this run of Hoorwerk' } };

const problem = (code: HostProblem['code'], message: string): WireAnswer => ({ ok: false, problem: { code, message } });

function frame(response: ServerResponse, status: number, answer: WireAnswer): void {
  finish(response, status, wire.contentType, encodeFrame(answer));
}

function text(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  finish(response, status, 'text/plain; charset=utf-8', Buffer.from(`${words}\n`));
}

/** Answers; a body that was not wanted is read away, so that the client gets to see why. */
function finish(response: ServerResponse, status: number, type: string, bytes: Uint8Array): void {
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  response.req.resume();
}

function tokenIn(body: Buffer): string {
  try {
    return z.object({ token: z.string() }).parse(JSON.parse(body.toString('utf8'))).token;
  } catch {
    return '';
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Lets answers under way arrive, for a moment. */
async function end(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => { server.close(() => resolve()); });
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), 2000);
  await ended;
  clearTimeout(limit);
}
