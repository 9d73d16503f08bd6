import { closeAnalyses } from '../workers/analysis-desk.ts';
import { keepTyped } from './last-moment.ts';
import { runtime } from './runtime.ts';
import { answerSame } from './same-speakers.ts';

/**
 * Ends the work on the open project, once what is being typed is kept, the store has everything and the journal was asked once more. What the
 * journal could not take stays in the store. The screen is left as it is, for who closes or opens another.
 */
export async function endSession(): Promise<void> {
  const { session } = runtime;
  closeAnalyses();
  if (!session) return;
  keepTyped();
  await answerSame([]);
  await session.queue;
  await session.outbox?.flush();
  session.outbox?.stop();
  session.store?.close();
  if (runtime.session === session) runtime.session = null;
}
