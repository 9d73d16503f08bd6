import { describe, expect, it } from 'vitest';
import { resolve } from '../../../app/anchoring/resolve.ts';
import { commentMemos, firstSeen } from '../../../app/coding/comment-memos.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planImportDocument } from '../../../app/coding/plan-document.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { ReadComment, Reading } from '../../../app/importers/importer.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { MemoId } from '../../../schemas/ids.ts';
import { hearing, read } from '../review/readings.ts';
import { coder, now, World } from '../world.ts';

const place = (block: number, offset: number) => ({ block, offset: offset as never });
const comment = (block: number, from: number, to: number, text: string, more: Partial<ReadComment> = {}): ReadComment =>
  ({ start: place(block, from), end: place(block, to), text, author: null, at: null, ...more });

let made = 0;
const by = { coderId: coder.id, now, newId: () => nameId<MemoId>('memo', String(made++)) };
const commented = async (comments: ReadComment[]): Promise<Reading> => ({ ...(await read(hearing)), comments });

function takenIn(reading: Reading): World {
  const world = World.create();
  world.do(planImportDocument(world.state, { ...reading, memos: commentMemos(reading, reading.document.id, by) }));
  world.contents.set(reading.document.contentSha256, reading.content);
  return world;
}

function importAgain(world: World, reading: Reading): void {
  const replacement = { documentId: reading.document.id, before: reading.content, after: reading.content, sameSource: true };
  const memos = firstSeen(commentMemos(reading, reading.document.id, by), undoStacks(world.changes).undo);
  world.do(planReplaceDocument(world.state, world.contents, { ...reading, memos, replacement, key: 'document.reimport' }));
}

const texts = (world: World) => [...world.state.memos.values()].map(({ text }) => text).toSorted();

describe('comments of a file', () => {
  it('become memos on their passages, with who wrote them and when', async () => {
    const reading = await commented([comment(4, 0, 11, 'wie was dit?', { author: 'Ada Vos', at: '2024-03-15T10:00:00+01:00' })]);
    const [memo] = commentMemos(reading, reading.document.id, by);
    expect(memo).toMatchObject({ text: 'Ada Vos: wie was dit?', createdAt: '2024-03-15T09:00:00.000Z', updatedAt: now, coderId: coder.id });
    expect(memo?.target).toMatchObject({ kind: 'passage', anchor: { quotation: 'Goedenavond' } });
    expect(memo?.target.kind === 'passage' && resolve(plainText(reading.content), memo.target.anchor)?.how).toBe('offset');
  });

  it('are on the block where they stand at a point, one on a passage, and none where they say nothing', async () => {
    const reading = await commented([comment(20, 3, 3, 'a'), comment(20, 0, 9, 'b'), comment(20, 4, 4, ' '), comment(99, 0, 1, 'weg')]);
    const memos = commentMemos(reading, reading.document.id, by);
    expect(memos.map(({ text, target }) => [text, target.kind === 'passage' && target.anchor.quotation])).toEqual([['a\n\nb', 'Hoe krap?']]);
  });

  it('come in with the document in one change, and not a second time when it is imported anew', async () => {
    const reading = await commented([comment(20, 0, 9, 'navragen')]);
    const world = takenIn(reading);
    expect([world.changes.length, world.state.memos.size]).toEqual([2, 1]);
    importAgain(world, { ...reading, comments: [...(reading.comments ?? []), comment(4, 0, 11, 'nieuw')] });
    expect(texts(world)).toEqual(['navragen', 'nieuw']);
  });

  it('that were edited since stay as they were edited when the document is imported anew', async () => {
    const reading = await commented([comment(20, 0, 9, 'navragen')]);
    const world = takenIn(reading);
    const [memo] = world.state.memos.values();
    if (memo) world.do(planSetMemo(world.state, { ...memo, text: 'nagevraagd, het klopt', now }));
    const replacement = { documentId: reading.document.id, before: reading.content, after: reading.content, sameSource: true };
    const memos = commentMemos(reading, reading.document.id, by);
    world.do(planReplaceDocument(world.state, world.contents, { ...reading, memos, replacement, key: 'document.reimport' }));
    expect(texts(world)).toEqual(['nagevraagd, het klopt']);
  });

  it('that were deleted since do not come back when the document is imported anew', async () => {
    const reading = await commented([comment(20, 0, 9, 'navragen'), comment(4, 0, 11, 'wie was dit?')]);
    const world = takenIn(reading);
    for (const { target } of world.state.memos.values()) world.do(planSetMemo(world.state, { id: by.newId(), target, text: '', coderId: coder.id, now }));
    importAgain(world, { ...reading, comments: [...(reading.comments ?? []), comment(10, 0, 3, 'nieuw')] });
    expect(texts(world)).toEqual(['nieuw']);
    importAgain(world, reading);
    expect(texts(world)).toEqual(['nieuw']);
  });

  it('come again where the import that brought them was undone', async () => {
    const plain = await commented([]);
    const world = takenIn(plain);
    const reading = { ...plain, comments: [comment(20, 0, 9, 'navragen')] };
    importAgain(world, reading);
    const undo = planUndo(undoStacks(world.changes));
    if (!undo) throw new Error('nothing to undo');
    world.do({ ok: true, value: undo.plan }, { undoes: undo.undoes });
    expect(texts(world)).toEqual([]);
    importAgain(world, reading);
    expect(texts(world)).toEqual(['navragen']);
  });
});
