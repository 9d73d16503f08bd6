import type { ProjectId } from '../../schemas/ids.ts';
import { fail, type Result } from '../../app/support/result.ts';
import { telling } from './notices.ts';
import { openProjectBytes } from './open-project-file.ts';

/**
 * Opens the sample project that ships with the program. Opened again it is the same project with what the user did in
 * it, as with any project file that is here already; a fresh one comes in as a copy only where the shipped file itself
 * has become another.
 */
export async function openSample(): Promise<Result<ProjectId>> {
  const bytes = telling(await fetchSample());
  return bytes.ok ? openProjectBytes('sample.hoorwerk', bytes.value) : bytes;
}

async function fetchSample(): Promise<Result<Uint8Array>> {
  const missing = (message: string) => fail('sample-missing', `the sample project can't be read: ${message}`);
  try {
    const response = await fetch(new URL('sample.hoorwerk', document.baseURI));
    return response.ok ? { ok: true, value: new Uint8Array(await response.arrayBuffer()) } : missing(`status ${response.status}`);
  } catch (cause) {
    return missing(String(cause));
  }
}
