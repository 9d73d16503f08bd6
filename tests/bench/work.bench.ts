import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { themeFrequencies } from '../../app/analyses/theme-frequencies.ts';
import { verify } from '../../app/anchoring/verify.ts';
import { buildProject } from '../../app/build/build-project.ts';
import { flattenOverlaps } from '../../app/coding/overlaps.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { readContent } from '../../app/document/content-blob.ts';
import type { Utf16 } from '../../app/document/offsets.ts';
import { exporters } from '../../app/exporters/registry.ts';
import { importDocument } from '../../app/importers/import-document.ts';
import { readProjectFile } from '../../app/project-file/read-project-file.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import type { Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';

/** The work on one hearing of ordinary size, and on much of it. Figures are for comparing within one run. */
const now = '2026-01-05T09:00:00.000Z';
const report = new Uint8Array(readFileSync('renderer/sample/hoorzitting-evenwichtsklachten.txt'));
const large = new TextEncoder().encode(new TextDecoder().decode(report).repeat(60));
const options = { iterations: 5, warmupIterations: 1, time: 0 };

const built = await buildProject({
  documents: [{ fileName: 'hoorzitting-evenwichtsklachten.txt', bytes: report }],
  codebook: null, codings: new Uint8Array(readFileSync('renderer/sample/codings.json')), coder: null, now,
});
if (!built.ok) throw new Error(built.problem.message);
const { projectId, changes, state, blobs } = built.value;
const contents = new Map<Sha256, Content>();
for (const { contentSha256 } of state.documents.values()) {
  const content = readContent(blobs.get(contentSha256) ?? new Uint8Array());
  if (content.ok) contents.set(contentSha256, content.value);
}
const snapshot: ProjectSnapshot = { projectId, state, contents };
const write = () => writeProjectFile({ projectId, changes, blobs: async (sha) => blobs.get(sha) ?? null, now, version: 'bench' });
const file = await write();
const ranges = Array.from({ length: 20_000 }, (_, at) => ({ id: String(at), start: ((at * 7919) % 900_000) as Utf16, end: ((at * 7919) % 900_000 + 150) as Utf16 }));

describe('import', () => {
  bench('a report of 17 kB', async () => { await importDocument(report, { fileName: 'a.txt', now }); }, options);
  bench('60 of them in one file, 1 MB', async () => { await importDocument(large, { fileName: 'a.txt', now }); }, options);
});

describe('project of one hearing', () => {
  bench('verify its codings', () => { verify(snapshot); }, options);
  bench('theme frequencies by speaker', () => {
    themeFrequencies.run(snapshot, themeFrequencies.options.parse({ by: 'speaker' }));
  }, options);
  bench('write the project file', async () => { await write(); }, options);
  bench('read the project file', async () => { await readProjectFile(file); }, options);
  for (const exporter of exporters) {
    bench(`export ${exporter.id}`, async () => { await exporter.write(snapshot, { now, version: 'bench', language: 'nl' }); }, options);
  }
});

describe('overlaps', () => {
  bench('flatten 20,000 codings', () => { flattenOverlaps(ranges); }, options);
});
