import { z } from 'zod';
import { wire } from '../../app/host-wire.ts';
import { HostError } from './contract.ts';

const storageKey = 'hoorwerk-session';

/**
 * The session's secret, for as long as the tab lives: the one-use token in the address's fragment is exchanged for it
 * and taken out of the address. @throws HostError `no-session` where there is neither.
 */
export async function openSession(): Promise<string> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    const secret = await exchange(token);
    if (secret) sessionStorage.setItem(storageKey, secret);
  }
  const kept = sessionStorage.getItem(storageKey);
  if (!kept) throw new HostError({ code: 'no-session', message: 'this page was opened without a token that is good' });
  return kept;
}

/** Null: the token was used, or is of an earlier run. */
async function exchange(token: string): Promise<string | null> {
  const response = await reach(wire.sessionPath, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }),
  });
  if (!response.ok) return null;
  const body = z.object({ session: z.string().min(1) }).safeParse(await response.json());
  return body.success ? body.data.session : null;
}

/** `fetch` to the page's own origin; a host that does not answer is a `HostError` and no bug. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store', redirect: 'error' });
  } catch (cause) {
    throw new HostError({ code: 'host-gone', message: `${path}: the local host does not answer` }, { cause });
  }
}
