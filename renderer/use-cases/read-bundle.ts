import type { ProjectBundle } from '../../app/project-file/read-project-file.ts';
import type { Result } from '../../app/support/result.ts';
import { runJob } from '../workers/run-job.ts';
import { startTask } from './tasks.ts';

/** Reads and checks a whole project file, off the screen's thread. */
export async function readBundle(name: string, bytes: Uint8Array): Promise<Result<ProjectBundle>> {
  const stop = new AbortController();
  const task = startTask({ title: 'task.open', values: { name }, cancel: () => stop.abort() });
  try {
    return await runJob('readProject', { bytes }, { signal: stop.signal, onProgress: task.progress });
  } finally {
    task.end();
  }
}
