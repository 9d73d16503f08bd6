import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { replay, type Plan } from '../../../app/coding/change.ts';
import { extendStacks, planRedo, planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planAddCode, planDeleteCode, planEditCode, planMoveCode } from '../../../app/coding/plan-code.ts';
import { planDeleteCodings, planEditCoding, planRecode, planTag } from '../../../app/coding/plan-coding.ts';
import { planDeleteDocument, planEditDocument } from '../../../app/coding/plan-document.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planMergeCodes } from '../../../app/coding/plan-merge-codes.ts';
import { planEditProject } from '../../../app/coding/plan-project.ts';
import { planAddQuery, planDeleteQuery, planEditQuery } from '../../../app/coding/plan-query.ts';
import { planEditSpeaker } from '../../../app/coding/plan-speaker.ts';
import { placeKey } from '../../../app/coding/recode.ts';
import { applyOps, emptyState, type ProjectState } from '../../../app/coding/state.ts';
import { ancestry, codeTree, flattenTree } from '../../../app/coding/tree.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { Result } from '../../../app/support/result.ts';
import { changeSchema } from '../../../schemas/change.ts';
import type { CodeId, CodingId, MemoId, SavedQueryId } from '../../../schemas/ids.ts';
import { coder, invent, now, World } from '../world.ts';

const later = '2026-03-02T10:00:00.000Z';
const first = invent('Avond een', [
  { by: null, text: 'Opening' }, { by: 'Commissie', text: 'Waarom duurde de keuring zo lang?' }, { by: 'Mevrouw Lindeboom', text: 'Omdat niemand belde 😀.' },
]);
const second = invent('Avond twee', [{ by: 'De heer Oudkerk', text: 'Wij wachten nog steeds op antwoord.' }]);

/** What a user might do next: a kind, and three numbers that pick among what is there. */
const step = fc.record({
  kind: fc.constantFrom(
    'tag', 'tag', 'tag', 'addCode', 'addCode', 'editCode', 'moveCode', 'mergeCodes', 'deleteCode', 'recode', 'editCoding', 'deleteCodings',
    'memo', 'speaker', 'project', 'document', 'deleteDocument', 'addQuery', 'query', 'undo', 'undo', 'redo',
  ),
  a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('the history', () => {
  it('leaves the state that a list of saved states gives, whatever is done, undone and redone', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = start();
      expect(faultsOf(world, steps)).toEqual([]);
      expect(replay(emptyState, world.changes)).toEqual({ ok: true, value: world.state });
    }), { numRuns: 150 });
  });

  it('tells the stacks from the list as from one change after another', () => {
    const world = start();
    world.do(planEditProject(world.state, { name: 'Anders' }));
    const undone = planUndo(undoStacks(world.changes));
    if (undone) world.do({ ok: true, value: undone.plan }, { undoes: undone.undoes });
    expect(undoStacks(world.changes)).toEqual(world.changes.reduce(extendStacks, { undo: [], redo: [] }));
    expect(undoStacks(world.changes).redo).toHaveLength(1);
  });

  it('does not alter the stacks that it extends', () => {
    const world = start();
    const stacks = Object.freeze({ undo: Object.freeze([]) as never[], redo: Object.freeze([]) as never[] });
    const change = world.do(planEditProject(world.state, { description: 'x' }));
    expect(change && extendStacks(stacks, change).undo).toHaveLength(1);
  });

  it('refuses changes that do not follow on', () => {
    const world = start();
    expect(replay(emptyState, world.changes.slice(1))).toMatchObject({ ok: false, problem: { code: 'history-broken' } });
    expect(replay(world.state, world.changes)).toMatchObject({ ok: false, problem: { code: 'history-broken' } });
  });
});

function start(): World {
  const world = World.create();
  world.add(first);
  world.add(second);
  return world;
}

/**
 * Takes the steps and holds each state against the model: the list of states seen, and where among them one stands. It
 * knows nothing of inverses. What is undone starts behind the imports, as after a restart with an empty stack.
 */
function faultsOf(world: World, steps: readonly Step[]): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, what: string) => holds || faults.push(what);
  let seen = [records(world.state)];
  let at = 0;
  let stacks = undoStacks([]);
  for (const [number, one] of steps.entries()) {
    const before = records(world.state);
    const back = one.kind === 'undo' ? planUndo(stacks) : null;
    const again = one.kind === 'redo' ? planRedo(stacks) : null;
    const result = back ?? again ? { ok: true as const, value: (back ?? again)?.plan ?? null } : planOf(world, one, number);
    if (one.kind === 'undo') check((back === null) === (at === 0), `step ${number}: undo where the model has none, or the other way round`);
    if (one.kind === 'redo') check((again === null) === (at === seen.length - 1), `step ${number}: redo where the model has none, or the other way round`);
    if (!result?.ok || !result.value) continue;
    const change = world.do({ ok: true, value: result.value }, back ? { undoes: back.undoes } : again ? { redoes: again.redoes } : {});
    if (!change) continue;
    stacks = extendStacks(stacks, change);
    if (back ?? again) at += back ? -1 : 1;
    else {
      seen = [...seen.slice(0, at + 1), records(world.state)];
      at += 1;
    }
    check(isDeepStrictEqual(records(world.state), seen[at]), `step ${number}, ${one.kind}: another state than the model's`);
    check(isDeepStrictEqual(records(applyOps(world.state, change.inverse)), before), `step ${number}, ${one.kind}: its inverse does not lead back`);
    check(changeSchema.safeParse(change).success, `step ${number}, ${one.kind}: not a change by its schema`);
    faults.push(...broken(world.state).map((what) => `step ${number}, ${one.kind}: ${what}`));
  }
  return faults;
}

const pick = <T>(items: Iterable<T>, at: number): T | undefined => {
  const list = [...items];
  return list[at % Math.max(1, list.length)];
};

function planOf(world: World, { kind, a, b, c }: Step, number: number): Result<Plan> | null {
  const { state } = world;
  const code = pick(state.codes.keys(), a);
  const other = pick(state.codes.keys(), b);
  const coding = pick(state.codings.keys(), c);
  const document = pick(state.documents.values(), b);
  const id = <T extends string>(of: string) => nameId<T>(of, String(number));
  switch (kind) {
    case 'tag': {
      const content = document && world.contents.get(document.contentSha256);
      if (!code || !document || !content) return null;
      const text = plainText(content);
      const from = b % (text.text.length - 4);
      const anchor = describePassage(text, from as Utf16, (from + 1 + (c % 3)) as Utf16);
      return planTag(state, { id: id<CodingId>('coding'), documentId: document.id, codeId: code, coderId: coder.id, anchor, now });
    }
    case 'addCode': return planAddCode(state, { id: id<CodeId>('code'), name: `thema ${b % 6}`, now, parentId: (c % 2 ? code : null) ?? null });
    case 'editCode': return code ? planEditCode(state, code, { name: `thema ${b % 6}`, key: (c % 9) + 1 }) : null;
    case 'moveCode': return code ? planMoveCode(state, code, { parentId: (c % 3 ? other : null) ?? null, before: (b % 2 ? pick(state.codes.keys(), c) : null) ?? null }) : null;
    case 'mergeCodes': return code && other ? planMergeCodes(state, code, other) : null;
    case 'deleteCode': return code ? planDeleteCode(state, code) : null;
    case 'recode': return code ? planRecode(state, [...state.codings.keys()].slice(c % 4), code, later) : null;
    case 'editCoding': return coding ? planEditCoding(state, coding, { weight: a % 101 }, later) : null;
    case 'deleteCodings': return coding ? planDeleteCodings(state, [coding]) : null;
    case 'memo': {
      const target = [{ kind: 'project' as const }, ...(coding ? [{ kind: 'coding' as const, id: coding }] : []), ...(code ? [{ kind: 'code' as const, id: code }] : [])];
      return planSetMemo(state, { id: id<MemoId>('memo'), target: pick(target, b) ?? { kind: 'project' }, text: a % 4 ? `memo ${a}` : '', coderId: coder.id, now });
    }
    case 'speaker': {
      const speaker = pick(state.speakers.keys(), a);
      return speaker ? planEditSpeaker(state, speaker, { role: pick(['commissie', 'buurt', ''], b) ?? null }) : null;
    }
    case 'project': return planEditProject(state, { name: `Project ${a % 5}` });
    case 'document': return document ? planEditDocument(state, document.id, { name: `Stuk ${a % 5}` }) : null;
    case 'deleteDocument': return document && a % 3 === 0 ? planDeleteDocument(state, world.contents, document.id) : null;
    case 'addQuery': {
      const query = { kind: 'group' as const, not: false, match: 'all' as const, of: code ? [{ kind: 'theme' as const, not: false, theme: code, withSubtree: true }] : [] };
      return planAddQuery(state, { id: id<SavedQueryId>('query'), name: `vraag ${b % 5}`, query, now });
    }
    case 'query': {
      const saved = pick(state.queries.keys(), a);
      if (!saved) return null;
      return b % 3 ? planEditQuery(state, saved, { name: `vraag ${c % 5}` }, later) : planDeleteQuery(state, saved);
    }
    default: return null;
  }
}

/** The records alone, as plain values in the order of their ids. */
function records({ project, documents, speakers, codes, codings, memos, coders, queries }: ProjectState) {
  const tables = [documents, speakers, codes, codings, memos, coders, queries] as ReadonlyMap<string, unknown>[];
  return [project, ...tables.map((table) => [...table].toSorted(([x], [y]) => (x < y ? -1 : 1)))];
}

/** What does not hold of a state that planners made, and must. */
function broken(state: ProjectState): string[] {
  const codings = [...state.codings.values()];
  const memos = [...state.memos.values()];
  const nodes = flattenTree(codeTree(state));
  const codes = [...state.codes.values()];
  const faults = {
    'a coding without its theme, document or coder': codings.some((coding) => !state.codes.has(coding.codeId) || !state.documents.has(coding.documentId) || !state.coders.has(coding.coderId)),
    'one coder has a theme twice on a range': twice(codings.map(placeKey)),
    'a memo on nothing': memos.some(({ target }) => (target.kind === 'coding' && !state.codings.has(target.id)) || (target.kind === 'code' && !state.codes.has(target.id))),
    'two memos of one coder on one thing': twice(memos.map((memo) => `${memo.coderId}/${JSON.stringify(memo.target)}`)),
    'a theme outside the tree': nodes.length !== codes.length,
    'two themes of one path': twice(nodes.map((node) => node.path.join('\0').toLowerCase())),
    'a theme in a circle or without its parent': codes.some((code) => (ancestry(state, code.id).at(-1)?.parentId ?? null) !== null),
    'a key used twice': twice(codes.flatMap((code) => code.key ?? [])),
  };
  return Object.entries(faults).flatMap(([what, holds]) => (holds ? [what] : []));
}

const twice = (keys: readonly unknown[]) => new Set(keys).size < keys.length;
