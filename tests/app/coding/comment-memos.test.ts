import { describe, expect, it } from 'vitest';
import { resolve } from '../../../app/anchoring/resolve.ts';
import { commentMemos } from '../../../app/coding/comment-memos.ts';
import { planImportDocument } from '../../../app/coding/plan-document.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { ReadComment, Reading } from '../../../app/importers/importer.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { MemoId } from '../../../schemas/ids.ts';
import { hearing, read } from '../review/readings.ts';
import { coder, must, now, World } from '../world.ts';

const place = (block: number, offset: number) => ({ block, offset: offset as never });
const comment = (block: number, from: number, to: number, text: string, more: Partial<ReadComment> = {}): ReadComment =>
  ({ start: place(block, from), end: place(block, to), text, author: null, at: null, ...more });

let made = 0;
const by = { coderId: coder.id, now, newId: () => nameId<MemoId>('memo', String(made++)) };
const commented = async (comments: ReadComment[]): Promise<Reading> => ({ ...(await read(hearing)), comments });

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
    const world = World.create();
    world.do(planImportDocument(world.state, { ...reading, memos: commentMemos(reading, reading.document.id, by) }));
    expect([world.changes.length, world.state.memos.size]).toEqual([2, 1]);
    world.contents.set(reading.document.contentSha256, reading.content);
    const replacement = { documentId: reading.document.id, before: reading.content, after: reading.content, sameSource: true };
    const again = commentMemos({ ...reading, comments: [...(reading.comments ?? []), comment(4, 0, 11, 'nieuw')] }, reading.document.id, by);
    world.do({ ok: true, value: must(planReplaceDocument(world.state, world.contents, { ...reading, memos: again, replacement, key: 'document.reimport' })) });
    expect([...world.state.memos.values()].map(({ text }) => text).toSorted()).toEqual(['navragen', 'nieuw']);
  });
});
