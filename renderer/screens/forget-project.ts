import { useWorkbench } from '../use-cases/workbench.ts';
import { useAnalysis } from './analysis/analysis-state.ts';
import { usePassages } from './passages/passages-state.ts';
import { useReading } from './reading/reading-state.ts';
import { useUi } from './ui-state.ts';

/**
 * Forgets what was chosen, sought and filtered in one project once another one opens: there it would show nothing, or
 * something else. Until the returned function is called.
 */
export function forgetBetweenProjects(): () => void {
  let last = useWorkbench.getState().project?.projectId ?? null;
  return useWorkbench.subscribe(({ project }) => {
    const next = project?.projectId ?? null;
    if (next === null || next === last) return;
    last = next;
    useAnalysis.setState(useAnalysis.getInitialState(), true);
    usePassages.setState(usePassages.getInitialState(), true);
    // The page goes by itself; an import that waits for the new project stays.
    useReading.setState(({ page }) => ({ ...useReading.getInitialState(), page }), true);
    useUi.setState(({ review, dialog }) => ({ ...useUi.getInitialState(), review, dialog }), true);
  });
}
