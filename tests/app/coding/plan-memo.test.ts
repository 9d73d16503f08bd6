import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planAddMemo, planSetMemo } from '../../../app/coding/plan-memo.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CoderId, CodingId, MemoId } from '../../../schemas/ids.ts';
import { coder, invent, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const evening = invent('Avond', [{ by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar. Niemand belt terug. Mijn man doet alles.' }]);
const text = plainText(evening.content);
const [theme = '' as CodeId] = starterCodes(now).map((code) => code.id);

function coded(...passages: string[]): { world: World; ids: CodingId[] } {
  const world = World.create();
  world.add(evening);
  const ids = passages.map((words) => {
    const id = nameId<CodingId>('coding', words);
    const start = text.text.indexOf(words);
    const anchor = describePassage(text, start as Utf16, (start + words.length) as Utf16);
    world.do(planTag(world.state, { id, documentId: evening.document.id, codeId: theme, coderId: coder.id, anchor, now }));
    return id;
  });
  return { world, ids };
}

const newIds = () => {
  let made = 0;
  return () => nameId<MemoId>('memo', String(made += 1));
};
const words = ({ state }: World) => [...state.memos.values()].map((memo) => memo.text).toSorted();

describe('a memo on several passages', () => {
  it('stands on each of them, below what was there, and is one step', () => {
    const { world, ids } = coded('Ik wacht al drie jaar.', 'Niemand belt terug.', 'Mijn man');
    const [first = '' as CodingId] = ids;
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'old'), target: { kind: 'coding', id: first }, text: 'Navragen.', coderId: coder.id, now }));
    const before = world.state;
    world.do(planAddMemo(world.state, { ids: ids.slice(0, 2), text: '  Zie het verslag.\n', coderId: coder.id, now: later, newId: newIds() }));
    expect(words(world)).toEqual(['Navragen.\n\nZie het verslag.', 'Zie het verslag.']);
    const undone = planUndo(undoStacks(world.changes));
    if (undone) world.do({ ok: true, value: undone.plan }, { undoes: undone.undoes });
    expect(world.state.memos).toEqual(before.memos);
  });

  it('leaves what others wrote, passes over a passage that is gone, and adds nothing where nothing is written', () => {
    const { world, ids } = coded('Niemand belt terug.');
    const options = { text: 'Zie het verslag.', now: later, newId: newIds() };
    expect(planAddMemo(world.state, { ...options, ids, coderId: nameId<CoderId>('coder', 'nobody') })).toMatchObject({ ok: false });
    expect(planAddMemo(world.state, { ...options, ids: [nameId<CodingId>('coding', 'gone')], coderId: coder.id })).toMatchObject({ ok: true, value: { ops: [] } });
    expect(planAddMemo(world.state, { ...options, ids, text: ' \n', coderId: coder.id })).toMatchObject({ ok: true, value: { ops: [] } });
    const foreign = nameId<CoderId>('coder', 'other');
    world.do({ ok: true, value: { label: { key: 'memo.edit', values: {} }, ops: [
      { op: 'put', table: 'coders', record: { ...coder, id: foreign } },
      { op: 'put', table: 'memos', record: { id: nameId<MemoId>('memo', 'foreign'), target: { kind: 'coding', id: ids[0] ?? ('' as CodingId) }, text: 'Van een ander.', coderId: foreign, createdAt: now, updatedAt: now } },
    ] } });
    world.do(planAddMemo(world.state, { ...options, ids, coderId: coder.id }));
    expect(words(world)).toEqual(['Van een ander.', 'Zie het verslag.']);
  });
});
