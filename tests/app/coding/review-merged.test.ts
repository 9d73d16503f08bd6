import { beforeAll, describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { verify } from '../../../app/anchoring/verify.ts';
import { acceptedDocument } from '../../../app/coding/accepted-document.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planImportDocument } from '../../../app/coding/plan-document.ts';
import { planReplaceDocument } from '../../../app/coding/plan-review.ts';
import { planEditSpeaker, planMergeSpeakers } from '../../../app/coding/plan-speaker.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { contentBytes } from '../../../app/document/content-blob.ts';
import { locate } from '../../../app/document/locate.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { textOf } from '../../../app/document/text-of.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { importAnew, reviewAgain, type Accepted } from '../../../app/review/accepted.ts';
import { changesOf, undoChanges } from '../../../app/review/import-changes.ts';
import { mergeSpeakers } from '../../../app/review/speakers.ts';
import { nameId, sha256 } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, SpeakerId } from '../../../schemas/ids.ts';
import { hearing, read } from '../review/readings.ts';
import { coder, must, now, World } from '../world.ts';

const second = [
  'Verslag van de tweede avond over de bakfiets', '', 'Voorzitter: Hoe is het nu met de brug?', '', 'Mevrouw Blom: De brug is hoger, en dat scheelt een hoop ge-', 'zwaai op de kade, want', 'gezwaai hielp nooit.', '',
  'Voorzitter: En de boten?', '', 'Mevrouw Blom: Die varen er nu onderdoor.', '', 'Bert Kuil: Behalve de mijne, die is te hoog.', '', 'Voorzitter: Dank u.', '', 'Bert Kuil: Graag gedaan.',
].join('\n');

let evenings: readonly [Reading, Reading];
let ids: { vera: SpeakerId; blom: SpeakerId; bert: SpeakerId };
beforeAll(async () => {
  evenings = [await read(hearing), await read(second)];
  const idOf = (reading: Reading, name: string) => reading.speakers.find((one) => one.name === name)?.id ?? nameId<SpeakerId>('speaker', name);
  ids = { vera: idOf(evenings[0], 'Vera Blom'), blom: idOf(evenings[1], 'Mevrouw Blom'), bert: idOf(evenings[1], 'Bert Kuil') };
});

/** Both evenings, a passage of each coded, and the two printings of one speaker merged. */
function merged(): World {
  const world = World.create();
  for (const reading of evenings) {
    world.do(planImportDocument(world.state, reading));
    world.contents.set(reading.document.contentSha256, reading.content);
    const text = plainText(reading.content);
    const start = text.text.indexOf('brug');
    const anchor = describePassage(text, start as Utf16, (start + 30) as Utf16);
    world.do(planTag(world.state, { id: nameId<CodingId>('coding', reading.document.id), documentId: reading.document.id, codeId: starterCodes(now)[0]?.id ?? nameId<CodeId>('code', ''), coderId: coder.id, anchor, now }));
  }
  world.do(planMergeSpeakers(world.state, ids.blom, ids.vera));
  return world;
}

const accepted = (world: World): Accepted => {
  const found = acceptedDocument(world.snapshot, evenings[1].document.id);
  if (!found) throw new Error('no document');
  return found;
};

function replace(world: World, after: Reading, key: 'document.review' | 'document.reimport') {
  const text = plainText(after.content);
  const document = { ...after.document, contentSha256: sha256(contentBytes(after.content)), textSha256: sha256(text.text), characters: text.codePoints };
  const plan = must(planReplaceDocument(world.state, world.contents, {
    document, speakers: after.speakers, key, replacement: { documentId: document.id, before: accepted(world).content, after: after.content, sameSource: true },
  }));
  world.contents.set(document.contentSha256, after.content);
  world.do({ ok: true, value: plan });
}

/** Who is heard in the second evening, turn by turn. */
const heard = (world: World) => {
  const document = world.state.documents.get(evenings[1].document.id);
  if (!document) throw new Error('no document');
  const text = textOf(world.snapshot, document);
  return text.turns.map(({ start }) => locate(world.snapshot, text, start, (start + 1) as Utf16).speakers.map(({ name }) => name).join());
};

function undo(world: World) {
  const last = planUndo(undoStacks(world.changes));
  if (!last) throw new Error('nothing to undo');
  world.do({ ok: true, value: last.plan }, { undoes: last.undoes });
}

const voices = ['Voorzitter', 'Vera Blom', 'Voorzitter', 'Vera Blom', 'Bert Kuil', 'Voorzitter', 'Bert Kuil'];

describe('a document whose speaker was merged into one of another document', () => {
  it('is reviewed again with the one that stayed, and undo gives all back', () => {
    const world = merged();
    const before = world.state;
    replace(world, undoChanges(reviewAgain(accepted(world), evenings[1]), changesOf(evenings[1], 'hyphen')), 'document.review');
    expect(heard(world)).toEqual(voices);
    expect(world.state.speakers.has(ids.blom)).toBe(false);
    expect(world.state.speakers.get(ids.vera)).toEqual(before.speakers.get(ids.vera));
    expect(verify(world.snapshot)).toMatchObject({ verified: 2, total: 2, orphans: [] });
    undo(world);
    expect([world.state.documents, world.state.speakers, world.state.codings]).toEqual([before.documents, before.speakers, before.codings]);
    expect(heard(world)).toEqual(voices);
    undo(world);
    expect(heard(world)).toEqual(voices.map((name) => (name === 'Vera Blom' ? 'Mevrouw Blom' : name)));
  });

  it('is read anew with the one that stayed, whatever that one is called by now', () => {
    const world = merged();
    world.do(planEditSpeaker(world.state, ids.vera, { name: 'V.B. (geanonimiseerd)', aliases: [] }));
    const before = world.state;
    replace(world, importAnew(accepted(world), evenings[1]), 'document.reimport');
    expect(heard(world)).toEqual(voices.map((name) => (name === 'Vera Blom' ? 'V.B. (geanonimiseerd)' : name)));
    expect([...world.state.speakers.keys()]).toEqual([...before.speakers.keys()]);
    expect(world.state.speakers.get(ids.vera)?.mergedIds).toEqual([ids.blom]);
    expect(verify(world.snapshot)).toMatchObject({ verified: 2, orphans: [] });
    undo(world);
    expect([world.state.documents, world.state.speakers, world.state.codings]).toEqual([before.documents, before.speakers, before.codings]);
  });

  it('does not bring the merged one back as a second where its turns were somebody else\'s for a while', () => {
    const world = merged();
    const again = reviewAgain(accepted(world), evenings[1]);
    replace(world, mergeSpeakers(again, ids.bert, [ids.vera]), 'document.review');
    expect(heard(world)).toEqual(voices.map((name) => (name === 'Vera Blom' ? 'Bert Kuil' : name)));
    expect(world.state.speakers.has(ids.vera)).toBe(true);
    world.do(planEditSpeaker(world.state, ids.bert, { aliases: [] }));
    replace(world, importAnew(accepted(world), evenings[1]), 'document.reimport');
    expect(heard(world)).toEqual(voices);
    expect(world.state.speakers.has(ids.blom)).toBe(false);
  });
});
