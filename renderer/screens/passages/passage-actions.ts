import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { citationText } from '../../../app/exporters/citation.ts';
import { language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';

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
