import type { DocumentKind } from '../../schemas/records/document.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { ok, type Result } from '../../app/support/result.ts';
import type { HostFile } from '../host/host.ts';
import { runJob } from '../workers/run-job.ts';
import { chooseFile } from './choose-file.ts';
import { telling } from './notices.ts';
import { startTask } from './tasks.ts';

/**
 * Reads a document, the file given or one that the user chooses, for the review: nothing is written. In a worker of
 * its own that can be stopped, and is ended when it makes no headway. Null: cancelled.
 */
export async function readDocumentFile(file?: HostFile): Promise<Result<{ reading: Reading; bytes: Uint8Array } | null>> {
  return telling(await read(file));
}

/** Reads bytes that are at hand as another kind of document, or as this program reads them now. Null: stopped. */
export async function rereadDocument(file: { bytes: Uint8Array; name: string; as?: DocumentKind }): Promise<Result<Reading | null>> {
  return telling(await readBytes(file));
}

async function read(file?: HostFile): Promise<Result<{ reading: Reading; bytes: Uint8Array } | null>> {
  const chosen = await chooseFile('document', file);
  if (!chosen.ok || !chosen.value) return chosen.ok ? ok(null) : chosen;
  const { bytes } = chosen.value;
  const reading = await readBytes(chosen.value);
  return reading.ok ? ok(reading.value && { reading: reading.value, bytes }) : reading;
}

async function readBytes({ bytes, name, as }: { bytes: Uint8Array; name: string; as?: DocumentKind }): Promise<Result<Reading | null>> {
  const stop = new AbortController();
  const task = startTask({ title: 'task.import', values: { name }, cancel: () => stop.abort() });
  try {
    const input = { bytes, fileName: name, now: new Date().toISOString(), ...(as ? { as } : {}) };
    const reading = await runJob('import', input, { signal: stop.signal, onProgress: task.progress });
    return stop.signal.aborted ? ok(null) : reading;
  } finally {
    task.end();
  }
}
