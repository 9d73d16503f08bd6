import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planSaveCoder } from '../../../app/coding/plan-coder.ts';
import { planAddCode, planDeleteCode, planEditCode, planMoveCode } from '../../../app/coding/plan-code.ts';
import { planDeleteCodings, planEditCoding, planRecode, planTag } from '../../../app/coding/plan-coding.ts';
import { planDeleteDocument, planImportDocument } from '../../../app/coding/plan-document.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planMergeCodes } from '../../../app/coding/plan-merge-codes.ts';
import { planCreateProject, planEditProject } from '../../../app/coding/plan-project.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { planEditSpeaker } from '../../../app/coding/plan-speaker.ts';
import { palette } from '../../../app/coding/palette.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { codePath, codeTree, flattenTree } from '../../../app/coding/tree.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, DocumentId, MemoId } from '../../../schemas/ids.ts';
import { coder, invent, must, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const evening = invent('Avond', [
  { by: 'Voorzitter', text: 'Wie begint?' }, { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar op een keuring.' },
]);
const codeId = (name: string) => nameId<CodeId>('code', name);
const [delay = codeId(''), uwv = codeId('')] = starterCodes(now).map((code) => code.id);

function tag(world: World, name: string, code: CodeId, quotation: string, document: DocumentId = evening.document.id): CodingId {
  const text = plainText(evening.content);
  const start = text.text.indexOf(quotation);
  const id = nameId<CodingId>('coding', name);
  const anchor = describePassage(text, start as Utf16, (start + quotation.length) as Utf16);
  world.do(planTag(world.state, { id, documentId: document, codeId: code, coderId: coder.id, anchor, now }));
  return id;
}

function withCodes(world: World, ...paths: string[]): World {
  for (const path of paths) {
    const names = path.split('/');
    world.do(planAddCode(world.state, { id: codeId(path), name: names.at(-1) ?? '', now, parentId: names.length > 1 ? codeId(names.slice(0, -1).join('/')) : null }));
  }
  return world;
}

const paths = (world: World) => flattenTree(codeTree(world.state)).map((node) => node.path.join('/'));
const refusal = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code;

describe('a new project', () => {
  it('has its coder, the roles to choose from and the four starter themes on keys 1 to 4', () => {
    const { state } = World.create('  Mijn \n onderzoek ');
    expect(state.project).toMatchObject({ name: 'Mijn onderzoek', createdAt: now });
    expect(state.project?.roles).toContain('patiëntenorganisatie');
    expect([...state.coders.values()]).toEqual([coder]);
    expect(flattenTree(codeTree(state)).map(({ code }) => [code.key, code.name])).toEqual([
      [1, 'diagnosevertraging'], [2, 'UWV-keuring'], [3, 'mantelzorg'], [4, 'stepped vs matched care'],
    ]);
    for (const code of state.codes.values()) expect(code.definition).not.toBe('');
  });

  it('needs a name', () => {
    expect(refusal(planCreateProject({ name: ' ', coder, codes: [], now }))).toBe('name-empty');
    expect(refusal(planCreateProject({ name: 'x'.repeat(201), coder, codes: [], now }))).toBe('name-too-long');
  });

  it('makes no change where an edit changes nothing', () => {
    const { state } = World.create();
    expect(must(planEditProject(state, { name: 'Proef', description: '' })).ops).toEqual([]);
    expect(must(planSaveCoder(state, { ...coder })).ops).toEqual([]);
  });
});

describe('a document', () => {
  it('comes in once', () => {
    const world = World.create();
    world.add(evening);
    expect(refusal(planImportDocument(world.state, evening))).toBe('document-already-there');
  });

  it('brings the roles that were given in its review into the list of the project, in one step', () => {
    const world = World.create();
    const speakers = evening.speakers.map((speaker, at) => ({ ...speaker, role: at === 0 ? 'stadsomroeper' : 'anders' }));
    const before = world.state.project?.roles ?? [];
    const plan = must(planImportDocument(world.state, { ...evening, speakers }));
    world.do({ ok: true, value: plan });
    expect(world.state.project?.roles).toEqual([...before, 'stadsomroeper']);
    expect(plan.ops.filter(({ table }) => table === 'project')).toHaveLength(1);
  });

  it('takes its codings, their memos and those who speak nowhere else along when it goes', () => {
    const world = World.create();
    world.add(evening);
    world.add(invent('Ochtend', [{ by: 'Iemand', text: 'Goedemorgen.' }]));
    const coding = tag(world, 'a', delay, 'drie jaar');
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'a'), target: { kind: 'coding', id: coding }, text: 'let op', coderId: coder.id, now }));
    const anchor = world.state.codings.get(coding)?.anchor;
    if (!anchor) throw new Error('not coded');
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'b'), target: { kind: 'passage', documentId: evening.document.id, anchor }, text: 'ook hier', coderId: coder.id, now }));
    expect(world.state.memos.size).toBe(2);
    const plan = must(planDeleteDocument(world.state, world.contents, evening.document.id));
    expect(plan.label.values).toEqual({ name: 'Avond', codings: 1, speakers: 2 });
    world.do({ ok: true, value: plan });
    expect([world.state.codings.size, world.state.memos.size]).toEqual([0, 0]);
    expect([...world.state.speakers.values()].map((speaker) => speaker.name)).toEqual(['Iemand']);
  });
});

describe('a document next to one whose text is missing', () => {
  const morning = invent('Ochtend', [{ by: 'Iemand', text: 'Goedemorgen.' }]);
  const withoutMorning = () => {
    const world = World.create();
    world.add(evening);
    world.add(morning);
    world.contents.delete(morning.document.contentSha256);
    return world;
  };

  it('leaves its speakers and their memos when it goes: they may speak there', () => {
    const world = withoutMorning();
    const [speaker] = evening.speakers;
    if (!speaker) throw new Error('no speaker');
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'a'), target: { kind: 'speaker', id: speaker.id }, text: 'let op', coderId: coder.id, now }));
    const plan = must(planDeleteDocument(world.state, world.contents, evening.document.id));
    expect(plan.label.values).toMatchObject({ speakers: 0 });
    world.do({ ok: true, value: plan });
    expect([world.state.speakers.size, world.state.memos.size]).toEqual([3, 1]);
  });

  it('leaves those whom it no longer names when it is read anew', () => {
    const world = withoutMorning();
    const replacement = { documentId: evening.document.id, before: evening.content, after: evening.content, sameSource: true };
    world.do(planReplaceDocument(world.state, world.contents, { document: evening.document, speakers: evening.speakers.slice(1), replacement, key: 'document.reimport' }));
    expect(world.state.speakers.size).toBe(3);
  });
});

describe('a speaker', () => {
  it('brings a new role into the list of the project', () => {
    const world = World.create();
    world.add(evening);
    const [id] = [...world.state.speakers.keys()];
    world.do(planEditSpeaker(world.state, id ?? nameId('speaker', ''), { role: 'buurtbewoner', moderator: true }));
    expect(world.state.project?.roles).toContain('buurtbewoner');
    expect(id && world.state.speakers.get(id)).toMatchObject({ role: 'buurtbewoner', moderator: true });
  });
});

describe('a theme', () => {
  it('gets the next hue and the first free key, and no key when all nine are taken', () => {
    const world = withCodes(World.create(), ...Array.from({ length: 6 }, (_, at) => `nieuw ${at}`));
    const made = [...world.state.codes.values()].slice(4);
    expect(made.map((code) => code.key)).toEqual([5, 6, 7, 8, 9, null]);
    expect(made.map((code) => code.color)).toEqual(palette.slice(4, 10).map((hue) => hue.light));
  });

  it('takes a key over from the theme that has it', () => {
    const world = World.create();
    world.do(planEditCode(world.state, uwv, { key: 1 }));
    expect([world.state.codes.get(delay)?.key, world.state.codes.get(uwv)?.key]).toEqual([null, 1]);
  });

  it('can have the name of another only under another parent', () => {
    const world = withCodes(World.create(), 'a', 'b', 'a/x');
    expect(refusal(planAddCode(world.state, { id: codeId('?'), name: 'X', now, parentId: codeId('a') }))).toBe('code-name-taken');
    expect(planAddCode(world.state, { id: codeId('?'), name: 'X', now, parentId: codeId('b') }).ok).toBe(true);
    expect(codePath(world.state, codeId('a/x'))).toBe('a > x');
  });

  it('moves before a sibling, under another theme, and never under itself', () => {
    const world = withCodes(World.create(), 'a', 'b', 'a/x', 'a/x/y');
    world.do(planMoveCode(world.state, codeId('b'), { parentId: codeId('a'), before: codeId('a/x') }));
    expect(paths(world).slice(4)).toEqual(['a', 'a/b', 'a/x', 'a/x/y']);
    expect(refusal(planMoveCode(world.state, codeId('a'), { parentId: codeId('a/x/y'), before: null }))).toBe('code-under-itself');
  });

  it('keeps its place among siblings whose order leaves no room', () => {
    const world = withCodes(World.create(), 'a', 'b', 'c');
    for (let i = 0; i < 120; i += 1) {
      const [first, second] = i % 2 ? ['b', 'c'] : ['c', 'b'];
      world.do(planMoveCode(world.state, codeId(second ?? ''), { parentId: null, before: codeId(first ?? '') }));
      expect(paths(world).slice(5)).toEqual([second, first]);
    }
  });

  it('takes the themes below it and their codings along when it goes', () => {
    const world = withCodes(World.create(), 'a', 'a/x');
    world.add(evening);
    tag(world, '1', codeId('a/x'), 'keuring');
    tag(world, '2', delay, 'keuring');
    const plan = must(planDeleteCode(world.state, codeId('a')));
    expect(plan.label.values).toEqual({ name: 'a', codes: 2, codings: 1 });
    world.do({ ok: true, value: plan });
    expect([world.state.codes.size, world.state.codings.size]).toEqual([4, 1]);
  });

  it('gives codings, memos and the themes below to the theme it is merged into', () => {
    const world = withCodes(World.create(), 'a', 'b', 'a/x', 'b/x', 'a/y');
    world.add(evening);
    const [twin, other] = [tag(world, 'twin', codeId('a'), 'keuring'), tag(world, 'other', codeId('a/x'), 'drie jaar')];
    const stays = tag(world, 'stays', codeId('b'), 'keuring');
    world.do(planEditCoding(world.state, twin, { weight: 70 }, later));
    for (const [at, [id, text]] of ([[twin, 'van a'], [stays, 'van b']] as const).entries()) {
      world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', String(at)), target: { kind: 'coding', id }, text, coderId: coder.id, now }));
    }
    world.do(planMergeCodes(world.state, codeId('a'), codeId('b')));
    expect(paths(world).slice(4)).toEqual(['b', 'b/x', 'b/y']);
    expect([...world.state.codings.keys()].toSorted()).toEqual([other, stays].toSorted());
    expect(world.state.codings.get(stays)?.weight).toBe(70);
    expect(world.state.codings.get(other)?.codeId).toBe(codeId('b/x'));
    expect([...world.state.memos.values()].map((memo) => memo.text)).toEqual(['van b\n\nvan a']);
  });

  it('can be merged into a theme below itself, which takes its place', () => {
    const world = withCodes(World.create(), 'a', 'a/x', 'a/x/y', 'a/z');
    world.do(planMergeCodes(world.state, codeId('a'), codeId('a/x/y')));
    expect(paths(world).slice(4)).toEqual(['y', 'y/x', 'y/z']);
    expect(refusal(planMergeCodes(world.state, uwv, uwv))).toBe('code-into-itself');
  });
});

describe('a coding', () => {
  it('is not made twice by one coder on one passage', () => {
    const world = World.create();
    world.add(evening);
    tag(world, 'one', delay, 'keuring');
    expect(() => tag(world, 'two', delay, 'keuring')).toThrow('already-coded');
    expect(() => tag(world, 'three', uwv, 'keuring')).not.toThrow();
  });

  it('needs a theme, a coder and a document that are there, and a passage inside the text', () => {
    const world = World.create();
    world.add(evening);
    const anchor = { start: 0, end: 3, quotation: 'Wie', prefix: '', suffix: '' } as never;
    const whole = { id: nameId<CodingId>('coding', 'x'), documentId: evening.document.id, codeId: delay, coderId: coder.id, anchor, now };
    expect(refusal(planTag(world.state, { ...whole, codeId: codeId('weg') }))).toBe('record-missing');
    expect(refusal(planTag(world.state, { ...whole, coderId: nameId('coder', 'weg') }))).toBe('record-missing');
    expect(refusal(planTag(world.state, { ...whole, documentId: nameId('document', 'weg') }))).toBe('record-missing');
    expect(refusal(planTag(world.state, { ...whole, anchor: { start: 3, end: 3 } as never }))).toBe('passage-empty');
    expect(refusal(planTag(world.state, { ...whole, anchor: { start: 3, end: 9999 } as never }))).toBe('passage-outside');
  });

  it('moves to another theme and becomes one with its twin there', () => {
    const world = World.create();
    world.add(evening);
    const [a, b, c] = [tag(world, 'a', delay, 'keuring'), tag(world, 'b', uwv, 'keuring'), tag(world, 'c', delay, 'drie')];
    const plan = must(planRecode(world.state, [a, c], uwv, later));
    expect(plan.label.values).toEqual({ count: 2, code: 'UWV-keuring' });
    world.do({ ok: true, value: plan });
    expect([...world.state.codings.keys()].toSorted()).toEqual([b, c].toSorted());
    expect(world.state.codings.get(c)?.updatedAt).toBe(later);
  });

  it('goes with its memos, and the label says how many went', () => {
    const world = World.create();
    world.add(evening);
    const ids = [tag(world, 'a', delay, 'keuring'), tag(world, 'b', delay, 'drie')];
    expect(must(planDeleteCodings(world.state, ids)).label.values).toEqual({ count: 2, code: 'diagnosevertraging' });
    expect(refusal(planDeleteCodings(world.state, [nameId('coding', 'weg')]))).toBe('record-missing');
  });
});

describe('a memo', () => {
  it('is one for each coder and thing: written, edited, and removed by emptying it', () => {
    const world = World.create();
    const set = (text: string, id: string) =>
      world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', id), target: { kind: 'code', id: delay }, text, coderId: coder.id, now }));
    set('eerst', 'a');
    set('daarna', 'b');
    expect([...world.state.memos.values()].map((memo) => [memo.id, memo.text])).toEqual([[nameId('memo', 'a'), 'daarna']]);
    expect(set('daarna', 'c')).toBeNull();
    set('  ', 'd');
    expect(world.state.memos.size).toBe(0);
  });
});
