import { readFileSync } from 'node:fs';
import { describe as describePassage } from '../../app/anchoring/describe.ts';
import { buildProject } from '../../app/build/build-project.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { readContent } from '../../app/document/content-blob.ts';
import type { Utf16 } from '../../app/document/offsets.ts';
import { plainText } from '../../app/document/plain-text.ts';
import { nameId } from '../../app/support/hash.ts';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { Coding } from '../../schemas/records/coding.ts';

const now = '2026-01-05T09:00:00.000Z';
const themes = 40;

/** The sample's hearing over and over, some 780 kB, with so many codings of 40 themes spread over all of it. */
export async function manyCodings(count: number): Promise<ProjectSnapshot> {
  const report = readFileSync('renderer/sample/hoorzitting-evenwichtsklachten.txt', 'utf8').repeat(46);
  const built = await buildProject({ documents: [{ fileName: 'a.txt', bytes: new TextEncoder().encode(report) }], codebook: null, codings: null, coder: 'Proef', now });
  if (!built.ok) throw new Error(built.problem.message);
  const { projectId, state, blobs } = built.value;
  const [document] = state.documents.values();
  const [coder] = state.coders.keys();
  const read = document && readContent(blobs.get(document.contentSha256) ?? new Uint8Array());
  if (!document || !coder || !read?.ok) throw new Error('the hearing could not be built');
  const codes = Array.from({ length: themes }, (_, at) => ({
    id: nameId<CodeId>('code', String(at)), parentId: at % 4 === 0 ? null : nameId<CodeId>('code', String(at - (at % 4))),
    name: `thema ${at}`, definition: '', color: '#b4531f', key: null, order: at, createdAt: now,
  }));
  const text = plainText(read.value);
  const codings = Array.from({ length: count }, (_, at): Coding => {
    const start = (at * 7919) % (text.text.length - 400);
    const anchor = describePassage(text, start as Utf16, (start + 40 + ((at * 31) % 300)) as Utf16);
    return { id: nameId<CodingId>('coding', String(at)), documentId: document.id, codeId: nameId<CodeId>('code', String((at * 17) % themes)), coderId: coder, anchor, weight: null, createdAt: now, updatedAt: now };
  });
  return {
    projectId, contents: new Map([[document.contentSha256, read.value]]),
    state: { ...state, codes: new Map(codes.map((code) => [code.id, code])), codings: new Map(codings.map((coding) => [coding.id, coding])) },
  };
}
