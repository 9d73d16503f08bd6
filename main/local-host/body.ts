import type { IncomingMessage } from 'node:http';

/** The largest request that is taken in, and so the largest file that crosses to this host. */
export const maximalBody = 300 * 1024 * 1024;

/** A request's body; null where it is longer than `limit`. Rejects where the client goes away. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the body is read as bytes');
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
