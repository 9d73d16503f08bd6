import { fail, type Result } from '../../app/support/result.ts';
import type { JobHandlers, JobMessage, JobName, JobRequest, Jobs } from './jobs.ts';
import { startWorker } from './start-worker.ts';

/** A worker that says nothing for this long is ended. Milliseconds. */
const longestSilence = 120_000;

/** An import that takes longer than this is ended, whatever headway it makes: a hostile file must not run for ever. Milliseconds. */
const longestImport = 15 * 60_000;

let here: JobHandlers | null = null;

/** Does every job in this thread from now on: for tests, where there are no workers. */
export function runJobsHere(handlers: JobHandlers): void {
  here = handlers;
}

export interface RunOptions { signal: AbortSignal; onProgress(done: number): void }

/**
 * Does a job off the screen's thread, in a worker of its own. Aborting ends the worker at once (`cancelled`); one
 * that makes no headway is ended too (`job-slow`), and so is an import that does not come to an end (`job-long`).
 */
export async function runJob<Name extends JobName>(
  name: Name, input: Jobs[Name]['input'], { signal, onProgress }: RunOptions,
): Promise<Result<Jobs[Name]['output']>> {
  if (here) return here[name](input, { signal, onProgress });
  const worker = startWorker(name);
  return new Promise((resolve) => {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const whole = name === 'import' ? setTimeout(() => end(tooLong()), longestImport) : undefined;
    const end = (result: Result<Jobs[Name]['output']>) => {
      clearTimeout(clock);
      clearTimeout(whole);
      signal.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = () => end(fail('cancelled', 'the user ended it'));
    const wind = () => {
      clearTimeout(clock);
      clock = setTimeout(() => end(fail('job-slow', `no headway in ${longestSilence / 1000} s`)), longestSilence);
    };
    signal.addEventListener('abort', cancel);
    worker.addEventListener('error', (event) => end(fail('worker-failed', event.message || 'the worker could not be started')));
    worker.addEventListener('messageerror', () => end(fail('worker-failed', 'the answer could not be read')));
    worker.addEventListener('message', ({ data }: MessageEvent<JobMessage>) => {
      wind();
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'broken') end(fail('worker-failed', data.message));
      else end(data.result as Result<Jobs[Name]['output']>);
    });
    wind();
    if (signal.aborted) cancel();
    // Nothing is handed over: the screen keeps its bytes.
    else worker.postMessage({ name, input } satisfies JobRequest<Name>, []);
  });
}

function tooLong(): Result<never> {
  const minutes = longestImport / 60_000;
  return fail('job-long', `it took longer than ${minutes} minutes`, { minutes });
}
