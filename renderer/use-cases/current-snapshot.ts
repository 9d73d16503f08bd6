import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/** The open project as analyses and exporters read it. @throws where no project is open. */
export function currentSnapshot(): ProjectSnapshot {
  const { project } = useWorkbench.getState();
  if (!project || !runtime.session) throw new Error('no project is open');
  return { projectId: project.projectId, state: runtime.session.now.state, contents: project.contents };
}
