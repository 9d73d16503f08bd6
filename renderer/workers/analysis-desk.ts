import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { fail, type Result } from '../../app/support/result.ts';
import type { AnalysisAnswer, AnalysisQuestion } from './jobs.ts';
import { answerOf, handlerHere } from './run-job.ts';
import { startWorker } from './start-worker.ts';

interface Desk { worker: Worker; sent: ProjectSnapshot | null; closing: AbortController }

let desk: Desk | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Asks the analyses something, off the screen's thread. One worker answers one question after another and keeps the
 * project, so that only what changed is sent to it. A question that nobody waits for any more is not begun
 * (`cancelled`); one that was begun may still be finished, its answer dropped, but not for long: then its worker is
 * ended, and the next question gets a new one.
 */
export async function askAnalyses(snapshot: ProjectSnapshot, question: AnalysisQuestion, signal: AbortSignal): Promise<Result<AnalysisAnswer>> {
  const turn = queue.then(async () => (signal.aborted ? cancelled : ask(snapshot, question, signal)));
  queue = turn.catch(() => undefined);
  const gone = new Promise<Result<AnalysisAnswer>>((resolve) => {
    signal.addEventListener('abort', () => resolve(cancelled), { once: true });
  });
  return Promise.race([turn, gone]);
}

/** Ends the worker, and with it its copy of the project. */
export function closeAnalyses(): void {
  desk?.worker.terminate();
  desk?.closing.abort();
  desk = null;
}

const cancelled = fail('cancelled', 'nobody waits for it');

/** How long a question goes on that nobody waits for: less costs more, since a new worker is sent the whole project. Milliseconds. */
const patience = 700;

async function ask(snapshot: ProjectSnapshot, question: AnalysisQuestion, signal: AbortSignal): Promise<Result<AnalysisAnswer>> {
  const onProgress = () => undefined;
  const handler = handlerHere('analyse');
  if (handler) return handler({ project: snapshot, contents: snapshot.contents, question }, { onProgress });
  const mine = desk ?? { worker: startWorker('analyse'), sent: null, closing: new AbortController() };
  desk = mine;
  const { sent } = mine;
  const project = sent?.state === snapshot.state && sent.projectId === snapshot.projectId ? null : { projectId: snapshot.projectId, state: snapshot.state };
  const contents = sent?.contents === snapshot.contents ? null : snapshot.contents;
  const answered = new AbortController();
  let clock: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clock = setTimeout(() => { if (desk === mine) closeAnalyses(); }, patience);
  }, { signal: answered.signal });
  const { result, broken } = await answerOf(mine.worker, { name: 'analyse', input: { project, contents, question } }, { signal: mine.closing.signal, onProgress });
  answered.abort();
  clearTimeout(clock);
  mine.sent = snapshot;
  if (broken && desk === mine) closeAnalyses();
  return result;
}
