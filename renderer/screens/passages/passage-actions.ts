import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Plan } from '../../../app/coding/change.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { planSplitCoding } from '../../../app/coding/plan-shape.ts';
import { planSplitCode } from '../../../app/coding/plan-split-code.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import { citationText } from '../../../app/exporters/citation.ts';
import type { Result } from '../../../app/support/result.ts';
import { language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { commit, type CommitContext } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { usedTheme } from '../reading/reading-state.ts';
import { noneChosen } from './choosing.ts';
import { usePassages } from './passages-state.ts';
import { keepFocus } from './to-text.ts';

/** Puts passages under another theme, as one step. */
export async function recodePassages(ids: readonly CodingId[], codeId: CodeId): Promise<void> {
  usedTheme(codeId);
  await step(({ state }, { now }) => planRecode(state, ids, codeId, now));
}

/** Moves passages to a theme made for them, as one step; false where it could not be made, of which the user was told. */
export async function splitThemeOff(ids: readonly CodingId[], { name, parentId }: { name: string; parentId: CodeId | null }): Promise<boolean> {
  return step(({ state }, { now, newId }) => planSplitCode(state, ids, { id: newId<CodeId>(), name, parentId, now }));
}

export async function deletePassages(ids: readonly CodingId[]): Promise<void> {
  await step(({ state }) => planDeleteCodings(state, ids));
}

/** Cuts a passage in two; the first part keeps its memo. */
export async function splitPassage(id: CodingId, text: PlainText, at: Utf16): Promise<void> {
  await step(({ state }, { now, newId }) => planSplitCoding(state, text, { id, at, newId: newId<CodingId>(), now }));
}

/** What was chosen has been dealt with, and the list keeps the keyboard. */
async function step(plan: (project: OpenProject, context: CommitContext) => Result<Plan>): Promise<boolean> {
  // The screen shows the step before the store has it.
  const writing = commit(plan);
  keepFocus();
  const done = await writing;
  if (done.ok) usePassages.setState(noneChosen);
  return done.ok;
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
