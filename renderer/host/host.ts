import { fail, ok, type Result } from '../../app/support/result.ts';
import { browserHost } from './browser-host.ts';
import { bridgeOf, electronHost } from './electron-host.ts';
import { HostError, type Host } from './contract.ts';

export { HostError, type Host, type HostFile } from './contract.ts';

let current: Host | null = null;

/** The program around the screen: Electron where its bridge is there, else the local host of this page. */
export function host(): Host {
  current ??= chooseHost();
  return current;
}

/** Puts another host in its place: for tests, and before anything was asked. */
export function setHost(next: Host): void {
  current = next;
}

/** A call's answer as a `Result`: the host's own problems become values, bugs still throw. */
export async function asked<T>(answer: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await answer);
  } catch (error) {
    if (error instanceof HostError) return fail(error.problem.code, error.problem.message);
    throw error;
  }
}

function chooseHost(): Host {
  const bridge = bridgeOf(window);
  return bridge ? electronHost(bridge) : browserHost();
}
