import { randomUUID } from 'node:crypto';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { decodeFrame, encodeFrame, wire } from '../../../app/host-wire.ts';

export interface Reply { status: number; headers: IncomingHttpHeaders; body: Buffer }

interface Sent { method?: string; path: string; headers?: Record<string, string>; body?: Uint8Array | string }

/** A request as a program would send it, with any headers at all: `fetch` would choose some by itself. */
export async function send(port: number, sent: Sent): Promise<Reply> {
  const response = await answerTo(port, sent);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk as Uint8Array));
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

function answerTo(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A page that came through an address: calls and events as the screen makes them. */
export interface Page {
  windowId: string;
  /** The session's secret. */
  session: string;
  call(name: string, args: unknown): Promise<{ status: number; answer: unknown }>;
  /** The events from now on; `next` waits for one. */
  events(asWindow?: string): Promise<{ next(): Promise<unknown>; close(): void }>;
}

export async function openPage(address: string, windowId: string = randomUUID()): Promise<Page> {
  const { port: named, hash, origin } = new URL(address);
  const port = Number(named);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const reply = await send(port, { method: 'POST', path: wire.sessionPath, headers: { origin }, body: JSON.stringify({ token }) });
  if (reply.status !== 200) throw new Error(`no session: ${reply.status} ${reply.body.toString()}`);
  const { session } = JSON.parse(reply.body.toString()) as { session: string };
  const headers = { origin, [wire.sessionHeader]: session, [wire.windowHeader]: windowId };
  return {
    windowId,
    session,
    async call(name, args) {
      const { status, body } = await send(port, { method: 'POST', path: wire.callPath + name, headers, body: encodeFrame(args) });
      return { status, answer: answerIn(body) };
    },
    async events(asWindow = windowId) {
      const response = await answerTo(port, { path: wire.eventsPath, headers: { ...headers, [wire.windowHeader]: asWindow } });
      const chunks = response[Symbol.asyncIterator]();
      await chunks.next();
      return {
        async next() {
          for (;;) {
            const { value, done } = await chunks.next();
            if (done) return null;
            const line = String(value).trim();
            if (line !== '') return JSON.parse(line);
          }
        },
        close: () => response.destroy(),
      };
    },
  };
}

/** The value in a frame. */
export function answerIn(body: Uint8Array): unknown {
  const decoded = decodeFrame(body);
  if (!decoded.ok) throw new Error(decoded.problem.message);
  return decoded.value;
}
