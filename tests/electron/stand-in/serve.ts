import { createServer, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { toApp } from './addresses.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Serves what the app's protocol handlers answer, on a loopback port that Chromium reaches under the scheme's name. */
export async function serveSchemes(handlers: ReadonlyMap<string, SchemeHandler>, trouble: (line: string) => void): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const address = toApp(`http://${request.headers.host ?? ''}${request.url ?? ''}`);
    const handler = handlers.get(new URL(address).protocol.slice(0, -1));
    answer(handler, new Request(address, { method: request.method ?? 'GET' }), response).catch((cause: unknown) => {
      trouble(`protocol handler: ${String(cause)}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return { server, port: address.port };
}

async function answer(handler: SchemeHandler | undefined, request: Request, response: ServerResponse): Promise<void> {
  const given = handler ? await handler(request) : new Response(null, { status: 502 });
  response.writeHead(given.status, Object.fromEntries(given.headers));
  if (given.body) Readable.fromWeb(given.body as ReadableStream).pipe(response);
  else response.end();
}
