import { beforeAll, describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { verify } from '../../../app/anchoring/verify.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planImportDocument } from '../../../app/coding/plan-document.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { contentBytes } from '../../../app/document/content-blob.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { importAnew, reviewAgain } from '../../../app/review/accepted.ts';
import { changesOf, redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { editSpeaker, mergeSpeakers } from '../../../app/review/speakers.ts';
import { nameId, sha256 } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import type { Document } from '../../../schemas/records/document.ts';
import { hearing, read } from '../review/readings.ts';
import { coder, must, now, World } from '../world.ts';

let reading: Reading;
beforeAll(async () => { reading = await read(hearing); });
const code = starterCodes(now)[0]?.id ?? nameId<CodeId>('code', '');

const stored = ({ document, content }: Reading): Document => {
  const text = plainText(content);
  return { ...document, contentSha256: sha256(contentBytes(content)), textSha256: sha256(text.text), characters: text.codePoints };
};

function accepted(): World {
  const world = World.create();
  world.do(planImportDocument(world.state, reading));
  world.contents.set(reading.document.contentSha256, reading.content);
  return world;
}

function tag(world: World, from: Reading, quotation: string): CodingId {
  const text = plainText(from.content);
  const start = text.text.indexOf(quotation);
  const id = nameId<CodingId>('coding', quotation);
  const anchor = describePassage(text, start as Utf16, (start + quotation.length) as Utf16);
  world.do(planTag(world.state, { id, documentId: from.document.id, codeId: code, coderId: coder.id, anchor, now }));
  return id;
}

function replace(world: World, before: Reading, after: Reading) {
  const document = stored(after);
  const plan = must(planReplaceDocument(world.state, world.contents, {
    document, speakers: after.speakers, key: 'document.review',
    replacement: { documentId: document.id, before: before.content, after: after.content, sameSource: true },
  }));
  world.contents.set(document.contentSha256, after.content);
  world.do({ ok: true, value: plan });
  return plan.label.values;
}

describe('a document that is put right after it was coded', () => {
  it('keeps every coding with its passage, and is undone as one change', () => {
    const world = accepted();
    tag(world, reading, 'Hoe krap?');
    const within = tag(world, reading, 'nog lang geen tijd voor');
    const before = world.state;
    const after = undoChanges(reading, changesOf(reading, 'page-furniture'));
    expect(replace(world, reading, after)).toMatchObject({ moved: 1, changed: 1, lost: 0 });
    expect(verify(world.snapshot)).toMatchObject({ verified: 2, total: 2, orphans: [], moved: [] });
    expect(world.state.codings.get(within)?.anchor.quotation).toContain('Avond over de bakfiets');
    const undo = planUndo(undoStacks(world.changes));
    if (!undo) throw new Error('nothing to undo');
    world.do({ ok: true, value: undo.plan }, { undoes: undo.undoes });
    expect([world.state.documents, world.state.codings, world.state.speakers]).toEqual([before.documents, before.codings, before.speakers]);
    expect(verify(world.snapshot)).toMatchObject({ verified: 2, orphans: [] });
  });

  it('shows a coding whose words are gone as an orphan and drops none', () => {
    const undone = undoChanges(reading, changesOf(reading, 'page-furniture'));
    const world = accepted();
    replace(world, reading, undone);
    const gone = tag(world, undone, 'bakfiets 3 van 3');
    const again = redoChanges(undone, changesOf(undone, 'page-furniture'));
    expect(replace(world, undone, again)).toMatchObject({ lost: 1 });
    expect(verify(world.snapshot)).toMatchObject({ verified: 0, total: 1, orphans: [gone] });
  });

  it('moves memos on passages along', () => {
    const world = accepted();
    const text = plainText(reading.content);
    const start = text.text.indexOf('Hoe krap?');
    const id = nameId<MemoId>('memo', 'a');
    const anchor = describePassage(text, start as Utf16, (start + 9) as Utf16);
    world.do(planSetMemo(world.state, { id, target: { kind: 'passage', documentId: reading.document.id, anchor }, text: 'navragen', coderId: coder.id, now }));
    replace(world, reading, undoChanges(reading, changesOf(reading, 'page-furniture')));
    const target = world.state.memos.get(id)?.target;
    expect(target?.kind === 'passage' && target.anchor.quotation).toBe('Hoe krap?');
    expect(target?.kind === 'passage' && target.anchor.start).toBeGreaterThan(anchor.start);
  });

  it('keeps the ids of speakers, and gives the memo of one who was merged to the other', () => {
    const world = accepted();
    const [, vera, wim] = reading.speakers;
    if (!vera || !wim) throw new Error('no speakers');
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'b'), target: { kind: 'speaker', id: wim.id }, text: 'fietst zelf', coderId: coder.id, now }));
    replace(world, reading, editSpeaker(mergeSpeakers(reading, vera.id, [wim.id]), vera.id, { role: 'bewoner' }));
    expect([...world.state.speakers.keys()]).toEqual([reading.speakers[0]?.id, vera.id]);
    expect(world.state.project?.roles).toContain('bewoner');
    expect([...world.state.memos.values()].map(({ target }) => target)).toEqual([{ kind: 'speaker', id: vera.id }]);
  });
});

describe('an original that is read anew', () => {
  it('is the same document with the same speakers, and what was taken back is so again', () => {
    const [, vera] = reading.speakers;
    if (!vera) throw new Error('no speaker');
    const edited = undoChanges(editSpeaker(reading, vera.id, { name: 'Vera Blom-Smit', role: 'bewoner' }), changesOf(reading, 'hyphen'));
    const anew = importAnew({ ...edited, document: { ...edited.document, name: 'Mijn naam' } }, reading);
    expect(anew.document).toMatchObject({ id: reading.document.id, name: 'Mijn naam' });
    expect(anew.speakers).toEqual(edited.speakers);
    expect(anew.content).toEqual(edited.content);
  });

  it('is reviewed without its source where that reads otherwise by now', () => {
    const moved = { ...reading, source: `  ${reading.source}` };
    expect(reviewAgain(reading, moved).source).toBeNull();
    expect(reviewAgain(reading, reading)).toMatchObject({ source: reading.source, content: reading.content });
  });
});
