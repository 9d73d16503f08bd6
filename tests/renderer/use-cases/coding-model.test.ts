import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { planAddCode, planDeleteCode, planEditCode, planMoveCode } from '../../../app/coding/plan-code.ts';
import { planDeleteCodings, planRecode } from '../../../app/coding/plan-coding.ts';
import { planMergeCodes } from '../../../app/coding/plan-merge-codes.ts';
import { planCopyCoding, planJoinCodings, planReshape, planSplitCoding } from '../../../app/coding/plan-shape.ts';
import { planToggle } from '../../../app/coding/plan-toggle.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { Plan } from '../../../app/coding/change.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText, type PlainText } from '../../../app/document/plain-text.ts';
import type { Result } from '../../../app/support/result.ts';
import { codingsOf, codingsPlugin, showCodings } from '../../../renderer/editor/plugins/codings.ts';
import { readingDocument, type ReadingDocument } from '../../../renderer/editor/reading-document.ts';
import { drawnCodings } from '../../../renderer/screens/reading/drawn-codings.ts';
import type { CommitContext } from '../../../renderer/use-cases/commit.ts';
import type { OpenProject } from '../../../renderer/use-cases/workbench.ts';
import type { ProjectId } from '../../../schemas/ids.ts';
import { MemoryFolder } from '../memory-host.ts';
import { Profile, saved, startOn, type Window } from '../window.ts';
import { CodingModel, type Passage } from './coding-model.ts';
import { withDocument } from './work.ts';

/** The program: its window, its page of text, and where it keeps what it has. */
interface Program { folder: MemoryFolder; profile: Profile; window: Window; projectId: ProjectId; reading: ReadingDocument; page: EditorState }

type Planner = (project: OpenProject, text: PlainText, context: CommitContext) => Result<Plan>;

async function begin(): Promise<{ model: CodingModel; program: Program }> {
  const folder = new MemoryFolder();
  const profile = new Profile();
  const window = await startOn(folder, profile);
  await withDocument(window);
  const text = textOf(window.project());
  const reading = readingDocument(text);
  const page = EditorState.create({ doc: reading.doc, plugins: [codingsPlugin(reading)] });
  const codes = [...window.project().state.codes.values()].map(({ name }) => name);
  return { model: new CodingModel(text.text, codes), program: { folder, profile, window, projectId: window.project().projectId, reading, page } };
}

function textOf(project: OpenProject): PlainText {
  const content = project.contents.values().next().value;
  if (!content) throw new Error('the project has no text');
  return plainText(content);
}

const codeNamed = (project: OpenProject, name: string) => {
  const found = [...project.state.codes.values()].find((code) => code.name === name);
  if (!found) throw new Error(`the program has no theme ${name}`);
  return found.id;
};

/** The coding that the program has where the model says. */
function codingAt(project: OpenProject, text: PlainText, { code, start, end }: Passage) {
  const codeId = codeNamed(project, code);
  const found = [...project.state.codings.values()].find((coding) => {
    const place = coding.codeId === codeId ? resolve(text, coding.anchor) : null;
    return place?.start === start && place.end === end;
  });
  if (!found) throw new Error(`the program has no ${code} at ${start} to ${end}`);
  return found.id;
}

/** What the program says: its state in words, from whatever part of it. */
function told(project: { state: OpenProject['state'] }, text: PlainText) {
  const { codes, codings } = project.state;
  const nameOf = (id: string | null) => [...codes.values()].find((code) => code.id === id)?.name ?? null;
  return {
    codes: [...codes.values()].map(({ name, parentId }) => [name, nameOf(parentId)]).toSorted(byWords),
    codings: [...codings.values()].map(({ codeId, anchor }) => {
      const place = resolve(text, anchor);
      return [nameOf(codeId), place?.start, place?.end];
    }).toSorted(byWords),
  };
}

const byWords = (a: unknown[], b: unknown[]) => (a.join('|') < b.join('|') ? -1 : 1);

/** For each character of the text, the themes that are drawn there. */
function drawnAt({ reading, page }: Program, nameOf: (id: string) => string): string[] {
  const at: string[] = reading.text.text.split('').map(() => '');
  const shown = codingsOf(page);
  for (const decoration of shown?.decorations.find() ?? []) {
    const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type;
    const names = new Set((attrs['data-codings'] ?? '').split(' ').map((id) => shown?.codings.get(id as never)?.codeId ?? '').map(nameOf));
    for (let offset: number = reading.positions.toOffset(decoration.from); offset < reading.positions.toOffset(decoration.to); offset += 1) {
      at[offset] = [...names].toSorted().join(' + ');
    }
  }
  return at;
}

async function expectEqual(model: CodingModel, program: Program): Promise<void> {
  const project = program.window.project();
  const { text } = program.reading;
  expect(told(project, text)).toEqual(model.told());
  const documentId = [...project.state.documents.keys()][0];
  if (!documentId) throw new Error('the document is gone');
  program.page = program.page.apply(showCodings(program.page.tr, drawnCodings(project.state.codings, documentId, text)));
  expect(drawnAt(program, (id) => [...project.state.codes.values()].find((code) => code.id === id)?.name ?? '?').map((names, at) => (/\s/.test(text.text[at] ?? '') ? '' : names)))
    .toEqual(model.themesAt());
}

/** One thing that a user does, to both: `known` says what of the model it needs. */
class Act implements fc.AsyncCommand<CodingModel, Program> {
  readonly #name: string;
  readonly #does: (model: CodingModel) => { happens: () => void; plan: Planner } | null;
  constructor(name: string, does: (model: CodingModel) => { happens: () => void; plan: Planner } | null) {
    this.#name = name;
    this.#does = does;
  }
  check(model: Readonly<CodingModel>): boolean { return this.#does(model as CodingModel) !== null; }
  async run(model: CodingModel, program: Program): Promise<void> {
    const act = this.#does(model);
    if (!act) return;
    model.step(act.happens);
    await program.window.commit((project, context) => act.plan(project, program.reading.text, context));
    await expectEqual(model, program);
  }
  toString(): string { return this.#name; }
}

/** What is not a change of its own: back, forth, and a new start. */
class Turn implements fc.AsyncCommand<CodingModel, Program> {
  readonly #what: 'undo' | 'redo' | 'restart' | 'kill';
  constructor(what: 'undo' | 'redo' | 'restart' | 'kill') { this.#what = what; }
  // Before the first step lies the taking in of the document, which the model doesn't know.
  check(model: Readonly<CodingModel>): boolean { return this.#what !== 'undo' || model.canUndo; }
  async run(model: CodingModel, program: Program): Promise<void> {
    const { window, folder, profile, projectId } = program;
    if (this.#what === 'undo' || this.#what === 'redo') {
      model[this.#what]();
      await window[this.#what]();
    } else {
      if (this.#what === 'restart') await window.closeProject();
      window.kill(folder);
      program.window = await startOn(folder, profile);
      await program.window.openProject(projectId);
    }
    await expectEqual(model, program);
  }
  toString(): string { return this.#what; }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const nat = fc.nat(999);
// Of the first words alone, so that passages meet, nest and coincide.
const range = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }));

const acts = [
  fc.tuple(nat, range).map(([code, words]) => new Act(`toggle ${code} ${words.join('+')}`, (model) => {
    const name = pick(model.codes(), code);
    const place = model.words(...words);
    return name === undefined ? null : {
      happens: () => model.toggle(name, place),
      plan: (project, text, { now, newId }) => planToggle(project.state, text, {
        documentId: [...project.state.documents.keys()][0] as never, codeId: codeNamed(project, name), coderId: project.coder.id,
        range: { start: place.start as Utf16, end: place.end as Utf16 }, newId: () => newId(), now,
      }),
    };
  })),
  fc.tuple(nat, range).map(([which, words]) => new Act(`reshape ${which} ${words.join('+')}`, (model) => {
    const coding = pick(model.codings(), which);
    const place = model.words(...words);
    return coding && {
      happens: () => model.reshape(coding, place),
      plan: (project, text, { now }) => planReshape(project.state, text, { id: codingAt(project, text, coding), start: place.start as Utf16, end: place.end as Utf16, now }),
    } || null;
  })),
  fc.tuple(nat, fc.nat(17)).map(([which, word]) => new Act(`split ${which} ${word}`, (model) => {
    const coding = pick(model.codings(), which);
    const at = model.words(word, 1).start;
    return coding && {
      happens: () => model.split(coding, at),
      plan: (project, text, { now, newId }) => planSplitCoding(project.state, text, { id: codingAt(project, text, coding), at: at as Utf16, newId: newId(), now }),
    } || null;
  })),
  fc.tuple(nat, nat).map(([one, other]) => new Act(`join ${one} ${other}`, (model) => {
    const [first, second] = [pick(model.codings(), one), pick(model.codings(), other)];
    return first && second && {
      happens: () => model.join(first, second),
      plan: (project, text, { now }) => planJoinCodings(project.state, text, { ids: [codingAt(project, text, first), codingAt(project, text, second)], now }),
    } || null;
  })),
  fc.tuple(nat, nat, fc.boolean()).map(([which, code, copy]) => new Act(`${copy ? 'copy' : 'recode'} ${which} ${code}`, (model) => {
    const coding = pick(model.codings(), which);
    const name = pick(model.codes(), code);
    return coding && name !== undefined && {
      happens: () => (copy ? model.copy(coding, name) : model.recode(coding, name)),
      plan: (project, text, { now, newId }) => (copy
        ? planCopyCoding(project.state, { id: codingAt(project, text, coding), codeId: codeNamed(project, name), newId: newId(), now })
        : planRecode(project.state, [codingAt(project, text, coding)], codeNamed(project, name), now)),
    } || null;
  })),
  nat.map((which) => new Act(`delete ${which}`, (model) => {
    const coding = pick(model.codings(), which);
    return coding && { happens: () => model.remove(coding), plan: (project, text) => planDeleteCodings(project.state, [codingAt(project, text, coding)]) } || null;
  })),
  fc.tuple(nat, fc.boolean()).map(([under, below]) => new Act(`theme ${under} ${below}`, (model) => {
    const name = model.freshName();
    const parent = below ? pick(model.codes(), under) ?? null : null;
    return {
      happens: () => model.addCode(name, parent),
      plan: (project, _text, { now, newId }) => planAddCode(project.state, { id: newId(), name, now, parentId: parent === null ? null : codeNamed(project, parent) }),
    };
  })),
  nat.map((which) => new Act(`rename ${which}`, (model) => {
    const code = pick(model.codes(), which);
    const name = model.freshName();
    return code === undefined ? null : { happens: () => model.rename(code, name), plan: (project) => planEditCode(project.state, codeNamed(project, code), { name }) };
  })),
  fc.tuple(nat, nat).map(([which, into]) => new Act(`merge ${which} ${into}`, (model) => {
    const [from, to] = [pick(model.codes(), which), pick(model.codes(), into)];
    return from === undefined || to === undefined ? null : {
      happens: () => model.merge(from, to), plan: (project) => planMergeCodes(project.state, codeNamed(project, from), codeNamed(project, to)),
    };
  })),
  fc.tuple(nat, nat, fc.boolean()).map(([which, under, top]) => new Act(`move ${which} ${under} ${top}`, (model) => {
    const code = pick(model.codes(), which);
    const parent = top ? null : pick(model.codes(), under) ?? null;
    // Where it stands already it would change its order among the others alone.
    return code === undefined || model.parentOf(code) === parent ? null : {
      happens: () => model.move(code, parent),
      plan: (project) => planMoveCode(project.state, codeNamed(project, code), { parentId: parent === null ? null : codeNamed(project, parent), before: null }),
    };
  })),
  nat.map((which) => new Act(`delete theme ${which}`, (model) => {
    const code = pick(model.codes(), which);
    return code === undefined ? null : { happens: () => model.deleteCode(code), plan: (project) => planDeleteCode(project.state, codeNamed(project, code)) };
  })),
];

const turns = fc.constantFrom<'undo' | 'redo'>('undo', 'redo').map((what) => new Turn(what));
const starts = fc.constantFrom<'restart' | 'kill'>('restart', 'kill').map((what) => new Turn(what));

describe('Whatever is tagged, reshaped, taken back and begun anew', () => {
  it('store, page and a plain model of it say the same', async () => {
    // Tagging is most of what people do, and what all the others need.
    const [toggle, ...others] = acts;
    const commands = fc.commands([toggle, toggle, toggle, toggle, ...others, turns, turns, turns, starts].filter((one) => one !== undefined), { maxCommands: 40, size: 'max' });
    await fc.assert(fc.asyncProperty(commands, async (sequence) => {
      let program: Program | null = null;
      await fc.asyncModelRun(async () => {
        const begun = await begin();
        program = begun.program;
        return { model: begun.model, real: begun.program };
      }, sequence);
      const { window, folder, reading } = program as unknown as Program;
      await saved(window);
      const stored = await window.runtime.session?.store?.load();
      expect(stored).toMatchObject({ tablesAgree: true });
      expect(told({ state: stored?.state ?? window.project().state }, reading.text)).toEqual(told(window.project(), reading.text));
      window.kill(folder);
    }), { numRuns: 12 });
  }, 240_000);
});
