import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import { describe } from '../../../app/anchoring/describe.ts';
import type { Plan } from '../../../app/coding/change.ts';
import { planAddCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { applyOps } from '../../../app/coding/state.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { ok, type Result } from '../../../app/support/result.ts';
import { selectText } from '../../editor/reading-view.ts';
import { commit, type CommitContext } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { placeOf } from './drawn-codings.ts';
import { focusPage, usedTheme, useReading } from './reading-state.ts';

/** What a theme would be put on: what is selected, else the passage of the coding that is chosen. */
export function passageToTag(): { documentId: DocumentId; range: TextRange } | null {
  const { page, selection } = useReading.getState();
  const { project } = useWorkbench.getState();
  if (!page || !project) return null;
  if (selection) return { documentId: page.documentId, range: selection };
  const { focusedCodingId } = useUi.getState();
  const coding = focusedCodingId ? project.state.codings.get(focusedCodingId) : undefined;
  const place = coding?.documentId === page.documentId ? placeOf(coding, page.reading.text) : null;
  return place ? { documentId: page.documentId, range: place } : null;
}

/** Opens the tagging palette; without a passage, says what to do. */
export function openTagging(): void {
  if (passageToTag()) useReading.setState({ tagging: true });
  else notify({ kind: 'info', key: 'reading.select-first' });
}

/** Puts a theme on the passage; without one, says what to do. */
export async function tagWith(codeId: CodeId): Promise<void> {
  await tag((project, context, id, passage) => planOn(project, context, id, passage, codeId));
}

/** Makes a theme of this name and puts it on the passage, in one step of the history. */
export async function tagWithNew(name: string): Promise<void> {
  await tag((project, context, id, passage) => {
    const codeId = context.newId<CodeId>();
    const added = planAddCode(project.state, { id: codeId, name, now: context.now });
    if (!added.ok) return added;
    const tagged = planOn({ ...project, state: applyOps(project.state, added.value.ops) }, context, id, passage, codeId);
    return tagged.ok ? ok({ label: tagged.value.label, ops: [...added.value.ops, ...tagged.value.ops] }) : tagged;
  });
}

/** The theme whose key this is. */
export async function tagByKey(key: number): Promise<void> {
  const codes = useWorkbench.getState().project?.state.codes.values() ?? [];
  const code = [...codes].find((one) => one.key === key);
  if (code) await tagWith(code.id);
  else notify({ kind: 'info', key: 'reading.no-such-key', values: { key } });
}

/** The theme used last, once more. */
export async function repeatTag(): Promise<void> {
  const codes = useWorkbench.getState().project?.state.codes;
  const last = useReading.getState().recent.find((id) => codes?.has(id));
  if (last) await tagWith(last);
  else notify({ kind: 'info', key: 'reading.nothing-to-repeat' });
}

type Passage = NonNullable<ReturnType<typeof passageToTag>>;

async function tag(plan: (project: OpenProject, context: CommitContext, id: CodingId, passage: Passage) => Result<Plan>): Promise<void> {
  const passage = passageToTag();
  if (!passage) {
    notify({ kind: 'info', key: 'reading.select-first' });
    return;
  }
  let made: CodingId | null = null;
  // The screen shows the change before the store has it: so the page goes on at once, and is told if that fails.
  const writing = commit((project, context) => {
    const id = context.newId<CodingId>();
    made = id;
    return plan(project, context, id, passage);
  });
  const coding = made === null ? undefined : useWorkbench.getState().project?.state.codings.get(made);
  if (coding) settle(coding.id, coding.codeId, passage.range);
  await writing;
}

function planOn(project: OpenProject, { now }: CommitContext, id: CodingId, { documentId, range }: Passage, codeId: CodeId): Result<Plan> {
  const document = project.state.documents.get(documentId);
  if (!document) throw new Error(`the page shows document ${documentId}, which is not in the project`);
  const anchor = describe(plainTextOf(document), range.start, range.end);
  return planTag(project.state, { id, documentId, codeId, coderId: project.coder.id, anchor, now });
}

/** The coding takes the place of the selection; the cursor stands behind it, ready to read on. */
function settle(id: CodingId, codeId: CodeId, { end }: TextRange): void {
  const { page } = useReading.getState();
  usedTheme(codeId);
  useReading.setState({ tagging: false });
  useUi.setState({ focusedCodingId: id });
  if (!page) return;
  selectText(page.view, page.reading, { start: end, end });
  focusPage();
}
