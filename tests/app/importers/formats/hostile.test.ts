import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../../app/document/content-problems.ts';
import { docx } from '../../../../app/importers/docx.ts';
import { importDocument } from '../../../../app/importers/import-document.ts';
import { odtXml } from './odt-xml.ts';
import { readingOf, refusalOf, zipOf } from './reading.ts';
import { p, r, wordXml } from './word-xml.ts';

const word = wordXml({
  body: p(r('Verslag'), '<w:outlineLvl w:val="0"/>') + ['Voorzitter: Wie wil?', 'Mevrouw Ooms: Ik, al jaren.', 'Voorzitter: Waarom?', 'Mevrouw Ooms: Omdat het moet.'].map((text) => p(r(text))).join('')
    + `<w:tbl><w:tr><w:tc>${p(r('a'))}</w:tc><w:tc>${p(`<w:del w:id="1">${r('b')}</w:del>`)}</w:tc></w:tr></w:tbl>` + p(`${r('Noot')}<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="1"/>${r(' en zo')}<w:commentRangeEnd w:id="1"/>`),
  footnotes: `<w:footnote w:id="1">${p(r('Onder.'))}</w:footnote>`, comments: `<w:comment w:id="1" w:author="R">${p(r('Hm.'))}</w:comment>`,
});
const odt = odtXml('<text:h text:outline-level="1">Verslag</text:h><text:p>Voorzitter: Wie wil?</text:p><text:list><text:list-item><text:p>Punt<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Onder.</text:p></text:note-body></text:note></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table><text:p>Slot<text:soft-page-break/>zin.</text:p>');
const page = new TextEncoder().encode('<!DOCTYPE html><html><body><h1>Verslag</h1><p>Voorzitter: Wie wil<a href="#fn1" id="r">1</a>?</p><ul><li>Punt<li><b>vet</b></ul><table><tr><td>a<td>b</table><pre>x\ny</pre><p id="fn1">Onder. <a href="#r">op</a></body></html>');
const table = new TextEncoder().encode('Spreker;Tekst\r\nP1;"Ja, ""dus"" zo\r\nis het."\r\nP2;Nee.\r\n');
const files: readonly [string, Uint8Array][] = [['a.docx', word], ['a.odt', odt], ['a.html', page], ['a.csv', table]];

describe('files made to do harm', () => {
  const bomb = ' '.repeat(5_000_000);

  it.each<[string, string, Record<string, string | Uint8Array>]>([
    ['a zip bomb', 'a.docx', { 'word/document.xml': bomb }],
    ['a zip bomb beside the text', 'a.odt', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>', 'Pictures/x.png': bomb }],
    ['a name that leads elsewhere', 'a.docx', { 'word/document.xml': '<a/>', '../../.bashrc': 'x' }],
  ])('%s is refused', async (_, name, parts) => {
    expect(await refusalOf(zipOf(parts), name)).toMatch(/^document-(refused|damaged)$/);
  });

  it.each<[string, string]>([
    ['entities in entities', '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'], ['one long entity, many times', `<!DOCTYPE d [<!ENTITY a "${'a'.repeat(50_000)}">]>`],
    ['a file of the machine', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'], ['a DOCTYPE alone', '<!DOCTYPE d>'],
  ])('%s in the XML is refused', async (_, doctype) => {
    const xml = (root: string) => `<?xml version="1.0"?>${doctype}${root}`;
    expect(await refusalOf(wordXml({ body: '', more: { 'word/document.xml': xml('<w:d xmlns:w="x">&a;&b;&x;</w:d>') } }), 'a.docx')).toBe('document-refused');
    expect(await refusalOf(odtXml('', { more: { 'styles.xml': xml('<d/>') } }), 'a.odt')).toBe('document-refused');
  });

  it('elements thousands deep in each other are refused', async () => {
    expect(await refusalOf(wordXml({ body: '<w:ins>'.repeat(3000) + p(r('x')) + '</w:ins>'.repeat(3000) }), 'a.docx')).toBe('document-refused');
  });

  it('numbers that no program writes change nothing', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1e999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="Deel %1 %9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>';
    const body = ['0', '99999999999', '-4', 'NaN'].map((level) => p(r('x.'), `<w:outlineLvl w:val="${level}9"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)).join('');
    expect((await readingOf(wordXml({ body, numbering }), 'a.docx', 'plain')).content.blocks).toHaveLength(4);
    expect((await readingOf(odtXml('<text:h text:outline-level="-3">x</text:h><text:p><text:s text:c="99999999999"/>y.</text:p>'), 'a.odt', 'plain')).content.blocks).toHaveLength(2);
  });

  it.each(files)('%s cut off anywhere is refused, or read as far as it goes', async (name, bytes) => {
    for (let share = 0.02; share < 1; share += 0.05) expect(await faultsOf(bytes.subarray(0, Math.floor(bytes.length * share)), name)).toEqual([]);
  });

  it.each(files)('%s with any bytes changed is refused with a reason or keeps every rule of a content', async (name, bytes) => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
      expect(await faultsOf(changed(bytes, changes), name)).toEqual([]);
    }), { numRuns: 60 });
  });

  it.each(files.slice(0, 2))('%s with anything changed in its XML is refused with a reason or keeps every rule of a content', async (name, bytes) => {
    const parts = Object.entries(unzipSync(bytes));
    const pieces = ['<', '>', '/', '"', '&#0;', '&amp;', '\uFEFF', '\u2028', '<w:p>', '</w:p>', '<w:tbl>', '</w:tr>', '<w:br w:type="page"/>', '<w:commentRangeEnd w:id="1"/>', '<text:p>', '</text:span>', '<text:soft-page-break/>', '<w:txbxContent>', '\t', '😊'];
    await fc.assert(fc.asyncProperty(fc.nat(parts.length - 1), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 3 }), async (which, edits) => {
      const [part, content] = parts[which] ?? ['', new Uint8Array()];
      const xml = edits.reduce((text, [share, drop, piece]) => {
        const at = Math.floor(share * text.length);
        return text.slice(0, at) + piece + text.slice(at + drop);
      }, strFromU8(content));
      expect(await faultsOf(zipOf({ ...Object.fromEntries(parts), [part]: xml }), name)).toEqual([]);
    }), { numRuns: 150 });
  });
});

describe('large files', () => {
  it('a Word file of 50,000 paragraphs is read whole', async () => {
    const body = Array.from({ length: 25_000 }, (_, at) => p(r(`Voorzitter: Vraag ${at}, wat vindt u daarvan?`)) + p(r(`Mevrouw Ooms: ${at % 7} keer ${at}, en dat is ${at * at} te veel.`))).join('');
    const { content } = await readingOf(wordXml({ body }), 'groot.docx');
    expect(content.turns).toHaveLength(50_000);
  }, 120_000);

  it('a paragraph of 100,000 words in bold is read whole', async () => {
    const bold = `<!DOCTYPE html><html><body><p>${Array.from({ length: 100_000 }, (_, at) => `<b>${at}</b> `).join('')}</p></body></html>`;
    const { content } = await readingOf(bold, 'lang.html');
    expect(content.blocks.map(({ text }) => text.split(' ').length)).toEqual([100_000]);
  }, 60_000);

  it('a cell with 150,000 paragraphs is read whole', async () => {
    const body = `<w:tbl><w:tr><w:tc>${Array.from({ length: 150_000 }, (_, at) => p(r(`${at}.`))).join('')}</w:tc></w:tr></w:tbl>`;
    expect(await docx.read(wordXml({ body }), { fileName: 'cel.docx' })).toMatchObject({ ok: true, value: { lines: { length: 150_000 } } });
  }, 120_000);

  it('reading is stopped when asked, and says how far it is until then', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const bytes = wordXml({ body: Array.from({ length: 20_000 }, (_, at) => p(r(`Regel ${at} van ${at * 3}.`))).join('') });
    const onProgress = (done: number) => {
      seen.push(done);
      if (done > 0.2) stop.abort();
    };
    expect(await importDocument(bytes, { fileName: 'a.docx', now: '2026-01-02T03:04:05.000Z', signal: stop.signal, onProgress })).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThan(0.3);
  });
});

function changed(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, byte] of changes) copy[at] = byte;
  return copy;
}

/** What is wrong with an answer: content must keep every rule, a refusal must say something. */
async function faultsOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const read = await importDocument(bytes, { fileName, now: '2026-01-02T03:04:05.000Z' });
  if (read.ok) return contentProblems(read.value.content, read.value.source);
  return read.problem.message.length > 20 ? [] : ['no message'];
}
