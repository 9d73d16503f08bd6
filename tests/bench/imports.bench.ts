import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bench, describe } from 'vitest';
import { importDocument } from '../../app/importers/import-document.ts';
import { present } from '../app/exporters/programs.ts';
import { findChromium } from '../chromium.mjs';
import { layOut } from '../fixtures/pdf/lay-out.ts';
import { chromiumPdf, libreOfficePdf } from '../fixtures/pdf/other-writers.ts';
import { sharedFolder } from '../shared.ts';
import { measure, modelOf, readingOf, tableOf, type Written } from './import-table.ts';

/**
 * How well each format is read, as a table: a hearing that is known word for word is written in it and read again. The
 * invented hearing, and the real one where it is here. Another format is another row in `writtenAs`.
 */
const shared = sharedFolder();
const hearings = [
  { name: 'the invented hearing', file: 'renderer/sample/hoorzitting-evenwichtsklachten.txt' },
  ...(shared ? [{ name: 'the real hearing', file: path.join(shared, 'corpus', 'hearing-fibromyalgia-2022.txt') }] : []),
];
const header = 'Kop van de bladzijde';

async function writtenAs(model: ReturnType<typeof modelOf>): Promise<Written[]> {
  const look = { font: 'Times-Roman', hyphenate: true, justify: true, header: () => header, footer: (page: number, count: number) => `Pagina ${page} van ${count}` } as const;
  const [one, two] = [await layOut(model, { ...look, columns: 1 }), await layOut(model, { ...look, columns: 2, size: 10 })];
  const furniture = (pages: number) => [header, ...Array.from({ length: pages }, (_, page) => `Pagina ${page + 1} van ${pages}`)];
  const office = present('soffice');
  const pdf = (name: string, bytes: Uint8Array | null, pages: number): Written => ({ name: `pdf, ${name}`, fileName: 'a.pdf', bytes, furniture: furniture(pages) });
  return [
    pdf('one column', one.bytes, one.pages),
    pdf('two columns', two.bytes, two.pages),
    pdf('LibreOffice', office ? libreOfficePdf(model, { header, columns: 1 }) : null, 0),
    pdf('LibreOffice, two columns', office ? libreOfficePdf(model, { header, columns: 2 }) : null, 0),
    pdf('Chromium', findChromium() ? chromiumPdf(model) : null, 0),
  ];
}

for (const { name, file } of hearings) {
  const truth = await readingOf(new Uint8Array(readFileSync(file)), path.basename(file));
  const written = await writtenAs(modelOf(truth));
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
