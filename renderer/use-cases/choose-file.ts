import type { OpenPurpose } from '../../schemas/host.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { asked, host, HostError, type HostFile } from '../host/host.ts';

/** A file as it was given, or one that the user chooses now, with what is in it. Null: cancelled. */
export async function chooseFile(purpose: OpenPurpose, given?: HostFile): Promise<Result<{ name: string; bytes: Uint8Array } | null>> {
  const chosen = given ? ok([given]) : await asked(host().openFiles(purpose, false));
  if (!chosen.ok) return chosen;
  const [file] = chosen.value;
  if (!file) return ok(null);
  try {
    return ok({ name: file.name, bytes: await file.read() });
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    return fail('file-unreadable', `${file.name} could not be read: ${cause.message}`, { name: file.name });
  }
}
