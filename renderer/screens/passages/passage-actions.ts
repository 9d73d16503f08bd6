import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { citationText } from '../../../app/exporters/citation.ts';
import { language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, registerCommands } from '../palette/commands.ts';
import { useUi } from '../ui-state.ts';
import type { PassageItem } from './passage-item.ts';
import { usePassages } from './passages-state.ts';

/** Shows a passage in its text; `passages.back` leads back to the list as it was. An orphan has no place to go to. */
export function goToPassage(item: PassageItem): void {
  if (!findCommand('passages.back')) registerBack();
  usePassages.setState({ away: item.id });
  useUi.setState({
    view: 'reading', documentId: item.documentId, focusedCodingId: item.id,
    goal: item.orphan ? null : { kind: 'coding', codingId: item.id },
  });
}

/** Goes back to the list, at the passage that one left it for. */
export function backToPassages(): void {
  usePassages.setState({ away: null });
  useUi.setState({ view: 'passages' });
}

export function recodePassages(ids: readonly CodingId[], codeId: CodeId): void {
  void commit(({ state }, { now }) => planRecode(state, ids, codeId, now));
}

export function deletePassages(ids: readonly CodingId[]): void {
  void commit(({ state }) => planDeleteCodings(state, ids));
}

/** Passages with who said them and where, one under another. */
export function writePassages(data: DataTransfer, ids: readonly CodingId[]): void {
  const { project } = useWorkbench.getState();
  if (!project) return;
  const cited = ids.map((id) => citationText(project, id, language()));
  data.setData('text/plain', cited.map(({ plain }) => plain).join('\n\n'));
  data.setData('text/html', cited.map(({ html }) => html).join('\n'));
}

/** Copies from a button or a command, and says so, since nothing else shows it. */
export function copyPassages(ids: readonly CodingId[]): void {
  const copied = copyOut((data) => writePassages(data, ids));
  notify(copied ? { kind: 'info', key: 'passages.copied', values: { count: ids.length } } : { kind: 'problem', key: 'passages.copyFailed' });
}

function registerBack(): void {
  registerCommands([{
    id: 'passages.back', title: 'passages.back', group: 'passages.group.commands', keys: 'Alt+ArrowLeft', run: backToPassages,
    enabled: () => usePassages.getState().away !== null && useUi.getState().view === 'reading' && useUi.getState().review === null,
  }]);
}
