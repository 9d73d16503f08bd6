import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '../../../app/anchoring/verify.ts';
import { buildProject } from '../../../app/build/build-project.ts';
import { readContent } from '../../../app/document/content-blob.ts';
import { sharedFolder } from '../../shared.ts';
import { must, now } from '../world.ts';

const folder = sharedFolder() ?? '';
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

describe.skipIf(!sharedFolder())('a build of the hearing with its codings (needs the real documents)', () => {
  const build = async () => must(await buildProject({
    documents: [{ fileName: 'hearing-fibromyalgia-2022.txt', bytes: read('corpus/hearing-fibromyalgia-2022.txt') }],
    codebook: null, codings: read('gold/hearing-fibromyalgia-2022.codings.json'), coder: null, now,
  }));

  it('places every one of the 172 codings, and each is verified', async () => {
    const { state, blobs, projectId, leftOut, notes } = await build();
    const contents = new Map([...state.documents.values()].map((document) => [document.contentSha256, must(readContent(blobs.get(document.contentSha256) ?? new Uint8Array()))]));
    expect({ leftOut, notes }).toEqual({ leftOut: [], notes: [] });
    expect(verify({ projectId, state, contents })).toEqual({ verified: 172, total: 172, orphans: [], moved: [] });
  });

  it('keeps the words of each quotation, but for what the import took out or joined', async () => {
    const { state } = await build();
    const rows: { quotation: string; code: string }[] = JSON.parse(new TextDecoder().decode(read('gold/hearing-fibromyalgia-2022.codings.json'))).codings;
    const plain = (text: string) => text.replaceAll(/\s+/g, '');
    const made = new Set([...state.codings.values()].map((coding) => `${state.codes.get(coding.codeId)?.name}/${plain(coding.anchor.quotation)}`));
    const other = rows.filter((row) => !made.has(`${row.code}/${plain(row.quotation)}`));
    // What differs holds page furniture; its first and last words must be kept all the same.
    const ends = (text: string) => [plain(text).slice(0, 12), plain(text).slice(-12)].join('…');
    const keptEnds = new Set([...state.codings.values()].map((coding) => `${state.codes.get(coding.codeId)?.name}/${ends(coding.anchor.quotation)}`));
    expect(other.filter((row) => !/Pagina \d+ van|https?:|\n\s*\n/.test(row.quotation))).toEqual([]);
    expect(other.filter((row) => !keptEnds.has(`${row.code}/${ends(row.quotation)}`))).toEqual([]);
  });

  it('is the same each time', async () => {
    const [one, two] = [await build(), await build()];
    expect(JSON.stringify(one.changes)).toBe(JSON.stringify(two.changes));
  });
});
