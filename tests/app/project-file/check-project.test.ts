import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planAddCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { checkProject } from '../../../app/project-file/check-project.ts';
import { readProjectFile, type ProjectBundle } from '../../../app/project-file/read-project-file.ts';
import { writeProjectFile } from '../../../app/project-file/write-project-file.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import { coder, invent, must, now, World } from '../world.ts';

const evening = invent('Avond', [{ by: 'Commissie', text: 'Wie begint?' }, { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar.' }]);
const [firstCode = nameId<CodeId>('code', '')] = starterCodes(now).map((code) => code.id);
const child = nameId<CodeId>('code', 'kind');

async function bundle(): Promise<ProjectBundle> {
  const world = World.create();
  world.add(evening);
  const anchor = describePassage(plainText(evening.content), 0 as Utf16, 11 as Utf16);
  const id = nameId<CodingId>('coding', '1');
  world.do(planAddCode(world.state, { id: child, name: 'kind', parentId: firstCode, now }));
  world.do(planTag(world.state, { id, documentId: evening.document.id, codeId: firstCode, coderId: coder.id, anchor, now }));
  world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', '1'), target: { kind: 'coding', id }, text: 'let op', coderId: coder.id, now }));
  return must(await readProjectFile(await writeProjectFile({
    projectId: world.projectId, changes: world.changes, blobs: async (sha) => world.blobs.get(sha) ?? null, now, version: '1.0.0',
  })));
}

const without = <K, V>(table: ReadonlyMap<K, V>, test: (value: V) => boolean) => new Map([...table].filter(([, value]) => !test(value)));
const problemsOf = async (whole: ProjectBundle, state: Partial<ProjectState>) =>
  (await checkProject({ ...whole, state: { ...whole.state, ...state } })).checks.flatMap(({ problems }) => problems);

describe('the check of a project', () => {
  it('names a document whose text its file was made without, and its codings as without their quotation', async () => {
    const { projectId, changes } = await bundle();
    const lacking = must(await readProjectFile(await writeProjectFile({ projectId, changes, blobs: async () => null, now, version: '1.0.0' })));
    const { verification, checks } = await checkProject(lacking);
    expect(verification).toMatchObject({ verified: 0, total: 1 });
    expect(checks.flatMap(({ problems }) => problems)).toEqual(['the text of "Avond" is missing: the project file was made without it']);
  });

  it('finds nothing where all holds', async () => {
    const { verification, checks } = await checkProject(await bundle());
    expect(verification).toEqual({ verified: 1, total: 1, orphans: [], moved: [] });
    expect(checks.map(({ problems }) => problems)).toEqual([[], [], [], []]);
  });

  it('finds records that name what is not there', async () => {
    const whole = await bundle();
    const { codes, coders, codings, speakers, documents } = whole.state;
    expect(await problemsOf(whole, { codes: without(codes, (code) => code.id === firstCode) })).toEqual([
      expect.stringContaining('names a theme that is not there'), expect.stringContaining('below a theme that is not there'),
    ]);
    expect(await problemsOf(whole, { coders: without(coders, () => true) })).toEqual([
      expect.stringMatching(/^coding .* coder who is not there/), expect.stringMatching(/^memo .* coder who is not there/),
    ]);
    expect(await problemsOf(whole, { codings: without(codings, () => true) })).toEqual([expect.stringContaining('about a coding that is not there')]);
    expect(await problemsOf(whole, { documents: without(documents, () => true) })).toEqual([expect.stringContaining('names a document that is not there')]);
    expect(await problemsOf(whole, { speakers: without(speakers, (speaker) => speaker.name === 'Commissie') })).toEqual([expect.stringContaining('has turns of speaker')]);
  });

  it('finds themes in a circle and codings that are there twice', async () => {
    const whole = await bundle();
    const codes = new Map([...whole.state.codes].map(([id, code]) => [id, id === firstCode ? { ...code, parentId: child } : code]));
    expect(await problemsOf(whole, { codes })).toEqual([expect.stringContaining('in a circle'), expect.stringContaining('in a circle')]);
    const [coding] = whole.state.codings.values();
    const twin = nameId<CodingId>('coding', '2');
    const codings = new Map([...whole.state.codings, ...(coding ? [[twin, { ...coding, id: twin }] as const] : [])]);
    // The twin is not in the history either, so taking every change back leaves it.
    expect(await problemsOf(whole, { codings })).toEqual([expect.stringContaining('there twice'), expect.stringContaining('leaves 1 records')]);
  });

  it('finds a change that can\'t be taken back', async () => {
    const whole = await bundle();
    const changes = whole.changes.map((change) => (change.label.key === 'coding.add' ? { ...change, inverse: [] } : change));
    const { checks } = await checkProject({ ...whole, changes });
    expect(checks.flatMap(({ problems }) => problems)).toEqual([expect.stringContaining('leaves 1 records')]);
  });

  it('finds a content that breaks its own rules', async () => {
    const whole = await bundle();
    const contents = new Map([...whole.contents].map(([sha, content]) => [sha, { ...content, blocks: content.blocks.map((block) => ({ ...block, level: 3 })) }]));
    const { checks } = await checkProject({ ...whole, contents });
    expect(checks.flatMap(({ problems }) => problems)).toEqual([expect.stringContaining('paragraph of level 3'), expect.stringContaining('paragraph of level 3')]);
  });
});
