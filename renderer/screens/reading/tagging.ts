import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import type { Plan } from '../../../app/coding/change.ts';
import { planAfter } from '../../../app/coding/plan-after.ts';
import { planAddCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { inVivoName } from '../../../app/coding/in-vivo.ts';
import { sameName } from '../../../app/coding/planning.ts';
import { planToggle, tagEffect, takesAway, type TagEffect } from '../../../app/coding/plan-toggle.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { ok, type Result } from '../../../app/support/result.ts';
import { sentenceBefore } from '../../editor/sentence-ranges.ts';
import { selectText } from '../../editor/reading-view.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { commit, type CommitContext } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { drawnCodings, placeOf } from './drawn-codings.ts';
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

/** `keepOpen`: the palette stays, with the passage, for another theme. */
interface TagOptions { keepOpen?: boolean }

/** Puts a theme on the passage, or takes it off where all of it has the theme; without a passage, says what to do. */
export async function tagWith(codeId: CodeId, { keepOpen = false }: TagOptions = {}): Promise<void> {
  await tag(keepOpen, (project, context, passage) => planOn(project, context, passage, codeId));
}

/** Makes a theme of this name and puts it on the passage, in one step of the history. */
export async function tagWithNew(name: string, { keepOpen = false }: TagOptions = {}): Promise<void> {
  await tag(keepOpen, (project, context, passage) => {
    const codeId = context.newId<CodeId>();
    const added = planAddCode(project.state, { id: codeId, name, now: context.now });
    return planAfter(project.state, added, (state) => planOn({ ...project, state }, context, passage, codeId));
  });
}

/** Makes a theme active again and puts it on the passage, in one step of the history, and says so. */
export async function tagWithInactive(codeId: CodeId, { keepOpen = false }: TagOptions = {}): Promise<void> {
  const done = await tag(keepOpen, (project, context, passage) =>
    planAfter(project.state, planEditCode(project.state, codeId, { inactive: false }), (state) => planOn({ ...project, state }, context, passage, codeId)));
  if (done) notify({ kind: 'info', key: 'reading.theme-activated', values: { code: done.name, keys: keyCaps('$mod+z') } });
}

/** In vivo: the passage's own words become the theme, or the theme of that name is put on it. */
export async function tagInVivo(): Promise<void> {
  const { page, selection } = useReading.getState();
  if (!page || !selection) {
    notify({ kind: 'info', key: 'reading.select-first' });
    return;
  }
  const name = inVivoName(page.reading.text.text.slice(selection.start, selection.end));
  const codes = [...(useWorkbench.getState().project?.state.codes.values() ?? [])];
  const code = codes.find((one) => sameName(one.name, name));
  if (code) await tagWith(code.id);
  else await tagWithNew(name);
}

/** A theme that was let go over the page: on what is selected there, else on the sentence under it. */
export async function tagAt(codeId: CodeId, offset: Utf16): Promise<void> {
  const { page, selection } = useReading.getState();
  if (!page) return;
  const onSelection = selection && selection.start <= offset && offset <= selection.end;
  const sentence = sentenceBefore(page.reading, offset, ({ start }) => start <= offset);
  const range = onSelection ? selection : sentence && offset <= sentence.end ? sentence : null;
  if (!range) {
    notify({ kind: 'info', key: 'reading.drop-on-text' });
    return;
  }
  selectText(page.view, page.reading, range);
  await tagWith(codeId);
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

async function tag(keepOpen: boolean, plan: (project: OpenProject, context: CommitContext, passage: Passage) => Result<Tagged>): Promise<Tagged | null> {
  const passage = passageToTag();
  if (!passage) {
    notify({ kind: 'info', key: 'reading.select-first' });
    return null;
  }
  let done: Tagged | null = null as Tagged | null;
  const before = useWorkbench.getState().project?.state;
  // The screen shows the change before the store has it: so the page goes on at once, and is told if that fails.
  const writing = commit((project, context) => {
    const planned = plan(project, context, passage);
    done = planned.ok ? planned.value : null;
    return planned;
  });
  if (done && useWorkbench.getState().project?.state !== before) settle(done, passage, keepOpen);
  return (await writing).ok ? done : null;
}

/** A plan that tags, and what it does. */
interface Tagged extends Plan { codeId: CodeId; name: string; effect: TagEffect }

function planOn(project: OpenProject, { now, newId }: CommitContext, { documentId, range }: Passage, codeId: CodeId): Result<Tagged> {
  const document = project.state.documents.get(documentId);
  if (!document) throw new Error(`the page shows document ${documentId}, which is not in the project`);
  const tagging = { documentId, codeId, coderId: project.coder.id, range };
  const text = plainTextOf(document);
  const plan = planToggle(project.state, text, { ...tagging, newId: () => newId<CodingId>(), now });
  if (!plan.ok) return plan;
  return ok({ ...plan.value, codeId, name: project.state.codes.get(codeId)?.name ?? '', effect: tagEffect(project.state, text, tagging) });
}

/** What tagging the passage with this theme would do, for the palette to say. */
export function effectOn(project: OpenProject, { documentId, range }: Passage, codeId: CodeId): TagEffect {
  const document = project.state.documents.get(documentId);
  return document ? tagEffect(project.state, plainTextOf(document), { documentId, codeId, coderId: project.coder.id, range }) : 'add';
}

/** The coding takes the place of the selection; the cursor stands behind it, ready to read on. What was taken off is told. */
function settle({ codeId, effect, name }: Tagged, { documentId, range }: Passage, keepOpen: boolean): void {
  const { page } = useReading.getState();
  const { project } = useWorkbench.getState();
  usedTheme(codeId);
  const isTaken = takesAway(effect);
  if (isTaken) notify({ kind: 'info', key: effect === 'remove' ? 'reading.coding-removed' : 'reading.coding-shortened', values: { code: name, keys: keyCaps('$mod+z') } });
  if (effect === 'extend' && useUi.getState().onlyCodes?.has(codeId) === false) {
    notify({ kind: 'info', key: 'reading.hidden-extended', values: { code: name, keys: keyCaps('$mod+z') } });
  }
  if (keepOpen) return;
  useReading.setState({ tagging: false });
  const document = project?.state.documents.get(documentId);
  const codings = project && document && !isTaken ? drawnCodings(project.state.codings, documentId, plainTextOf(document)).values() : [];
  const coding = [...codings].find((one) => one.codeId === codeId && one.start <= range.start && one.end >= range.end
    && project?.state.codings.get(one.id)?.coderId === project?.coder.id);
  useUi.setState(({ onlyCodes }) => ({
    focusedCodingId: coding?.id ?? null,
    // What one has just put there is shown.
    onlyCodes: coding && onlyCodes ? new Set([...onlyCodes, codeId]) : onlyCodes,
  }));
  if (!page) return;
  selectText(page.view, page.reading, { start: range.end, end: range.end });
  focusPage();
}
