import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planRecode, planTag } from '../../../app/coding/plan-coding.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { planToggle } from '../../../app/coding/plan-toggle.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import type { Anchor, Coding } from '../../../schemas/records/coding.ts';
import { coder, invent, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const yard = invent('Erf', [{ by: 'Mevrouw Heuvel', text: 'De poort klemt. De poort piept ook nog.' }]);
const text = plainText(yard.content);
const documentId = yard.document.id;
const [gate = '' as CodeId, noise = '' as CodeId] = starterCodes(now).map(({ id }) => id);

function place(quotation: string) {
  const start = text.text.indexOf(quotation);
  return { start: start as Utf16, end: (start + quotation.length) as Utf16 };
}
const at = (quotation: string): Anchor => describePassage(text, place(quotation).start, place(quotation).end);
/** Where these words are now, with words that the text no longer has. */
const orphanAt = (quotation: string): Anchor => ({ ...at(quotation), quotation: 'wat er eerder stond', prefix: '', suffix: '' });

function withYard(): World {
  const world = World.create();
  world.add(yard);
  return world;
}

function put(world: World, name: string, codeId: CodeId, anchor: Anchor, more: Partial<Coding> = {}): CodingId {
  const id = nameId<CodingId>('coding', name);
  const record: Coding = { id, documentId, codeId, coderId: coder.id, anchor, weight: null, createdAt: now, updatedAt: now, ...more };
  world.do({ ok: true, value: { label: { key: 'coding.add', values: {} }, ops: [{ op: 'put', table: 'codings', record }] } });
  return id;
}

function note(world: World, name: string, anchor: Anchor, words: string): MemoId {
  const id = nameId<MemoId>('memo', name);
  world.do(planSetMemo(world.state, { id, target: { kind: 'passage', documentId, anchor }, text: words, coderId: coder.id, now }));
  return id;
}

function toggle(world: World, codeId: CodeId, quotation: string): void {
  const tagging = { documentId, codeId, coderId: coder.id, range: place(quotation) };
  world.do(planToggle(world.state, text, { ...tagging, newId: () => nameId<CodingId>('coding', 'rest'), now: later }));
}

const readAgain = (world: World) => world.do(planReplaceDocument(world.state, world.contents, {
  document: yard.document, speakers: yard.speakers, key: 'document.reimport',
  replacement: { documentId, before: yard.content, after: yard.content, sameSource: false },
}));

const ids = (world: World) => [...world.state.codings.keys()].toSorted();

describe('an orphan that once stood on the same offsets', () => {
  it('does not take in a coding that is put under its theme', () => {
    const world = withYard();
    const codings = [put(world, 'orphan', noise, orphanAt('poort klemt')), put(world, 'good', gate, at('poort klemt'))];
    world.do(planRecode(world.state, codings.slice(1), noise, later));
    expect(ids(world)).toEqual(codings.toSorted());
  });

  it('does not take in what is left of a coding that is cut', () => {
    const world = withYard();
    const codings = [put(world, 'orphan', gate, orphanAt('De poort')), put(world, 'good', gate, at('De poort klemt.'))];
    toggle(world, gate, 'klemt.');
    expect(ids(world)).toEqual(codings.toSorted());
    expect(world.state.codings.get(nameId('coding', 'good'))?.anchor.quotation).toBe('De poort');
  });

  it('does not keep the passage from being tagged', () => {
    const world = withYard();
    put(world, 'orphan', gate, orphanAt('piept'));
    const id = nameId<CodingId>('coding', 'good');
    expect(planTag(world.state, { id, documentId, codeId: gate, coderId: coder.id, anchor: at('piept'), now }).ok).toBe(true);
  });

  it('keeps its memo where another is written on those offsets', () => {
    const world = withYard();
    const memos = [note(world, 'orphan', orphanAt('piept'), 'van toen'), note(world, 'good', at('piept'), 'van nu')];
    expect(memos.map((id) => world.state.memos.get(id)?.text)).toEqual(['van toen', 'van nu']);
  });

  it('keeps its memo apart when the document is read anew', () => {
    const world = withYard();
    note(world, 'orphan', orphanAt('piept'), 'van toen');
    const record = { id: nameId<MemoId>('memo', 'good'), target: { kind: 'passage', documentId, anchor: at('piept') } as const, text: 'van nu', coderId: coder.id, createdAt: now, updatedAt: now };
    world.do({ ok: true, value: { label: { key: 'memo.edit', values: {} }, ops: [{ op: 'put', table: 'memos', record }] } });
    readAgain(world);
    expect([...world.state.memos.values()].map((memo) => memo.text)).toEqual(['van toen', 'van nu']);
  });
});

describe('a weight', () => {
  it('stays where what is left of a coding becomes one with another that has none', () => {
    const world = withYard();
    const stays = put(world, 'stays', gate, at('De poort'));
    put(world, 'goes', gate, at('De poort klemt.'), { weight: 80 });
    toggle(world, gate, 'klemt.');
    expect([...world.state.codings.values()]).toMatchObject([{ id: stays, weight: 80 }]);
  });

  it('stays where two codings come to stand on the same words in a text that is read anew', () => {
    const world = withYard();
    const stays = put(world, 'stays', gate, at('piept ook nog'));
    put(world, 'goes', gate, { ...at('piept ook nog'), start: (at('piept ook nog').start + 1) as Anchor['start'] }, { weight: 80 });
    readAgain(world);
    expect([...world.state.codings.values()]).toMatchObject([{ id: stays, weight: 80, anchor: at('piept ook nog') }]);
  });

  it('of the coding that stays is not replaced', () => {
    const world = withYard();
    const [stays, goes] = [put(world, 'stays', noise, at('piept'), { weight: 20 }), put(world, 'goes', gate, at('piept'), { weight: 80 })];
    world.do(planRecode(world.state, [goes], noise, later));
    expect([...world.state.codings.values()]).toMatchObject([{ id: stays, weight: 20 }]);
  });
});
