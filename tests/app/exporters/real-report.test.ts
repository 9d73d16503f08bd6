import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildProject, type Build } from '../../../app/build/build-project.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { readContent } from '../../../app/document/content-blob.ts';
import { dataset } from '../../../app/exporters/dataset.ts';
import { datasetSchema } from '../../../schemas/dataset.ts';
import { exportOptions } from '../../fixtures/mini-hearing.ts';
import { sharedFolder } from '../../shared-folder.mjs';
import { unzipped } from './unzipped.ts';

const folder = sharedFolder();
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder ?? '', name)));
const goldSchema = z.object({ codings: z.array(z.object({ code: z.string(), quotation: z.string(), start: z.int(), end: z.int() })) });

async function build(codings: Uint8Array): Promise<Build> {
  const documents = [{ fileName: 'hearing-fibromyalgia-2022.txt', bytes: read('corpus/hearing-fibromyalgia-2022.txt') }];
  const built = await buildProject({ documents, codebook: null, codings, coder: 'Hanna Werkman', now: exportOptions.now });
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

function snapshotOfBuild({ projectId, state, blobs }: Build): ProjectSnapshot {
  return {
    projectId, state,
    contents: new Map([...state.documents.values()].map(({ contentSha256 }) => {
      const content = readContent(blobs.get(contentSha256) ?? new Uint8Array());
      if (!content.ok) throw new Error(content.problem.message);
      return [contentSha256, content.value];
    })),
  };
}

describe.skipIf(!folder)('the dataset of a real report (needs the real documents)', () => {
  it('gives each coding the place in the source file that its coder gave it', async () => {
    const gold = goldSchema.parse(JSON.parse(new TextDecoder().decode(read('gold/hearing-fibromyalgia-2022.codings.json'))));
    const source = Array.from(new TextDecoder().decode(read('corpus/hearing-fibromyalgia-2022.txt')));
    const zip = unzipped(await dataset.write(snapshotOfBuild(await build(read('gold/hearing-fibromyalgia-2022.codings.json'))), exportOptions));
    const json = datasetSchema.parse(JSON.parse(zip.text('dataset.json')));
    const text = Array.from(zip.text(json.documents[0]?.file ?? ''));
    expect(json.segments).toHaveLength(gold.codings.length);
    for (const row of json.segments) {
      expect(text.slice(row.text_start ?? 0, row.text_end ?? 0).join('')).toBe(row.quotation);
      expect(row).toMatchObject({ anchor: 'exact', speaker: expect.any(String), page: expect.any(Number) });
    }
    const places = json.segments.map((row) => `${row.source_start}-${row.source_end} ${row.code}`);
    expect(places.toSorted()).toEqual(gold.codings.map(({ start, end, code }) => `${trimmed(source, start, end)} ${code}`).toSorted());
  });

  it('can be read back as a table of codings, and nothing moves', async () => {
    const first = await build(read('gold/hearing-fibromyalgia-2022.codings.json'));
    const zip = unzipped(await dataset.write(snapshotOfBuild(first), exportOptions));
    const second = await build(zip.bytes['segments.csv'] ?? new Uint8Array());
    expect(second.leftOut).toEqual([]);
    const places = ({ state }: Build) => [...state.codings.values()].map(({ anchor, codeId }) => `${anchor.start}-${anchor.end} ${state.codes.get(codeId)?.name}`).toSorted();
    expect(places(second)).toEqual(places(first));
  });
});

/** Without white space at either end, which is no part of the text. */
function trimmed(source: readonly string[], start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && !source[from]?.trim()) from += 1;
  while (to > from && !source[to - 1]?.trim()) to -= 1;
  return `${from}-${to}`;
}
