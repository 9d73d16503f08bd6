import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bench, describe } from 'vitest';
import { importDocument } from '../../app/importers/import-document.ts';
import { sharedFolder } from '../shared.ts';
import { measure, readingOf, tableOf } from './import-table.ts';
import { writtenAs } from './written-as.ts';

/**
 * How well each format is read, as a table: a hearing that is known word for word is written in it and read again. The
 * invented hearing, and the real one where it is here. Another format is another row in `writtenAs`.
 */
const shared = sharedFolder();
const hearings = [
  { name: 'the invented hearing', file: 'renderer/sample/hoorzitting-evenwichtsklachten.txt' },
  ...(shared ? [{ name: 'the real hearing', file: path.join(shared, 'corpus', 'hearing-fibromyalgia-2022.txt') }] : []),
];

for (const { name, file } of hearings) {
  const truth = await readingOf(new Uint8Array(readFileSync(file)), path.basename(file));
  const written = await writtenAs(truth.content);
  const rows = [];
  // One by one, so that each has the machine to itself.
  for (const one of written) rows.push(...await measure(truth, one));
  console.log(`\n${name}\n${tableOf(rows)}\n`);
  describe(`import of ${name}`, () => {
    for (const { name: format, bytes, fileName } of written) {
      if (bytes) bench(format, async () => { await importDocument(bytes, { fileName, now: '2026-01-05T09:00:00.000Z' }); }, { iterations: 3, warmupIterations: 1, time: 0 });
    }
  });
}
