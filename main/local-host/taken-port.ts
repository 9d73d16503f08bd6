import { nameHeader } from './server.ts';

/** Why a port could not be had, and what to do: another program has it, or a Hoorwerk that runs already. */
export async function portTaken(port: number): Promise<string> {
  if (await isHoorwerk(port)) {
    return `Hoorwerk runs already at http://127.0.0.1:${port}/. For another window press Enter in the terminal where it was started; Ctrl+C there ends it.`;
  }
  return `Port ${port} is taken by another program. End that one, or choose another port with --port; a browser keeps another copy of the work for each port.`;
}

async function isHoorwerk(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual', signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.headers.has(nameHeader);
  } catch {
    return false;
  }
}
