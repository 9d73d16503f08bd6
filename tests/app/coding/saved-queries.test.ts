import { describe, expect, it } from 'vitest';
import { countHits, query } from '../../../app/analyses/query.ts';
import { queryWords } from '../../../app/analyses/query-words.ts';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planAddCode, planDeleteCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planDeleteDocument } from '../../../app/coding/plan-document.ts';
import { planMergeCodes } from '../../../app/coding/plan-merge-codes.ts';
import { planAddQuery, planDeleteQuery, planEditQuery } from '../../../app/coding/plan-query.ts';
import { planEditSpeaker, planMergeSpeakers } from '../../../app/coding/plan-speaker.ts';
import { goneThing } from '../../../app/coding/gone-thing.ts';
import { allGone } from '../../../app/coding/query-names.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { nameId } from '../../../app/support/hash.ts';
import { conditionGroupSchema, querySchema, type Condition, type ConditionGroup, type SimpleCondition } from '../../../schemas/query.ts';
import type { CodeId, CodingId, SavedQueryId, SpeakerId } from '../../../schemas/ids.ts';
import { coder, invent, must, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const evening = invent('Avond', [{ by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar.' }, { by: 'De heer Oudkerk', text: 'De keuring viel tegen.' }]);
const [lindeboom, oudkerk] = evening.speakers.map(({ id }) => id) as [SpeakerId, SpeakerId];
const [delay, uwv] = starterCodes(now).map(({ id }) => id) as [CodeId, CodeId];
const id = (name: string) => nameId<SavedQueryId>('query', name);

const all = (...of: Condition[]): ConditionGroup => ({ kind: 'group', not: false, match: 'all', of });
const theme = (code: CodeId, not = false): Condition => ({ kind: 'theme', not, theme: code, withSubtree: true });
const says = (voice: string): Condition => ({ kind: 'speaker', not: false, voice });

/** A project with two codings: *delay* on what the first speaker says, *uwv* on what the second does. */
function coded(): World {
  const world = World.create();
  world.add(evening);
  tag(world, 'a', delay, 'wacht');
  tag(world, 'b', uwv, 'keuring');
  return world;
}

function tag(world: World, name: string, codeId: CodeId, quotation: string): void {
  const text = plainText(evening.content);
  const start = text.text.indexOf(quotation);
  const anchor = describePassage(text, start as Utf16, (start + quotation.length) as Utf16);
  world.do(planTag(world.state, { id: nameId<CodingId>('coding', name), documentId: evening.document.id, codeId, coderId: coder.id, anchor, now }));
}

const save = (world: World, name: string, asked: ConditionGroup) => world.do(planAddQuery(world.state, { id: id(name), name, query: asked, now }));
const saved = (world: World, name: string) => {
  const found = world.state.queries.get(id(name));
  if (!found) throw new Error(`no query ${name}`);
  return found;
};
const hits = (world: World, name: string) => countHits(world.snapshot, [saved(world, name).query])[0];
const notes = (world: World, name: string) => (query.run(world.snapshot, query.options.parse({ query: saved(world, name).query })).notes ?? []).map(({ nl }) => nl);
const undo = (world: World) => {
  const last = planUndo(undoStacks(world.changes));
  if (last) world.do({ ok: true, value: last.plan }, { undoes: last.undoes });
};

describe('a saved query', () => {
  it('is kept, renamed, changed and deleted, and each of these is undone', () => {
    const world = coded();
    save(world, '  Wie\nwacht ', all(theme(delay)));
    expect([...world.state.queries.values()]).toEqual([{ id: id('  Wie\nwacht '), name: 'Wie wacht', query: all(theme(delay)), createdAt: now, updatedAt: now }]);
    const only = id('  Wie\nwacht ');
    world.do(planEditQuery(world.state, only, { name: 'Wachten' }, later));
    world.do(planEditQuery(world.state, only, { query: all(theme(uwv)) }, later));
    expect(world.state.queries.get(only)).toMatchObject({ name: 'Wachten', query: all(theme(uwv)), updatedAt: later });
    world.do(planDeleteQuery(world.state, only));
    expect(world.state.queries.size).toBe(0);
    expect(world.changes.slice(-4).map(({ label }) => label.key)).toEqual(['query.add', 'query.edit', 'query.edit', 'query.delete']);
    undo(world);
    undo(world);
    expect(world.state.queries.get(only)).toMatchObject({ name: 'Wachten', query: all(theme(delay)) });
    undo(world);
    undo(world);
    expect(world.state.queries.size).toBe(0);
  });

  it('has a name that no other has, and is no change where nothing changes', () => {
    const world = coded();
    save(world, 'Wachten', all(theme(delay)));
    const refusal = (result: ReturnType<typeof planAddQuery>) => (result.ok ? 'done' : result.problem.code);
    expect(refusal(planAddQuery(world.state, { id: id('b'), name: ' wachten', query: all(), now }))).toBe('query-name-taken');
    expect(refusal(planAddQuery(world.state, { id: id('b'), name: ' ', query: all(), now }))).toBe('name-empty');
    expect(refusal(planEditQuery(world.state, id('weg'), {}, now))).toBe('record-missing');
    expect(refusal(planDeleteQuery(world.state, id('weg')))).toBe('record-missing');
    expect(must(planEditQuery(world.state, id('Wachten'), { name: 'Wachten', query: all(theme(delay)) }, later)).ops).toEqual([]);
    expect(must(planEditQuery(world.state, id('Wachten'), { name: 'WACHTEN' }, later)).ops).toHaveLength(1);
  });

  it('is counted anew when codings come and go', () => {
    const world = coded();
    save(world, 'Wachten', all(theme(delay)));
    expect(hits(world, 'Wachten')).toBe(1);
    tag(world, 'c', delay, 'drie jaar');
    expect(hits(world, 'Wachten')).toBe(2);
    undo(world);
    expect(hits(world, 'Wachten')).toBe(1);
  });

  it('goes along with a theme that is merged into another, and back when that is undone', () => {
    const world = coded();
    const asked = all(theme(delay), { kind: 'group', not: true, match: 'any', of: [{ kind: 'relation', not: false, relation: 'near', theme: delay, withSubtree: false, words: 3 }, says(oudkerk)] });
    save(world, 'Wachten', asked);
    save(world, 'Anders', all(says(lindeboom)));
    world.do(planMergeCodes(world.state, delay, uwv));
    expect(JSON.stringify(saved(world, 'Wachten').query)).toBe(JSON.stringify(asked).replaceAll(delay, uwv));
    expect(world.changes.at(-1)?.ops.filter((op) => op.table === 'queries')).toHaveLength(1);
    undo(world);
    expect(saved(world, 'Wachten').query).toEqual(asked);
  });

  it('goes along with a speaker who is merged into another', () => {
    const world = coded();
    save(world, 'Lindeboom', all(says(lindeboom)));
    world.do(planMergeSpeakers(world.state, lindeboom, oudkerk));
    expect(saved(world, 'Lindeboom').query).toEqual(all(says(oudkerk)));
    expect(hits(world, 'Lindeboom')).toBe(2);
  });
});

describe('a saved query that names what is no longer there', () => {
  it('says so, keeps the condition, and finds again once it is back', () => {
    const world = coded();
    save(world, 'Wachten', all(theme(delay)));
    save(world, 'Al het andere', all(theme(delay, true)));
    world.do(planDeleteCode(world.state, delay));
    expect(saved(world, 'Wachten').query).toEqual(all(theme(delay)));
    expect([hits(world, 'Wachten'), hits(world, 'Al het andere')]).toEqual([0, 1]);
    expect(notes(world, 'Wachten')).toEqual(['0 gevonden van 1 codering.', 'De vraag noemt een thema dat er niet meer is; daar hoort geen enkele codering bij.']);
    expect(queryWords(saved(world, 'Al het andere').query, world.state, 'nl')).toBe('niet thema een thema dat er niet meer is');
    undo(world);
    expect(notes(world, 'Wachten')).toEqual(['1 gevonden van 2 coderingen.']);
  });

  it.each<[string, Condition, ReturnType<typeof allGone>]>([
    ['speaker', says(lindeboom), ['speaker']],
    ['document', { kind: 'document', not: false, document: evening.document.id }, ['document']],
    ['role', { kind: 'role', not: false, role: 'mantelzorger' }, ['role']],
    ['organisation', { kind: 'organisation', not: true, organisation: 'De Brug' }, ['organisation']],
    ['coder', { kind: 'coder', not: false, coder: nameId('coder', 'weg') }, ['coder']],
    ['theme that another coding must have', { kind: 'relation', not: false, relation: 'within', theme: nameId('code', 'weg'), withSubtree: true, words: 20 }, ['theme']],
  ])('tells which kind of thing: a %s', (_, condition, gone) => {
    const world = coded();
    world.do(planEditSpeaker(world.state, lindeboom, { role: 'mantelzorger', organisation: 'De Brug' }));
    save(world, 'Vraag', all({ kind: 'text', not: false, text: 'wacht' }, { kind: 'group', not: false, match: 'any', of: [condition, condition] }));
    world.do(planDeleteDocument(world.state, world.contents, evening.document.id));
    expect(allGone(world.state, saved(world, 'Vraag').query)).toEqual(gone);
    expect(hits(world, 'Vraag')).toBe(0);
  });

  it('knows its name from the history, and how many steps bring it back', () => {
    const world = coded();
    const asked = { kind: 'theme', not: false, theme: delay, withSubtree: true } as const;
    const known = () => goneThing(undoStacks(world.changes), asked);
    world.do(planEditCode(world.state, delay, { name: 'wachten' }));
    world.do(planDeleteCode(world.state, delay));
    expect(known()).toEqual({ name: 'wachten', by: 'undo', steps: 1 });
    save(world, 'Wachten', all(asked));
    expect(known()).toEqual({ name: 'wachten', by: 'undo', steps: 2 });
    expect(goneThing(undoStacks(world.changes), { ...asked, theme: nameId('code', 'weg') })).toBeNull();
    expect(goneThing(undoStacks([]), asked)).toBeNull();
    undo(world);
    undo(world);
    expect(world.state.codes.get(delay)?.name).toBe('wachten');
  });

  it('knows what undoing took away, and that redoing brings it back', () => {
    const world = coded();
    const role: SimpleCondition = { kind: 'role', not: false, role: 'mantelzorger' };
    world.do(planAddCode(world.state, { id: nameId('code', 'nieuw'), name: 'nieuw', now }));
    world.do(planEditSpeaker(world.state, lindeboom, { role: 'mantelzorger' }));
    undo(world);
    undo(world);
    expect(goneThing(undoStacks(world.changes), role)).toEqual({ name: 'mantelzorger', by: 'redo', steps: 2 });
    expect(goneThing(undoStacks(world.changes), { kind: 'relation', not: false, relation: 'near', theme: nameId('code', 'nieuw'), withSubtree: true, words: 3 })).toEqual({ name: 'nieuw', by: 'redo', steps: 1 });
  });

  it.each<[string, SimpleCondition, string]>([
    ['speaker', { kind: 'speaker', not: false, voice: lindeboom }, 'Mevrouw Lindeboom'],
    ['document', { kind: 'document', not: false, document: evening.document.id }, 'Avond'],
    ['role', { kind: 'role', not: false, role: 'mantelzorger' }, 'mantelzorger'],
    ['organisation', { kind: 'organisation', not: false, organisation: 'De Brug' }, 'De Brug'],
  ])('knows a %s by its name', (_, condition, name) => {
    const world = coded();
    world.do(planEditSpeaker(world.state, lindeboom, { role: 'mantelzorger', organisation: 'De Brug' }));
    world.do(planDeleteDocument(world.state, world.contents, evening.document.id));
    expect(goneThing(undoStacks(world.changes), condition)).toEqual({ name, by: 'undo', steps: 1 });
  });

  it('names nothing that is gone where it asks about words, memos, weights or kinds of turns', () => {
    const asked = all({ kind: 'text', not: false, text: '' }, { kind: 'memo', not: false, text: '' }, { kind: 'weight', not: false, least: 1, most: null }, { kind: 'turn-kind', not: false, turnKind: 'answer' });
    expect(allGone(World.create().state, asked)).toEqual([]);
  });
});

describe('the form of a query', () => {
  it('has groups in groups, and is refused where they are deeper than anybody asks', () => {
    const nested = (depth: number): ConditionGroup => (depth === 0 ? all() : all(nested(depth - 1)));
    expect(conditionGroupSchema.safeParse(nested(7)).success).toBe(true);
    expect(conditionGroupSchema.safeParse(nested(8)).success).toBe(false);
    expect(conditionGroupSchema.safeParse(nested(2000)).success).toBe(false);
    expect(querySchema.parse(undefined)).toEqual(all());
  });
});
