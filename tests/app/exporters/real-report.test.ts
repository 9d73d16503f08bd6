import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describe as anchorOf } from '../../../app/anchoring/describe.ts';
import { emptyState, type ProjectSnapshot } from '../../../app/coding/state.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { textRange } from '../../../app/document/source-map.ts';
import { dataset } from '../../../app/exporters/dataset.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { nameId } from '../../../app/support/hash.ts';
import { datasetSchema } from '../../../schemas/dataset.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import { codeSchema } from '../../../schemas/records/code.ts';
import { codingSchema } from '../../../schemas/records/coding.ts';
import { exportOptions } from '../../fixtures/mini-hearing.ts';
import { fixtureTime } from '../../fixtures/snapshot.ts';
import { sharedFolder } from '../../shared-folder.mjs';
import { unzipped } from './unzipped.ts';

const folder = sharedFolder();
const goldSchema = z.object({ codings: z.array(z.object({ document: z.string(), code: z.string(), quotation: z.string(), start: z.int(), end: z.int() })) });

describe.skipIf(!folder)('the dataset of a real report (needs the real documents)', () => {
  it('gives each coding the place in the source file that its coder gave it', async () => {
    const gold = goldSchema.parse(JSON.parse(readFileSync(path.join(folder ?? '', 'gold/hearing-fibromyalgia-2022.codings.json'), 'utf8')));
    const bytes = readFileSync(path.join(folder ?? '', 'corpus/hearing-fibromyalgia-2022.txt'));
    const source = Array.from(new TextDecoder().decode(bytes));
    const snapshot = await coded(new Uint8Array(bytes), gold.codings);
    const zip = unzipped(await dataset.write(snapshot, exportOptions));
    const json = datasetSchema.parse(JSON.parse(zip.text('dataset.json')));
    const text = Array.from(zip.text(json.documents[0]?.file ?? ''));
    expect(json.segments).toHaveLength(gold.codings.length);
    for (const row of json.segments) {
      expect(text.slice(row.text_start ?? 0, row.text_end ?? 0).join('')).toBe(row.quotation);
      expect(row).toMatchObject({ anchor: 'exact', speaker: expect.any(String), page: expect.any(Number), turns: expect.any(Number) });
    }
    const places = (rows: readonly { start: number | null; end: number | null; code: string }[]) => rows.map(({ start, end, code }) => `${start}-${end} ${code}`).toSorted();
    const trimmed = gold.codings.map(({ start, end, code }) => ({ ...trim(source, start, end), code }));
    expect(places(json.segments.map((row) => ({ start: row.source_start, end: row.source_end, code: row.code })))).toEqual(places(trimmed));
  });
});

/** A project of one document whose codings are anchored by their places in the source. */
async function coded(bytes: Uint8Array, given: z.infer<typeof goldSchema>['codings']): Promise<ProjectSnapshot> {
  const reading = await importDocument(bytes, { fileName: 'verslag.txt', now: fixtureTime });
  if (!reading.ok) throw new Error(reading.problem.message);
  const { document, content, speakers } = reading.value;
  const text = plainText(content);
  const names = [...new Set(given.map(({ code }) => code))];
  const codes = names.map((name, order) => codeSchema.parse({
    id: nameId('code', name), parentId: null, name, definition: '', color: '#3366aa', key: null, order, createdAt: fixtureTime,
  }));
  const codings = given.map(({ code, start, end }, at) => {
    const range = textRange(content, start as CodePoint, end as CodePoint);
    if (!range) throw new Error(`nothing is left of ${start}-${end}`);
    return codingSchema.parse({
      id: nameId('coding', String(at)), documentId: document.id, codeId: nameId('code', code), coderId: nameId('coder', 'hw'),
      anchor: anchorOf(text, text.toUtf16(range[0]), text.toUtf16(range[1])), weight: null, createdAt: fixtureTime, updatedAt: fixtureTime,
    });
  });
  return {
    projectId: nameId('project', 'verslag'),
    state: {
      ...emptyState, documents: new Map([[document.id, document]]), speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])),
      codes: new Map(codes.map((code) => [code.id, code])), codings: new Map(codings.map((coding) => [coding.id, coding])),
    },
    contents: new Map([[document.contentSha256, content]]),
  };
}

/** Without white space at either end, which is no part of the text. */
function trim(source: readonly string[], start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && !source[from]?.trim()) from += 1;
  while (to > from && !source[to - 1]?.trim()) to -= 1;
  return { start: from, end: to };
}
