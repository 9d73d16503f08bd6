import { runtime } from './runtime.ts';
import { refreshProjects } from './refresh-projects.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Closes the open project, once the store has everything and the journal was asked once more. What the journal could
 * not take stays in the store, and is sent when the project is opened again.
 */
export async function closeProject(): Promise<void> {
  const { session } = runtime;
  if (!session) return;
  await session.queue;
  await session.outbox?.flush();
  session.outbox?.stop();
  session.store?.close();
  runtime.session = null;
  useWorkbench.setState({ phase: 'start', project: null });
  await refreshProjects();
}
