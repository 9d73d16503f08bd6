import type { JobHandlers, JobMessage, JobName, JobRequest } from './jobs.ts';

/** Makes a worker do these jobs, one for each worker that is started: it is ended after its answer. */
export function serveJobs<Names extends JobName>(handlers: JobHandlers<Names>): void {
  const send = (message: JobMessage) => postMessage(message);
  addEventListener('message', ({ data }: MessageEvent<JobRequest<Names>>) => {
    const { name, input } = data;
    handlers[name](input, { onProgress: (done) => send({ kind: 'progress', done }) }).then(
      (result) => send({ kind: 'done', result: withoutCause(result) }),
      (error: unknown) => send({ kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

/** A problem's cause may be anything, also what can't be sent. */
function withoutCause(result: Extract<JobMessage, { kind: 'done' }>['result']): typeof result {
  if (result.ok || result.problem.cause === undefined) return result;
  return { ok: false, problem: { ...result.problem, cause: String(result.problem.cause) } };
}
