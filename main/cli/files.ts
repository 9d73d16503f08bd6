import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { fail, ok, type Result } from '../../app/support/result.ts';

/** A file's bytes, or one line that says why not. */
export async function readInput(file: string): Promise<Result<Uint8Array>> {
  try {
    return ok(new Uint8Array(await readFile(file)));
  } catch (cause) {
    return fail('file-unreadable', `${file} can't be read: ${why(cause)}`);
  }
}

/** Writes a file whole or not at all: beside its place first, then renamed. */
export async function writeOutput(file: string, data: string | Uint8Array): Promise<Result<null>> {
  try {
    await writeFileAtomic(path.resolve(file), Buffer.from(data));
    return ok(null);
  } catch (cause) {
    return fail('file-unwritable', `${file} can't be written: ${why(cause)}`);
  }
}

function why(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Record<string, string> = {
    ENOENT: 'there is no such file or folder; check the path',
    EISDIR: 'it is a folder; give a file',
    ENOTDIR: 'part of the path is not a folder',
    EACCES: 'you have no permission for it',
    EPERM: 'you have no permission for it',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  };
  return known[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
