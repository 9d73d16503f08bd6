import type { OpenPurpose, OpenWhat } from '../../schemas/host.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { asked, host, HostError, type HostFile } from '../host/host.ts';
import { telling } from './notices.ts';

/** A file as it was given, or one that the user chooses now, with what is in it. Null: cancelled. */
export async function chooseFile(purpose: OpenPurpose, given?: HostFile): Promise<Result<FileContents | null>> {
  const chosen = given ? ok([given]) : await asked(host().openFiles(purpose, 'one'));
  if (!chosen.ok) return chosen;
  const [file] = chosen.value ?? [];
  return file ? contentsOf(file) : ok(null);
}

/** The documents, or a folder of them, that the user chooses now; nothing of them is read yet. Null: cancelled. */
export async function chooseDocuments(what: OpenWhat): Promise<readonly HostFile[] | null> {
  const chosen = telling(await asked(host().openFiles('document', what)));
  return chosen.ok ? chosen.value : null;
}

export interface FileContents { name: string; bytes: Uint8Array }

export async function contentsOf(file: HostFile): Promise<Result<FileContents>> {
  try {
    return ok({ name: file.name, bytes: await file.read() });
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    return fail('file-unreadable', `${file.name} could not be read: ${cause.message}`, { name: file.name });
  }
}
