import { beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../../app/importers/importer.ts';
import { convertBytes, present } from '../../exporters/programs.ts';
import { blocksOf, commentsOf, notesOf, readingOf, warningsOf } from './reading.ts';
import { p, r, wordXml } from './word-xml.ts';

const style = (id: string, name: string, inside = '') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const list = (id: number, ...levels: [string, string][]) => `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text], at) => (
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`)).join('')}</w:abstractNum>`;
const item = (text: string, id: number, at = 0) => p(r(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(r(text))}</w:tc>`;
const by = 'w:author="A" w:date="2024-05-06T07:08:00Z"';
const apart = (kind: string, text: string) => `<w:${kind} w:id="0" w:type="separator"><w:p/></w:${kind}><w:${kind} w:id="1" w:type="continuationSeparator"><w:p/></w:${kind}><w:${kind} w:id="2">${p(r(text))}</w:${kind}>`;
const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'];
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** All that a Word file can hold and that matters to us, in a form that other programs open. */
const everything = wordXml({
  styles: style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style('Title', 'Title'),
  numbering: list(1, ['bullet', '•'], ['bullet', 'o']) + list(2, ['decimal', 'Vraag %1']) + [1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join(''),
  body: [
    p(r('Over de veerpont'), '<w:pStyle w:val="Title"/>'), p(r('Wat er speelt'), '<w:pStyle w:val="Heading1"/>'),
    p(`${r('Wij wachtten ')}<w:commentRangeStart w:id="1"/>${r('vier jaar')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(' op ')}<w:ins w:id="11" ${by}>${r('zeer ')}</w:ins><w:del w:id="12" ${by}><w:r><w:delText>heel </w:delText></w:r></w:del>${r('veel hulp.')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    p(`${r('Open')}${r(' dicht', '<w:vanish/>')}${r(' einde')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('.')}`),
    p(r('Toen '), `<w:rPr><w:del w:id="13" ${by}/></w:rPr>`), p(r('ging ik.')),
    item('wonen', 1), item('huur', 1, 1), item('Wat vindt u?', 2), p(r('Goed.')), item('En nu?', 2),
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell('Jaar')}${cell('Aantal')}</w:tr><w:tr>${cell('2020')}${cell('12')}</w:tr></w:tbl>`,
    p('<w:r><w:t>Naam: Bos</w:t><w:br/><w:t>Plaats: Ede</w:t></w:r>'), p('<w:r><w:t>A4</w:t><w:noBreakHyphen/><w:t>papier af</w:t><w:softHyphen/><w:t>ge</w:t><w:tab/><w:t>tab.</w:t></w:r>'),
  ].join(''),
  footnotes: apart('footnote', 'Onder.'), endnotes: apart('endnote', 'Achter.'), comments: `<w:comment w:id="1" w:author="Ria" w:date="2024-05-06T07:08:00Z" w:initials="R">${p(r('Klopt dit?'))}</w:comment>`,
  more: {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/>${
      kinds.map((kind) => `<Override PartName="/word/${kind}.xml" ContentType="${office}.${kind}+xml"/>`).join('')}</Types>`,
  },
});

const blocks = [
  'heading 1: Over de veerpont', 'heading 1: Wat er speelt', 'paragraph: Wij wachtten vier jaar op zeer veel hulp.', 'paragraph: Open einde.', 'paragraph: Toen ging ik.', 'listItem 1: wonen', 'listItem 2: huur',
  'paragraph: Vraag 1 Wat vindt u?', 'paragraph: Goed.', 'paragraph: Vraag 2 En nu?', 'paragraph: Jaar\tAantal', 'paragraph: 2020\t12', 'paragraph: Naam: Bos', 'paragraph: Plaats: Ede', 'paragraph: A4-papier afge\ttab.',
];
const found = (reading: Reading) => ({ blocks: blocksOf(reading), notes: notesOf(reading), comments: commentsOf(reading), warnings: [...new Set(warningsOf(reading))].toSorted() });
const expected = {
  blocks, notes: ['1 «r veel hulp.» Onder.', 'i «Open einde» Achter.'], comments: ['Ria: Klopt dit? «vier jaar»'], warnings: ['hidden-text', 'table', 'tracked-change'],
};

describe('everything that a Word file holds', () => {
  it('is read from the file itself', async () => {
    expect(found(await readingOf(everything, 'a.docx'))).toEqual(expected);
  });

  describe.skipIf(!present('soffice'))('and LibreOffice hands on (needs LibreOffice)', () => {
    let odt: Uint8Array;
    const made = (to: string) => Object.values(convertBytes('a.odt', odt, to))[0] ?? new Uint8Array();
    beforeAll(() => {
      odt = Object.values(convertBytes('a.docx', everything, 'odt'))[0] ?? new Uint8Array();
    }, 120_000);

    it('is read from OpenDocument', async () => {
      expect(found(await readingOf(odt, 'a.odt'))).toEqual(expected);
    }, 120_000);

    it('is read from the Word file that it writes', async () => {
      expect(found(await readingOf(made('docx'), 'a.docx'))).toEqual(expected);
    }, 120_000);

    it('is read from a web page, but for what that can not hold', async () => {
      expect(found(await readingOf(made('html'), 'a.html'))).toEqual({
        notes: ['1 «elveel hulp.» Onder.', expected.notes[1]],
        // It has no comments, writes what was deleted among the rest, and leaves numbers to the browser, their words with them.
        comments: [], warnings: ['hidden-text', 'list-number', 'table'],
        blocks: blocks.flatMap((block) => ({
          'paragraph: Wij wachtten vier jaar op zeer veel hulp.': ['paragraph: Wij wachtten vier jaar op zeer heelveel hulp.'], 'paragraph: Toen ging ik.': ['paragraph: Toen', 'paragraph: ging ik.'],
          'paragraph: Vraag 1 Wat vindt u?': ['listItem 1: Wat vindt u?'], 'paragraph: Vraag 2 En nu?': ['listItem 1: En nu?'],
          // A browser shows a tab as a space.
          'paragraph: A4-papier afge\ttab.': ['paragraph: A4-papier afge tab.'],
        }[block] ?? [block])),
      });
    }, 120_000);
  });
});
