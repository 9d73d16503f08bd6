import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planDeleteDocument } from '../../../app/coding/plan-document.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planEditSpeaker, planMergeSpeakers } from '../../../app/coding/plan-speaker.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { sameSpeakers } from '../../../app/coding/same-speakers.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { locate } from '../../../app/document/locate.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { datasetTables } from '../../../app/exporters/parts/dataset-rows.ts';
import { gather } from '../../../app/exporters/parts/material.ts';
import { checkProject } from '../../../app/project-file/check-project.ts';
import { readProjectFile } from '../../../app/project-file/read-project-file.ts';
import { writeProjectFile } from '../../../app/project-file/write-project-file.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodingId, MemoId, SpeakerId } from '../../../schemas/ids.ts';
import { coder, invent, must, now, World, type Invented } from '../world.ts';

const [code] = starterCodes(now).map(({ id }) => id);
const first = invent('Eerste avond', [
  { by: 'Commissie', text: 'Wie begint?' }, { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar.' }, { by: 'De heer Oudkerk', text: 'Ik ook.' },
]);
const second = invent('Tweede avond', [{ by: 'Mw. A. Lindeboom', text: 'Het wachten duurt nog.' }, { by: 'Zaal', text: 'Applaus.' }]);
const third = invent('Derde avond', [{ by: 'mevrouw  lindeboom', text: 'Nu is het klaar.' }]);
const speaker = (of: Invented, name: string) => of.speakers.find((one) => one.name === name)?.id as SpeakerId;
const here = speaker(first, 'Mevrouw Lindeboom');
const there = speaker(second, 'Mw. A. Lindeboom');

function evenings(): World {
  const world = World.create();
  for (const evening of [first, second]) {
    world.add(evening);
    const text = plainText(evening.content);
    const anchor = describePassage(text, 0 as Utf16, text.text.length as Utf16);
    const id = nameId<CodingId>('coding', evening.document.id);
    world.do(planTag(world.state, { id, documentId: evening.document.id, codeId: code ?? nameId('code', ''), coderId: coder.id, anchor, now }));
  }
  return world;
}

const bySpeaker = (world: World) => themeFrequencies.run(world.snapshot, themeFrequencies.options.parse({ by: 'speaker' })).rows
  .filter((row) => row.code_id === code).map((row) => [row.by, row.words, row.turns, row.documents]);
const speaksAt = (world: World, { content }: Invented, start = 0) => locate(world.snapshot, plainText(content), start as Utf16, (start + 1) as Utf16).speakers.map(({ id }) => id);
const undo = (world: World) => {
  const last = planUndo(undoStacks(world.changes));
  if (last) world.do({ ok: true, value: last.plan }, { undoes: last.undoes });
};

describe('two speakers who are merged', () => {
  it('are one voice in every document, and two again when that is undone', () => {
    const world = evenings();
    const apart = bySpeaker(world);
    expect(apart).toEqual([['Mevrouw Lindeboom', 5, 1, 1], ['De heer Oudkerk', 2, 1, 1], ['Mw. A. Lindeboom', 4, 1, 1], ['Zaal', 1, 1, 1]]);
    const before = world.state;
    world.do(planMergeSpeakers(world.state, there, here));
    expect(bySpeaker(world)).toEqual([['Mevrouw Lindeboom', 9, 2, 2], ['De heer Oudkerk', 2, 1, 1], ['Zaal', 1, 1, 1]]);
    expect(speaksAt(world, second)).toEqual([here]);
    undo(world);
    expect(world.state.speakers).toEqual(before.speakers);
    expect(bySpeaker(world)).toEqual(apart);
    expect(speaksAt(world, second)).toEqual([there]);
  });

  it('keep the name, role and organisation of the one that stays, and take what it lacked from the other', () => {
    const world = evenings();
    world.do(planEditSpeaker(world.state, there, { role: 'mantelzorger', organisation: 'Vereniging De Brug', aliases: ['A.L.', 'Mevrouw Lindeboom'] }));
    world.do(planEditSpeaker(world.state, here, { organisation: 'De Brug' }));
    world.do(planMergeSpeakers(world.state, there, here));
    expect(world.state.speakers.get(here)).toEqual({
      id: here, name: 'Mevrouw Lindeboom', role: 'mantelzorger', organisation: 'De Brug', aliases: ['Mw. A. Lindeboom', 'A.L.'], moderator: false, mergedIds: [there],
    });
    expect(world.changes.at(-1)?.label).toEqual({ key: 'speaker.merge', values: { name: 'Mw. A. Lindeboom', into: 'Mevrouw Lindeboom' } });
  });

  it('take their memos along, and those who were merged into them before', () => {
    const world = evenings();
    world.add(third);
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', 'a'), target: { kind: 'speaker', id: there }, text: 'belt terug', coderId: coder.id, now }));
    world.do(planMergeSpeakers(world.state, there, here));
    world.do(planMergeSpeakers(world.state, here, speaker(third, 'mevrouw  lindeboom')));
    for (const [evening, at] of [[first, 12], [second, 0], [third, 0]] as const) expect(speaksAt(world, evening, at)).toEqual([speaker(third, 'mevrouw  lindeboom')]);
    expect([...world.state.memos.values()].map(({ target, text }) => [target, text])).toEqual([[{ kind: 'speaker', id: speaker(third, 'mevrouw  lindeboom') }, 'belt terug']]);
  });

  it('stand as one in the dataset', () => {
    const world = evenings();
    world.do(planMergeSpeakers(world.state, there, here));
    const tables = datasetTables(gather(world.snapshot));
    expect(tables.speakers.filter((row) => row.speaker_id === here)).toMatchObject([{ documents: 2, turns: 2, words: 9 }]);
    expect(tables.speakers.map((row) => row.speaker_id)).not.toContain(there);
    expect(tables.turns.filter((row) => row.document_id === second.document.id).map((row) => row.speaker)).toEqual(['Mevrouw Lindeboom', 'Zaal']);
    expect(tables.segments.find((row) => row.document_id === second.document.id)?.speaker_id).toBe(here);
  });

  it('stay while one of their documents is left, and are still one when the other comes back', () => {
    const world = evenings();
    world.do(planMergeSpeakers(world.state, there, here));
    world.do(planDeleteDocument(world.state, world.contents, first.document.id));
    expect([...world.state.speakers.keys()].toSorted()).toEqual([here, speaker(second, 'Zaal')].toSorted());
    world.add(first);
    world.do(planDeleteDocument(world.state, world.contents, second.document.id));
    world.add(second);
    expect(speaksAt(world, second)).toEqual([here]);
    expect(world.state.speakers.has(there)).toBe(false);
  });

  it('leave a project in which everything holds', async () => {
    const world = evenings();
    world.do(planMergeSpeakers(world.state, there, here));
    const file = await writeProjectFile({
      projectId: world.projectId, changes: world.changes, blobs: async (sha) => world.blobs.get(sha) ?? null, now, version: '1.0.0',
    });
    const { checks } = await checkProject(must(await readProjectFile(file)));
    expect(checks.flatMap(({ what, problems }) => problems.map((problem) => [what, problem]))).toEqual([]);
  });

  it('must be two, and both be there', () => {
    const { state } = evenings();
    const refused = (result: ReturnType<typeof planMergeSpeakers>) => (result.ok ? null : result.problem.code);
    expect(refused(planMergeSpeakers(state, here, here))).toBe('speaker-into-itself');
    expect(refused(planMergeSpeakers(state, here, nameId('speaker', 'weg')))).toBe('record-missing');
    expect(must(planMergeSpeakers(state, here, there)).ops).toHaveLength(2);
  });
});

describe('speakers who come in with a further document', () => {
  const came = (name: string, organisation: string | null = null) =>
    ({ id: nameId<SpeakerId>('speaker', 'came', name), name, organisation, role: null, aliases: [], moderator: false });

  it('may be those of the same name and organisation', () => {
    const world = evenings();
    world.do(planEditSpeaker(world.state, here, { organisation: 'De Brug' }));
    const pairs = (...coming: ReturnType<typeof came>[]) => sameSpeakers(world.state, coming).map(({ known }) => known.id);
    expect(pairs(came('mevrouw Lindeboom', 'de brug'))).toEqual([here]);
    expect(pairs(came('Mevrouw Lindeboom'), came('Mevrouw Lindeboom', 'De Kade'))).toEqual([]);
    expect(pairs(came('De heer Oudkerk'))).toEqual([speaker(first, 'De heer Oudkerk')]);
  });

  it('are not the same for bearing a name that anybody can bear', () => {
    expect(sameSpeakers(evenings().state, [came('Zaal'), came('Commissie')])).toEqual([]);
  });
});
