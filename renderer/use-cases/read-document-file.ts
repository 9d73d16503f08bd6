import type { Reading } from '../../app/importers/importer.ts';
import { fileTooLarge, largestFile } from '../../app/importers/limits.ts';
import { ok, type Result } from '../../app/support/result.ts';
import type { HostFile } from '../host/host.ts';
import { runJob, type RunOptions } from '../workers/run-job.ts';
import { contentsOf, type FileContents } from './choose-file.ts';
import { telling } from './notices.ts';
import { startTask } from './tasks.ts';

/** A document that was read, for the review: nothing of it is stored. */
export interface ReadDocument { reading: Reading; bytes: Uint8Array }

/** Reads one document with its progress on the screen, and tells why where it can't be read. Null: stopped. */
export async function readDocumentFile(file: HostFile): Promise<Result<ReadDocument | null>> {
  const stop = new AbortController();
  const task = startTask({ title: 'task.import', values: { name: file.name }, cancel: () => stop.abort() });
  try {
    const contents = await contentsIfFitting(file);
    const read = contents.ok ? await readDocument(contents.value, { signal: stop.signal, onProgress: task.progress }) : contents;
    return stop.signal.aborted ? ok(null) : telling(read);
  } finally {
    task.end();
  }
}

/** What is in a file, unless it is larger than any that can be read: that is known without reading it. */
export async function contentsIfFitting(file: HostFile): Promise<Result<FileContents>> {
  return file.size > largestFile ? fileTooLarge(file.size) : contentsOf(file);
}

/** Reads a document in a worker of its own, which can be stopped and is ended when it takes too long. */
export async function readDocument({ name, bytes }: FileContents, options: RunOptions, knownOnly = false): Promise<Result<ReadDocument>> {
  const reading = await runJob('import', { bytes, fileName: name, now: new Date().toISOString(), knownOnly }, options);
  return reading.ok ? ok({ reading: reading.value, bytes }) : reading;
}
