import { useWorkbench } from '../../use-cases/workbench.ts';
import { MemoDialog } from './memo-dialog.tsx';
import { NewThemeDialog } from './new-theme-dialog.tsx';
import { usePassages } from './passages-state.ts';
import { RecodePalette } from './recode-palette.tsx';
import { keepFocus } from './to-text.ts';

/** What is asked about passages: which theme they go to, or what is noted on them. */
export function PassagesAsking() {
  const asking = usePassages((state) => state.asking);
  const state = useWorkbench(({ project }) => project?.state);
  if (!asking || !state) return null;
  if (asking.kind === 'memo') return <MemoDialog ids={asking.ids} onEnd={end} />;
  const Question = asking.kind === 'theme' ? RecodePalette : NewThemeDialog;
  return <Question ids={asking.ids} state={state} onEnd={end} />;
}

function end(): void {
  usePassages.setState({ asking: null });
  keepFocus();
}
