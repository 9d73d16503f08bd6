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

async function read(file?: HostFile): Promise<Result<{ reading: Reading; bytes: Uint8Array } | null>> {
  const chosen = await chooseFile('document', file);
  if (!chosen.ok || !chosen.value) return chosen.ok ? ok(null) : chosen;
  const { name, bytes } = chosen.value;
  const stop = new AbortController();
  const task = startTask({ title: 'task.import', values: { name }, cancel: () => stop.abort() });
  try {
    const input = { bytes, fileName: name, now: new Date().toISOString() };
    const reading = await runJob('import', input, { signal: stop.signal, onProgress: task.progress });
    if (stop.signal.aborted) return ok(null);
    return reading.ok ? ok({ reading: reading.value, bytes }) : reading;
  } finally {
    task.end();
  }
}
