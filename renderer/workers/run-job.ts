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

/** How a job is done in this thread; null where there are workers. */
export function handlerHere<Name extends JobName>(name: Name): JobHandlers[Name] | null {
  return here && here[name];
}

export interface RunOptions { signal: AbortSignal; onProgress(done: number): void }

/**
 * Does a job off the screen's thread, in a worker of its own. Aborting ends the worker at once (`cancelled`); one
 * that makes no headway is ended too (`job-slow`), and so is an import that does not come to an end (`job-long`).
 */
export async function runJob<Name extends JobName>(
  name: Name, input: Jobs[Name]['input'], options: RunOptions,
): Promise<Result<Jobs[Name]['output']>> {
  if (here) return here[name](input, options);
  const worker = startWorker(name);
  const { result } = await answerOf(worker, { name, input }, options);
  worker.terminate();
  return result;
}

/** What a worker answers to one request. `broken`: it is of no more use, or still busy with what nobody waits for. */
export interface Answer<Name extends JobName> { result: Result<Jobs[Name]['output']>; broken: boolean }

/** Asks a worker for one job, and waits for its answer, or until the signal aborts or it is silent for too long. */
export async function answerOf<Name extends JobName>(worker: Worker, request: JobRequest<Name>, { signal, onProgress }: RunOptions): Promise<Answer<Name>> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    let clock: ReturnType<typeof setTimeout> | undefined;
    const whole = request.name === 'import' ? setTimeout(() => end(tooLong(), true), longestImport) : undefined;
    const end = (result: Answer<Name>['result'], broken: boolean) => {
      clearTimeout(clock);
      clearTimeout(whole);
      listening.abort();
      resolve({ result, broken });
    };
    const cancel = () => end(fail('cancelled', 'the user ended it'), true);
    const wind = () => {
      clearTimeout(clock);
      clock = setTimeout(() => end(fail('job-slow', `no headway in ${longestSilence / 1000} s`), true), longestSilence);
    };
    signal.addEventListener('abort', cancel, { signal: listening.signal });
    worker.addEventListener('error', (event) => end(fail('worker-failed', event.message || 'the worker could not be started'), true), { signal: listening.signal });
    worker.addEventListener('messageerror', () => end(fail('worker-failed', 'the answer could not be read'), true), { signal: listening.signal });
    worker.addEventListener('message', ({ data }: MessageEvent<JobMessage>) => {
      wind();
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'broken') end(fail('worker-failed', data.message), true);
      // pdf.js, once it is loaded in a worker, says so to whoever listens: no message of ours.
      else if (data.kind === 'done') end(data.result as Answer<Name>['result'], false);
    }, { signal: listening.signal });
    wind();
    if (signal.aborted) cancel();
    // Nothing is handed over: the screen keeps its bytes.
    else worker.postMessage(request, []);
  });
}

function tooLong(): Result<never> {
  const minutes = longestImport / 60_000;
  return fail('job-long', `it took longer than ${minutes} minutes`, { minutes });
}
