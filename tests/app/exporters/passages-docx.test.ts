import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { passagesWord } from '../../../app/exporters/passages-docx.ts';
import { passageReport } from '../../../app/exporters/parts/passage-report.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';
import { snapshotOf } from '../../fixtures/snapshot.ts';
import { convert, present } from './programs.ts';
import { unzipped } from './unzipped.ts';

let bytes: Uint8Array;
let zip: ReturnType<typeof unzipped>;
beforeAll(async () => {
  bytes = await passagesWord.write(miniHearing(), exportOptions);
  zip = unzipped(bytes);
});

/** Style and text of each paragraph in a part of the file. */
function paragraphs(xml: string): { style: string; text: string }[] {
  return Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gs), ([, body = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(body)?.[1] ?? '',
    text: Array.from(body.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs), ([, text = '']) => text).join('')
      .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&'),
  }));
}
const body = () => paragraphs(zip.text('word/document.xml'));

/** Every line of the report in the order of the file. */
const expectedLines = (snapshot: ProjectSnapshot): string[] => passageReport(snapshot, exportOptions).themes.flatMap((theme) => [
  theme.name, ...theme.passages.flatMap((passage) => [...passage.paragraphs, `— ${passage.source}`]),
]);

afterEach(() => { vi.useRealTimers(); });

describe('the report for Word', () => {
  it('has the themes as headings of Word\'s own styles, nested as in the codebook', () => {
    expect(body().filter(({ style }) => /^(Title|Heading)/.test(style)).map(({ style, text }) => [style, text])).toEqual([
      ['Title', 'Passages per thema: Buurttuin "De Kers"; fase 1/2'],
      ['Heading1', 'werk'], ['Heading2', 'onbetaald_werk *'], ['Heading1', 'geld > kosten'], ['Heading1', 'constructor'], ['Heading1', 'Wat er telt'],
    ]);
    for (const style of ['Heading1', 'Heading2', 'Heading6', 'Title', 'Quote', 'QuoteSource']) expect(zip.text('word/styles.xml')).toContain(`w:styleId="${style}"`);
  });

  it('keeps every quotation to the letter in the style for quotations, each with its source', () => {
    const report = passageReport(miniHearing(), exportOptions);
    const passages = report.themes.flatMap((theme) => theme.passages);
    expect(passages).toHaveLength(14);
    expect(body().filter(({ style }) => style === 'Quote').map(({ text }) => text)).toEqual(passages.flatMap((passage) => passage.paragraphs));
    expect(body().filter(({ style }) => style === 'QuoteSource').map(({ text }) => text)).toEqual(passages.map((passage) => `— ${passage.source}`));
    expect(body().filter(({ style }) => style === 'Memo').map(({ text }) => text)).toEqual(expect.arrayContaining(['Memo: =ook van mij', 'Memo: - Let op de begroting']));
  });

  it('has the project\'s name at the top of each page and page numbers at the foot', () => {
    const names = Object.keys(zip.bytes);
    const header = zip.text(names.find((name) => /^word\/header\d+\.xml$/.test(name)) ?? '');
    const footer = zip.text(names.find((name) => /^word\/footer\d+\.xml$/.test(name)) ?? '');
    expect(paragraphs(header)[0]?.text).toBe('Buurttuin "De Kers"; fase 1/2');
    expect(footer).toMatch(/Bladzijde .*PAGE.* van .*NUMPAGES/s);
  });

  it('is the same, byte for byte, at whatever hour it is written, and dated by the moment given', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z') });
    expect(await passagesWord.write(miniHearing(), exportOptions)).toEqual(bytes);
    expect(zip.text('docProps/core.xml').match(/2024-05-06T07:08:09\.000Z/g)).toHaveLength(2);
  });

  it('speaks English when asked', async () => {
    const english = paragraphs(unzipped(await passagesWord.write(miniHearing(), { ...exportOptions, language: 'en' })).text('word/document.xml'));
    expect(english.map(({ text }) => text)).toEqual(expect.arrayContaining(['No passages.', 'What counts']));
  });

  it('gives themes below the sixth level the last heading', async () => {
    const codes = Object.fromEntries(Array.from({ length: 8 }, (_, depth) => [`laag ${depth}`, depth === 0 ? {} : { parent: `laag ${depth - 1}` }]));
    const deep = snapshotOf({ documents: [{ name: 'Los', pieces: [{ text: 'Een zin.' }] }], codes, codings: [{ code: 'laag 7', quotation: 'Een zin.' }] });
    const found = paragraphs(unzipped(await passagesWord.write(deep, exportOptions)).text('word/document.xml'));
    expect(found.filter(({ text }) => text.startsWith('laag')).map(({ style }) => style))
      .toEqual(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6', 'Heading6', 'Heading6']);
  });

  it('puts a visible sign for characters that a Word file can\'t hold', async () => {
    const odd = snapshotOf({ documents: [{ name: 'Los', pieces: [{ text: 'Een \u0001 teken\tapart.' }] }], codes: { vreemd: {} }, codings: [{ code: 'vreemd', quotation: 'Een \u0001 teken\tapart.' }] });
    const xml = unzipped(await passagesWord.write(odd, exportOptions)).text('word/document.xml');
    expect(xml).toContain('Een \uFFFD teken');
    expect(xml).not.toContain('\u0001');
  });
});

describe.skipIf(!present('soffice'))('the report in a word processor (needs LibreOffice)', () => {
  it('opens with all themes and passages in the order of the codebook', () => {
    const text = Object.values(convert('passages.docx', bytes, 'txt:Text (encoded):UTF8')).join('').replace(/^\uFEFF/, '');
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    let from = lines.indexOf('werk');
    expect(from).toBeGreaterThan(0);
    for (const line of expectedLines(miniHearing())) {
      const at = lines.indexOf(line, from);
      expect([line, at >= from]).toEqual([line, true]);
      from = at + 1;
    }
  });
});
