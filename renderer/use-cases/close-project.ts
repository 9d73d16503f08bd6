import { endSession } from './end-session.ts';
import { refreshProjects } from './refresh-projects.ts';
import { useWorkbench } from './workbench.ts';

/** Closes the open project and goes back to the start. What the journal could not take is sent at the next opening. */
export async function closeProject(): Promise<void> {
  await endSession();
  useWorkbench.setState({ phase: 'start', project: null });
  await refreshProjects();
}
