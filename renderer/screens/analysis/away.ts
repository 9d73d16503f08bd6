import { keepFocusOn } from '../../ui/keep-focus.ts';
import { findCommand, isEnabled, registerCommands } from '../palette/commands.ts';
import { usePassages } from '../passages/passages-state.ts';
import { isFromSearch } from '../reading/excursions.ts';
import { useUi } from '../ui-state.ts';
import { useAnalysis } from './analysis-state.ts';

/** Notes that one goes from a figure to what is behind it; `analysis.back` leads back. */
export function leaveAnalysis(): void {
  usePassages.setState({ away: null });
  useAnalysis.setState({ away: true });
  if (findCommand('analysis.back')) return;
  registerCommands([{ id: 'analysis.back', title: 'analysis.back', group: 'analysis.group', keys: 'Alt+ArrowLeft', run: backToAnalysis, enabled: isAway }]);
}

/** Goes back to the figures, as they were: the keyboard to the row that one left by, which the table sees to, else to the list of analyses. */
export function backToAnalysis(): void {
  if (useAnalysis.getState().leftAt === null) keepFocusOn(() => document.querySelector<HTMLElement>('.analysis-list [aria-current]'));
  usePassages.setState({ chosen: null, away: null });
  useUi.setState({ view: 'analysis' });
  useAnalysis.setState({ away: false });
}

/** On the way back from a passage in its text the list of passages comes first, and from words that were searched for the place before. */
function isAway(): boolean {
  const { view, review } = useUi.getState();
  const toList = findCommand('passages.back');
  return useAnalysis.getState().away && review === null && (view === 'passages' || view === 'reading') && !(toList && isEnabled(toList)) && !isFromSearch();
}
