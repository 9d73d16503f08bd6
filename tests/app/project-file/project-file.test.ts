import { strFromU8, strToU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planDeleteDocument } from '../../../app/coding/plan-document.ts';
import { planEditProject } from '../../../app/coding/plan-project.ts';
import { planAddQuery } from '../../../app/coding/plan-query.ts';
import { planUndo, undoStacks } from '../../../app/coding/history.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { readProjectFile, type ProjectBundle } from '../../../app/project-file/read-project-file.ts';
import { writeProjectFile } from '../../../app/project-file/write-project-file.ts';
import { nameId, sha256 } from '../../../app/support/hash.ts';
import { zipFiles } from '../../../app/support/zip-files.ts';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { recordsVersion } from '../../../schemas/upgrades/index.ts';
import { coder, invent, must, now, World } from '../world.ts';

const evening = invent('Avond', [{ by: 'Commissie', text: 'Wie 😀 begint?' }, { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar.' }]);
const firstCode = starterCodes(now)[0]?.id ?? nameId<CodeId>('code', '');

function project(): World {
  const world = World.create();
  world.add(evening);
  const text = plainText(evening.content);
  for (let at = 0; at < 5; at += 1) {
    const anchor = describePassage(text, at as Utf16, (at + 6) as Utf16);
    world.do(planTag(world.state, { id: nameId<CodingId>('coding', String(at)), documentId: evening.document.id, codeId: firstCode, coderId: coder.id, anchor, now }));
  }
  return world;
}

const write = (world: World, blobs = world.blobs) =>
  writeProjectFile({ projectId: world.projectId, changes: world.changes, blobs: async (sha) => blobs.get(sha) ?? null, now, version: '9.9.9' });
const code = async (bytes: Uint8Array) => {
  const result = await readProjectFile(bytes);
  return result.ok ? 'read' : `${result.problem.code} ${result.problem.values?.['part'] ?? ''}`.trim();
};
/** What a file says, for comparing two of them. */
const told = ({ projectId, name, changes, state, blobs }: ProjectBundle) => ({ projectId, name, changes, state, blobs });

/** The same file with parts replaced (null: left out) and the manifest made to agree. */
async function altered(bytes: Uint8Array, parts: Record<string, string | null>, manifest: Record<string, unknown> = {}): Promise<Uint8Array> {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const old = JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array()));
  for (const [name, text] of Object.entries(parts)) {
    if (text === null) files.delete(name);
    else files.set(name, strToU8(text));
  }
  files.delete('manifest.json');
  const entries = Object.fromEntries([...files].map(([name, data]) => [name, { sha256: sha256(data), bytes: data.length }]));
  return zipFiles(new Map<string, string | Uint8Array>([['manifest.json', JSON.stringify({ ...old, entries, ...manifest })], ...files]), now);
}

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('a project file', () => {
  it('gives back the history, the records and the blobs', async () => {
    const world = project();
    const bundle = must(await readProjectFile(await write(world)));
    expect(bundle).toMatchObject({ projectId: world.projectId, name: 'Proef', changes: world.changes, state: world.state });
    expect(bundle.blobs).toEqual(world.blobs);
    expect([...bundle.contents.values()]).toEqual([evening.content]);
  });

  it('is the same to the byte for the same project', async () => {
    expect(await write(project())).toEqual(await write(project()));
  });

  it('holds the clean text of each document beside it', async () => {
    expect(partOf(await write(project()), `documents/${evening.document.id}.txt`)).toBe(plainText(evening.content).text);
  });

  it('keeps what is needed to undo the removal of a document', async () => {
    const world = project();
    world.do(planDeleteDocument(world.state, world.contents, evening.document.id));
    const bundle = must(await readProjectFile(await write(world)));
    expect([bundle.state.documents.size, bundle.blobs.size]).toEqual([0, 2]);
    const undo = planUndo(undoStacks(bundle.changes));
    expect(undo?.plan.ops.some((op) => op.op === 'put' && op.table === 'documents')).toBe(true);
  });

  it('names what is lost, and is read without the text of a document whose content is', async () => {
    const world = project();
    const some = new Map([...world.blobs].filter(([sha]) => sha !== evening.document.sourceSha256));
    expect(must(await readProjectFile(await write(world, some))).manifest.missing).toEqual([evening.document.sourceSha256]);
    const bytes = await write(world, new Map());
    const bundle = must(await readProjectFile(bytes));
    expect(bundle.manifest.missing).toEqual([evening.document.contentSha256, evening.document.sourceSha256].toSorted());
    expect([bundle.state, bundle.contents.size]).toEqual([world.state, 0]);
    // Only where the file itself says so; and nothing stands in for the text.
    expect(await code(await altered(bytes, {}, { missing: [] }))).toBe(`project-damaged contents/${evening.document.contentSha256}.json`);
    const text = `documents/${evening.document.id}.txt`;
    expect(await code(await altered(bytes, { [text]: 'iets' }))).toBe(`project-damaged ${text}`);
  });

  it('can hold a long text that repeats itself', async () => {
    const world = World.create();
    world.add(invent('Lang', Array.from({ length: 400 }, () => ({ by: 'Iemand', text: 'en toen '.repeat(900).trim() }))));
    expect(await code(await write(world))).toBe('read');
  });

  it('is refused, or reads the same, after a change of any one bit', async () => {
    const bytes = await write(project());
    const whole = told(must(await readProjectFile(bytes)));
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ (1 << bit);
      const result = await readProjectFile(other);
      expect(result.ok ? told(result.value) : whole).toEqual(whole);
    }), { numRuns: 300 });
  });

  it('is refused when it is cut off anywhere, or has something behind it', async () => {
    const bytes = await write(project());
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      expect(await code(bytes.slice(0, length))).toBe(length < 30 + 'manifest.json'.length ? 'not-a-project' : 'project-damaged file');
    }), { numRuns: 400 });
    expect(await code(Uint8Array.from([...bytes, 0]))).toBe('project-damaged file');
  });

  it.each([
    ['an empty file', new Uint8Array()], ['text', strToU8('Beste lezer,')], ['another zip', zipFiles(new Map([['a.txt', 'a']]), now)],
    ['a zip with a manifest of another format', zipFiles(new Map([['manifest.json', '{"format":"anders"}']]), now)],
  ])('is not made of %s', async (_, bytes) => {
    expect(await code(bytes)).toBe('not-a-project');
  });

  it('is refused when a part is missing, too many, or not what the others say', async () => {
    const bytes = await write(project());
    const text = `documents/${evening.document.id}.txt`;
    const content = `contents/${evening.document.contentSha256}.json`;
    const history = partOf(bytes, 'history.ndjson');
    const cases: [Record<string, string | null>, string][] = [
      [{ 'project.json': null }, 'project-damaged project.json'],
      [{ 'project.json': partOf(bytes, 'project.json').replace('Proef', 'Proeg') }, 'project-damaged project.json'],
      [{ 'history.ndjson': null }, 'project-damaged history.ndjson'],
      [{ 'history.ndjson': history.split('\n').toSpliced(2, 1).join('\n') }, 'project-damaged history.ndjson'],
      [{ 'history.ndjson': history.trimEnd() }, 'project-damaged history.ndjson'],
      [{ 'history.ndjson': `${history.split('\n').slice(0, -2).join('\n')}\n` }, 'project-damaged history.ndjson'],
      [{ [text]: 'iets anders' }, `project-damaged ${text}`],
      [{ [text]: null }, `project-damaged ${text}`],
      [{ [content]: null }, `project-damaged ${content}`],
      [{ [content]: '{}' }, `project-damaged ${content}`],
      [{ 'originals/extra': 'x' }, 'project-damaged originals/extra'],
    ];
    for (const [parts, expected] of cases) expect([Object.keys(parts), await code(await altered(bytes, parts))]).toEqual([Object.keys(parts), expected]);
  });

  it('is refused when its manifest tells other hashes, counts or names', async () => {
    const bytes = await write(project());
    expect(await code(await altered(bytes, {}, { entries: {} }))).toBe('project-damaged contents/'.concat(`${evening.document.contentSha256}.json`));
    expect(await code(await altered(bytes, {}, { name: 'Anders' }))).toBe('project-damaged manifest.json');
    expect(await code(await altered(bytes, {}, { counts: { documents: 1, speakers: 2, codes: 4, codings: 4, memos: 0, coders: 1, queries: 0 } }))).toBe('project-damaged manifest.json');
    expect(await code(await altered(bytes, {}, { head: { seq: 1, id: null } }))).toBe('project-damaged history.ndjson');
  });

  it('asks for a newer program where that is needed, and reads a newer file that older programs may read', async () => {
    const bytes = await write(project());
    expect(await code(await altered(bytes, {}, { minReaderVersion: recordsVersion + 1, formatVersion: recordsVersion + 1 }))).toBe('project-newer');
    expect(await code(await altered(bytes, {}, { minReaderVersion: recordsVersion + 1, formatVersion: recordsVersion + 1, counts: 'other' }))).toBe('project-newer');
    expect(await code(await altered(bytes, { 'extra/new.json': '{}' }, { formatVersion: 7, later: true }))).toBe('read');
    const unknown = partOf(bytes, 'project.json').replace('"name":"Proef"', '"name":"Proef","later":1');
    expect(await code(await altered(bytes, { 'project.json': unknown }, { formatVersion: 7 }))).toBe('project-newer');
  });

  it.each([1, 2])('is read where version %i wrote it, which knew no saved queries', async (version) => {
    const bytes = await write(project());
    const { queries, ...records } = JSON.parse(partOf(bytes, 'project.json'));
    const { queries: none, ...counts } = JSON.parse(partOf(bytes, 'manifest.json')).counts;
    expect([queries, none]).toEqual([[], 0]);
    const old = await altered(bytes, { 'project.json': JSON.stringify(records) }, { minReaderVersion: version, formatVersion: version, counts });
    expect(await code(old)).toBe('read');
    // Of this version it would be one from which something was taken.
    expect(await code(await altered(bytes, { 'project.json': JSON.stringify(records) }))).toBe('project-damaged project.json');
  });

  it('keeps saved queries', async () => {
    const world = project();
    const query = { kind: 'group' as const, not: false, match: 'any' as const, of: [{ kind: 'theme' as const, not: true, theme: firstCode, withSubtree: false }] };
    world.do(planAddQuery(world.state, { id: nameId('query', 'a'), name: 'Wie niet wacht', query, now }));
    const bundle = must(await readProjectFile(await write(world)));
    expect([...bundle.state.queries.values()]).toMatchObject([{ name: 'Wie niet wacht', query }]);
    expect(bundle.manifest.counts.queries).toBe(1);
  });

  it('changes with each change of the project', async () => {
    const world = project();
    const before = await write(world);
    world.do(planEditProject(world.state, { description: 'anders' }));
    expect(sha256(await write(world))).not.toBe(sha256(before));
  });
});
