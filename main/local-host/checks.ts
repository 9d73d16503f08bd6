import type { IncomingMessage } from 'node:http';

/**
 * Why a request is refused before anything else is looked at; null where it may go on. Another site's page can send
 * requests to 127.0.0.1 and can make its own name point there: the first is told by its origin, the second by the host
 * that it names.
 */
export function refusal(request: IncomingMessage, authority: string): string | null {
  const { host, origin } = request.headers;
  if (host !== authority) return `Hoorwerk is at http://${authority}/ and nowhere else.`;
  if (origin !== undefined && origin !== `http://${authority}`) return 'Requests from other sites are refused.';
  if (request.method !== 'GET' && origin === undefined) return 'Requests that do not say where they come from are refused.';
  const site = request.headers['sec-fetch-site'];
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates) return 'Requests from other sites are refused.';
  return null;
}
