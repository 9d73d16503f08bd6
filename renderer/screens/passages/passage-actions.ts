import type { Change } from '../../../schemas/change.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import type { Plan } from '../../../app/coding/change.ts';
import { planAfter } from '../../../app/coding/plan-after.ts';
import { planEditCode } from '../../../app/coding/plan-code.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { planAddMemo } from '../../../app/coding/plan-memo.ts';
import { planSplitCoding } from '../../../app/coding/plan-shape.ts';
import { planSplitCode } from '../../../app/coding/plan-split-code.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import { citationText } from '../../../app/exporters/citation.ts';
import type { Result } from '../../../app/support/result.ts';
import { language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { commit, type CommitContext } from '../../use-cases/commit.ts';
import { joinCodings } from '../../use-cases/join-codings.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { usedTheme } from '../reading/reading-state.ts';
import { noneChosen } from './choosing.ts';
import { usePassages } from './passages-state.ts';
import { keepFocus } from './to-text.ts';

/** Puts passages under another theme, which is active from then on, as one step. */
export async function recodePassages(ids: readonly CodingId[], codeId: CodeId): Promise<void> {
  usedTheme(codeId);
  await step(({ state }, { now }) => planAfter(state, planEditCode(state, codeId, { inactive: false }), (after) => planRecode(after, ids, codeId, now)));
}

/** Moves passages to a theme made for them, as one step; where it could not be made the user is told. */
export async function splitThemeOff(ids: readonly CodingId[], { name, parentId, onShown }: { name: string; parentId: CodeId | null; onShown?(): void }): Promise<void> {
  await step(({ state }, { now, newId }) => planSplitCode(state, ids, { id: newId<CodeId>(), name, parentId, now }), onShown);
}

export async function deletePassages(ids: readonly CodingId[]): Promise<void> {
  await step(({ state }) => planDeleteCodings(state, ids));
}

/** Cuts a passage in two; the first part keeps its memo. */
export async function splitPassage(id: CodingId, text: PlainText, at: Utf16): Promise<void> {
  await step(({ state }, { now, newId }) => planSplitCoding(state, text, { id, at, newId: newId<CodingId>(), now }));
}

/** Makes one passage of several, from the start of the first to the end of the last. */
export async function joinPassages(ids: readonly CodingId[]): Promise<void> {
  await settled(joinCodings(ids));
}

/** Writes the same words in the memos of passages, as one step; where that could not be done they are kept, and the user is told. */
export async function notePassages(ids: readonly CodingId[], text: string, { onShown }: { onShown(): void }): Promise<void> {
  const done = await step(({ state, coder }, { now, newId }) => planAddMemo(state, { ids, text, coderId: coder.id, now, newId: newId<MemoId> }), onShown);
  if (done) usePassages.setState({ memoDraft: '' });
}

/** `onShown` is called at once where the screen has the step, so that what asked for it is gone before the next key comes. */
function step(plan: (project: OpenProject, context: CommitContext) => Result<Plan>, onShown?: () => void): Promise<boolean> {
  const before = useWorkbench.getState().project?.state;
  const writing = commit(plan);
  if (useWorkbench.getState().project?.state !== before) onShown?.();
  return settled(writing);
}

/** What was chosen has been dealt with, and the list keeps the keyboard: the screen shows the step before the store has it. */
async function settled(writing: Promise<Result<Change | null>>): Promise<boolean> {
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
