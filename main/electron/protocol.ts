import type { Protocol } from 'electron';
import { readStaticFiles, safeHeaders } from '../services/static-files.ts';
import { origin, scheme } from './origin.ts';

/** Serves the screen's files, and nothing else, to GET requests for our own host. */
export async function serveApp(protocol: Protocol, folder: string): Promise<void> {
  const files = await readStaticFiles(folder);
  if (!files.has('/index.html')) throw new Error(`the screen is not built: ${folder} holds no index.html`);
  protocol.handle(scheme, (request) => {
    const address = new URL(request.url);
    if (`${address.protocol}//${address.host}` !== origin) return answer(404);
    if (request.method !== 'GET') return answer(405);
    const file = files.get(address.pathname);
    return file ? new Response(file.bytes, { headers: { ...safeHeaders, 'content-type': file.type } }) : answer(404);
  });
}

const answer = (status: number) => new Response(null, { status, headers: safeHeaders });
