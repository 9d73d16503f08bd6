import { EditorState, TextSelection } from 'prosemirror-state';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { uncodedStretches } from '../../../renderer/editor/uncoded.ts';
import { readingDocument } from '../../../renderer/editor/reading-document.ts';
import { codingAtHand, letGoAway, removeCoding, stepCoding } from '../../../renderer/screens/reading/coding-actions.ts';
import { passageToCopy } from '../../../renderer/screens/reading/passage-copy.ts';
import { useReading, type Page } from '../../../renderer/screens/reading/reading-state.ts';
import { openTagging, passageToTag, repeatTag, tagAt, tagByKey, tagInVivo, tagWith, tagWithInactive, tagWithNew } from '../../../renderer/screens/reading/tagging.ts';
import { deleteTheme, editTheme, mergeThemes } from '../../../renderer/screens/reading/theme-actions.ts';
import { stepUncoded } from '../../../renderer/screens/reading/stops.ts';
import { setHost } from '../../../renderer/host/host.ts';
import { useUi } from '../../../renderer/screens/ui-state.ts';
import { useNotices } from '../../../renderer/use-cases/notices.ts';
import { runtime } from '../../../renderer/use-cases/runtime.ts';
import { undo } from '../../../renderer/use-cases/undo.ts';
import { useWorkbench } from '../../../renderer/use-cases/workbench.ts';
import { snapshot, textOf } from '../passages/invented-project.ts';

const codes = starterCodes('2026-01-01T09:00:00.000Z');
const documents = new Map([...snapshot.state.documents].map(([id, one]) => [id, { ...one, characters: textOf(one).codePoints }]));
const [document] = documents.values();
const [coder] = snapshot.state.coders.values();
if (!document || !coder) throw new Error('the invented project has a document and a coder');
const reading = readingDocument(textOf(document));

/** An open project whose store takes everything, and a page that keeps its state without being drawn. */
beforeEach(() => {
  setHost({ info: async () => ({ host: 'browser', version: '0', locale: 'nl', where: '', freeBytes: null, holdsFolder: true }) } as never);
  const project = { name: 'Nacht', description: '', roles: [], createdAt: '2026-01-01T09:00:00.000Z' };
  const state: ProjectState = { ...snapshot.state, documents, project, seq: 1, codings: new Map(), memos: new Map(), codes: new Map(codes.map((code) => [code.id, code])) };
  const stacks = { undo: [], redo: [] };
  const standing = { state, stacks, changes: [] };
  runtime.writer = true;
  runtime.session = {
    projectId: snapshot.projectId, outbox: null, now: standing, stored: standing, queue: Promise.resolve(), epoch: 0, failure: null, moved: () => undefined,
    store: { append: async () => ({ ok: true, value: undefined }) } as never,
  };
  useWorkbench.setState({
    coder,
    project: {
      projectId: snapshot.projectId, state, contents: snapshot.contents, stacks, coder, saving: { kind: 'saved' }, readOnly: null,
      verification: { verified: 0, total: 0, orphans: [] },
    },
  });
  useUi.setState({ documentId: document.id, focusedCodingId: null, codeId: null, onlyCodes: null, goal: null });
  useNotices.setState([], true);
  useReading.setState({ page: pageWithoutScreen(), selection: null, tagging: false, reshaping: null, recent: [] });
});

const project = () => {
  const open = useWorkbench.getState().project;
  if (!open) throw new Error('a project is open');
  return open;
};
const codings = () => [...project().state.codings.values()];
const notices = () => useNotices.getState().map(({ key }) => key);

function select(words: string): void {
  const start = reading.text.text.indexOf(words) as Utf16;
  useReading.setState({ selection: { start, end: (start + words.length) as Utf16 } });
}

describe('tagging', () => {
  it('puts the theme on the selection, chooses the coding and leaves the cursor behind it', async () => {
    select('slapen slecht');
    await tagByKey(2);
    expect(codings().map(({ anchor, codeId }) => [anchor.quotation, project().state.codes.get(codeId)?.name])).toEqual([['slapen slecht', 'UWV-keuring']]);
    expect(useUi.getState().focusedCodingId).toBe(codings()[0]?.id);
    const { page } = useReading.getState();
    expect(page?.view.state.selection.empty).toBe(true);
    expect(page && reading.positions.toOffset(page.view.state.selection.head)).toBe(reading.text.text.indexOf(' sinds'));
  });

  it('shows the coding before it is stored', () => {
    select('slapen');
    void tagByKey(1);
    expect(codings()).toHaveLength(1);
  });

  it('makes a theme of a new name and puts it, as one step to take back', async () => {
    select('verbouwing');
    await tagWithNew('Bouwlawaai');
    expect([...project().state.codes.values()].at(-1)?.name).toBe('Bouwlawaai');
    expect(codings()).toHaveLength(1);
    await undo();
    expect(codings()).toHaveLength(0);
    expect([...project().state.codes.values()].map(({ name }) => name)).not.toContain('Bouwlawaai');
  });

  it('says what to do where nothing is selected', async () => {
    await tagByKey(1);
    openTagging();
    expect(codings()).toHaveLength(0);
    expect(useReading.getState().tagging).toBe(false);
    expect(notices()).toEqual(['reading.select-first']);
  });

  it('says so where no theme has the key', async () => {
    select('slapen');
    await tagByKey(9);
    expect(notices()).toEqual(['reading.no-such-key']);
  });

  it('puts a second theme on the passage of the chosen coding', async () => {
    select('slapen slecht');
    await tagByKey(1);
    useReading.setState({ selection: null });
    await tagByKey(3);
    expect(codings().map(({ anchor }) => anchor.quotation)).toEqual(['slapen slecht', 'slapen slecht']);
    expect(new Set(codings().map(({ codeId }) => codeId)).size).toBe(2);
  });

  it('takes the theme off where all of the passage has it, and says so', async () => {
    select('slapen');
    await tagByKey(1);
    select('slapen');
    await tagByKey(1);
    expect(codings()).toHaveLength(0);
    expect(useUi.getState().focusedCodingId).toBeNull();
    expect(notices()).toEqual(['reading.coding-removed']);
  });

  it('extends the coding that the passage reaches into', async () => {
    select('slapen');
    await tagByKey(1);
    const [before] = codings();
    select('slapen slecht');
    await tagByKey(1);
    expect(codings().map(({ id, anchor }) => [id, anchor.quotation])).toEqual([[before?.id, 'slapen slecht']]);
    expect(useUi.getState().focusedCodingId).toBe(before?.id);
  });

  it('says how a coding is got back of which a part was taken off', async () => {
    select('slapen slecht');
    await tagByKey(1);
    select('slecht');
    await tagByKey(1);
    expect(codings().map(({ anchor }) => anchor.quotation)).toEqual(['slapen']);
    expect(notices()).toEqual(['reading.coding-shortened']);
  });

  it('keeps the passage for another theme where several are wanted', async () => {
    select('slapen');
    useReading.setState({ tagging: true });
    await tagWith(codes[0]?.id ?? ('' as CodeId), { keepOpen: true });
    await tagWith(codes[2]?.id ?? ('' as CodeId), { keepOpen: true });
    expect(codings().map(({ codeId }) => codeId)).toEqual([codes[0]?.id, codes[2]?.id]);
    expect(useReading.getState()).toMatchObject({ tagging: true, selection: { start: reading.text.text.indexOf('slapen') } });
  });

  it('repeats the theme used last', async () => {
    await repeatTag();
    expect(notices()).toEqual(['reading.nothing-to-repeat']);
    select('slapen');
    await tagByKey(4);
    select('verbouwing');
    await repeatTag();
    expect(codings().map(({ codeId }) => codeId)).toEqual([codes[3]?.id, codes[3]?.id]);
  });

  it('does not repeat a theme that is gone', async () => {
    select('slapen');
    await tagByKey(4);
    await deleteTheme(codes[3]?.id ?? ('' as CodeId));
    select('slapen');
    await repeatTag();
    expect(codings()).toHaveLength(0);
  });
});

describe('a theme that the page does not show', () => {
  it('counts as one where the next stretch without a theme is sought', async () => {
    const sought = () => {
      useUi.setState({ goal: null });
      stepUncoded(1);
      return useUi.getState().goal;
    };
    const free = sought();
    const range = uncodedStretches(reading, new Map())[1];
    if (free?.kind !== 'text' || !range) throw new Error('a stretch of the invented text has no theme');
    useReading.setState({ selection: range });
    await tagByKey(2);
    useReading.getState().page?.view.dispatch(EditorState.create({ doc: reading.doc }).tr.setSelection(TextSelection.atStart(reading.doc)));
    useUi.setState({ onlyCodes: new Set(codes.slice(0, 1).map(({ id }) => id)) });
    expect(sought()).not.toEqual(free);
  });

  it('is shown again and said to be extended where its key is pressed over a coding of it', async () => {
    select('slapen');
    await tagByKey(2);
    useUi.setState({ onlyCodes: new Set(codes.slice(0, 1).map(({ id }) => id)) });
    select('slapen slecht');
    await tagByKey(2);
    expect(notices()).toEqual(['reading.hidden-extended']);
    expect(useUi.getState().onlyCodes?.has(codes[1]?.id ?? ('' as CodeId))).toBe(true);
    select('slapen slecht sinds');
    await tagByKey(2);
    expect(notices()).toEqual(['reading.hidden-extended']);
  });
});

describe('a coding', () => {
  it('that is removed is said to be gone, and comes back', async () => {
    select('slapen');
    await tagByKey(1);
    const id = codings()[0]?.id ?? ('' as CodingId);
    await removeCoding(id);
    expect(codings()).toHaveLength(0);
    expect(useUi.getState().focusedCodingId).toBeNull();
    expect(useNotices.getState()[0]).toMatchObject({ key: 'reading.coding-removed', values: { code: 'diagnosevertraging' } });
    await undo();
    expect(codings().map((coding) => coding.id)).toEqual([id]);
  });

  it('is followed by the next one, up to the last', async () => {
    for (const words of ['slapen', 'Sinds wanneer', 'Onze leden']) {
      select(words);
      await tagByKey(1);
    }
    const quotation = () => project().state.codings.get(useUi.getState().focusedCodingId ?? ('' as CodingId))?.anchor.quotation;
    stepCoding(-1);
    stepCoding(-1);
    expect(quotation()).toBe('slapen');
    stepCoding(-1);
    expect(notices()).toEqual(['reading.first-coding']);
    stepCoding(1);
    expect(quotation()).toBe('Sinds wanneer');
    expect(useUi.getState().goal).toEqual({ kind: 'coding', codingId: useUi.getState().focusedCodingId });
  });

  it('is what is copied where nothing is selected', async () => {
    expect(passageToCopy()).toBeNull();
    select('slapen');
    await tagByKey(1);
    expect(passageToCopy()).toMatchObject({ start: reading.text.text.indexOf('slapen') });
    useReading.setState({ selection: null });
    expect(passageToCopy()).toBe(codings()[0]?.id);
  });

  it('is let go where the cursor is elsewhere, and not at its ends or while its borders are moved', async () => {
    select('slapen slecht');
    await tagByKey(1);
    const start = reading.text.text.indexOf('slapen slecht');
    const isChosenAt = (from: number, to = from) => {
      useUi.setState({ focusedCodingId: codings()[0]?.id ?? null });
      letGoAway({ documentId: codings()[0]?.documentId ?? ('' as DocumentId), reading }, { start: from as Utf16, end: to as Utf16 });
      return useUi.getState().focusedCodingId !== null;
    };
    expect([start - 1, start, start + 5, start + 13, start + 14].map((at) => isChosenAt(at))).toEqual([false, true, true, true, false]);
    expect([isChosenAt(0, start + 3), isChosenAt(start + 15, start + 20)]).toEqual([true, false]);
    useReading.setState({ reshaping: codings()[0]?.id ?? null });
    expect(isChosenAt(0)).toBe(true);
  });

  it('of another document is not at hand, and an orphan is', async () => {
    const other = [...snapshot.state.documents.values()][1]?.id ?? null;
    select('slapen');
    await tagByKey(1);
    expect([codingAtHand(document.id), codingAtHand(other)]).toEqual([codings()[0]?.id, null]);
    useWorkbench.setState({ project: { ...project(), verification: { verified: 0, total: 1, orphans: codings().map(({ id }) => id) } } });
    expect(codingAtHand(other)).toBe(codings()[0]?.id);
  });

  it('of another document is not what a theme is put on', async () => {
    select('slapen');
    await tagByKey(1);
    const other = [...snapshot.state.documents.values()][1];
    const { page } = useReading.getState();
    if (!other || !page) throw new Error('the invented project has a second document');
    useReading.setState({ page: { ...page, documentId: other.id }, selection: null });
    expect(passageToTag()).toBeNull();
  });
});

describe('a theme that is not active', () => {
  const first = codes[0]?.id ?? ('' as CodeId);

  it('is put nowhere, by key, again, in vivo or let go over the page, and it is said why', async () => {
    await editTheme(first, { inactive: true, name: 'slapen' });
    useReading.setState({ recent: [first] });
    select('slapen');
    await tagByKey(1);
    await repeatTag();
    await tagInVivo();
    await tagAt(first, reading.text.text.indexOf('slapen') as Utf16);
    expect(codings()).toHaveLength(0);
    expect(new Set(notices())).toEqual(new Set(['problem.code-inactive']));
  });

  it('becomes active and is put on the passage in one step, where that is asked for', async () => {
    await editTheme(first, { inactive: true });
    select('slapen');
    await tagWithInactive(first);
    expect([codings().map(({ codeId }) => codeId), project().state.codes.get(first)?.inactive]).toEqual([[first], undefined]);
    expect(notices()).toEqual(['reading.theme-activated']);
    await undo();
    expect([codings(), project().state.codes.get(first)?.inactive]).toEqual([[], true]);
  });

  it('can be taken off', async () => {
    select('slapen');
    await tagByKey(1);
    await editTheme(first, { inactive: true });
    select('slapen');
    await tagByKey(1);
    expect(codings()).toHaveLength(0);
    expect(notices()).toEqual(['reading.coding-removed']);
  });
});

describe('a theme', () => {
  it('that is deleted says how many codings went with it', async () => {
    select('slapen');
    await tagWith(codes[0]?.id ?? ('' as CodeId));
    await deleteTheme(codes[0]?.id ?? ('' as CodeId));
    expect(useNotices.getState()[0]).toMatchObject({ key: 'codebook.deleted', values: { name: 'diagnosevertraging', below: 0, codings: 1 } });
  });

  it('that is merged gives its codings to the other, which is then chosen', async () => {
    select('slapen');
    await tagByKey(1);
    await mergeThemes(codes[0]?.id ?? ('' as CodeId), codes[1]?.id ?? ('' as CodeId));
    expect(codings().map(({ codeId }) => codeId)).toEqual([codes[1]?.id]);
    expect(useUi.getState().codeId).toBe(codes[1]?.id);
  });
});

/** The part of the view that tagging asks: it holds a state, takes transactions, and lets itself be focused. */
function pageWithoutScreen(): Page {
  if (!document) throw new Error('the invented project has a document');
  const view = {
    state: EditorState.create({ doc: reading.doc }),
    dispatch(tr: Parameters<EditorState['apply']>[0]) { view.state = view.state.apply(tr); },
    hasFocus: () => true,
    dom: { focus: () => undefined },
  };
  return { documentId: document.id, reading, view: view as never, scroller: {} as never };
}
