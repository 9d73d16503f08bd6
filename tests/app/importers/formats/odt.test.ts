import { describe, expect, it } from 'vitest';
import { odtXml } from './odt-xml.ts';
import { blocksOf, commentsOf, notesOf, pagesOf, readingOf, refusalOf, warningsOf } from './reading.ts';

type Parts = Parameters<typeof odtXml>[1];
const read = (body: string, parts?: Parts) => readingOf(odtXml(body, parts), 'a.odt', 'plain');
/** Behind a first line that is no title. */
const blocks = async (body: string, parts?: Parts) => blocksOf(await read(`<text:p>Vooraf.</text:p>${body}`, parts)).slice(1);
const style = (name: string, family: string, inside: string, more = '') => `<style:style style:name="${name}" style:family="${family}"${more}>${inside}</style:style>`;

describe('an OpenDocument text', () => {
  it('finds headings by their element, their style and the style it is made from', async () => {
    const styles = style('Heading_20_3', 'paragraph', '', ' style:display-name="Heading 3"') + style('Title', 'paragraph', '');
    const automatic = style('P1', 'paragraph', '', ' style:parent-style-name="Heading_20_3"') + style('P2', 'paragraph', '', ' style:parent-style-name="Title"');
    expect(await blocks('<text:h text:outline-level="2">Eerste</text:h><text:p text:style-name="P1">Tweede</text:p><text:p text:style-name="P2">Derde</text:p><text:p>Een zin.</text:p>', { styles, automatic }))
      .toEqual(['heading 2: Eerste', 'heading 3: Tweede', 'heading 1: Derde', 'paragraph: Een zin.']);
  });

  it('reads lists with their levels, and keeps numbers that say words', async () => {
    const list = (name: string, level: string) => `<text:list-style style:name="${name}">${level}</text:list-style>`;
    const automatic = list('L1', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>') + list('L2', '<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Vraag "/>')
      + list('L3', '<text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>');
    const item = (text: string) => `<text:list-item><text:p>${text}</text:p></text:list-item>`;
    expect(await blocks(`<text:list text:style-name="L1">${item('wonen')}<text:list-item><text:p>werk</text:p><text:p>Los.</text:p><text:list>${item('loon')}</text:list></text:list-item></text:list>`, { automatic }))
      .toEqual(['listItem 1: wonen', 'listItem 1: werk', 'paragraph: Los.', 'listItem 2: loon']);
    expect(await blocks(`<text:list text:style-name="L2">${item('Hoe gaat het?')}</text:list><text:p>Goed.</text:p><text:list text:style-name="L2" text:continue-numbering="true">${item('En thuis?')}</text:list>`, { automatic }))
      .toEqual(['paragraph: Vraag 1 Hoe gaat het?', 'paragraph: Goed.', 'paragraph: Vraag 2 En thuis?']);
    expect(warningsOf(await read(`<text:p>Zin.</text:p><text:list text:style-name="L3">${item('een')}</text:list>`, { automatic }))).toEqual(['list-number']);
  });

  it('ties notes to their marks, under the label that is printed', async () => {
    const note = (kind: string, label: string, text: string) => `<text:note text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`;
    const reading = await read(`<text:p>Het begon${note('footnote', '1', 'Zegt men.')} in mei${note('endnote', 'i', 'Van dat jaar.')}.</text:p>`);
    expect(notesOf(reading)).toEqual(['1 «Het begon» Zegt men.', 'i «begon in mei» Van dat jaar.']);
    expect(blocksOf(reading)).toEqual(['paragraph: Het begon in mei.']);
  });

  it('reads comments with the stretch they are on', async () => {
    const reading = await read('<text:p>Wij wachtten <office:annotation office:name="1"><dc:creator>Ria</dc:creator><dc:date>2024-05-06T07:08:09.000</dc:date><text:p>Klopt dit?</text:p></office:annotation>vier jaar<office:annotation-end office:name="1"/>.</text:p>'
      + '<text:p>Los<office:annotation><dc:creator>Jan</dc:creator><text:p>Hier.</text:p></office:annotation>.</text:p>');
    expect(commentsOf(reading)).toEqual(['Ria: Klopt dit? «vier jaar»', 'Jan: Hier. «»']);
    expect(reading.comments?.map(({ at }) => at)).toEqual(['2024-05-06T07:08:09.000Z', null]);
    expect(blocksOf(reading)).toEqual(['paragraph: Wij wachtten vier jaar.', 'paragraph: Los.']);
  });

  it('takes tracked changes as accepted, but for those of the look alone, and says where', async () => {
    const changes = '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region><text:changed-region text:id="c3"><text:format-change/></text:changed-region></text:tracked-changes>';
    const reading = await read(`${changes}<text:p>Ik ben <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>zeer <text:change-end text:change-id="c2"/>tevreden.</text:p><text:p><text:change-start text:change-id="c3"/>Echt.</text:p>`);
    expect(blocksOf(reading)).toEqual(['paragraph: Ik ben zeer tevreden.', 'paragraph: Echt.']);
    expect(reading.content.warnings).toMatchObject([{ rule: 'tracked-change', source: [0, 21], message: expect.stringContaining(': 2') as string }]);
  });

  it('starts pages where they were set, in a sentence too, and where a style forces one', async () => {
    const automatic = style('P1', 'paragraph', '<style:paragraph-properties fo:break-before="page"/>') + style('P2', 'paragraph', '<style:paragraph-properties fo:break-after="page"/>');
    const reading = await read('<text:p>Een zin die <text:soft-page-break/>doorloopt.</text:p><text:p text:style-name="P1">Derde bladzijde.</text:p><text:p text:style-name="P2">Ook nog.</text:p><text:p>Vierde.</text:p>', { automatic });
    expect(pagesOf(reading)).toEqual(['1 Een zin', '2 doorloopt.', '3 Derde bladzijde.', '4 Vierde.']);
    expect((await read('<text:p>Een.</text:p><text:p text:style-name="P1">Twee.</text:p>', { automatic })).content.pages).toEqual([]);
    expect((await read('<text:p>Een.</text:p><text:p text:style-name="P1">Twee.</text:p>', { automatic, soft: ' text:use-soft-page-breaks="true"' })).content.pages).toHaveLength(2);
  });

  it('reads white space as the format means it', async () => {
    expect(await blocks('<text:p>\n  Een   <text:span> zin</text:span><text:s text:c="2"/>met<text:tab/>wit,\n en A4\u2011papier.<text:line-break/>Nieuw.</text:p>')).toEqual(['paragraph: Een zin  met\twit, en A4-papier.', 'paragraph: Nieuw.']);
  });

  it('leaves out what is hidden and tables of contents, says so, and reads tables and boxes', async () => {
    const automatic = style('T1', 'text', '<style:text-properties text:display="none"/>');
    const table = '<table:table><table:table-row><table:table-cell><text:p>Jaar</text:p></table:table-cell><table:table-cell><text:p>Aantal</text:p></table:table-cell><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell></table:table-row></table:table>';
    const toc = '<text:table-of-content><text:table-of-content-source><text:index-title-template>Inhoud</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Opening<text:tab/>1</text:p><text:p>Slot<text:tab/>2</text:p></text:index-body></text:table-of-content>';
    const box = '<draw:frame><draw:text-box><text:p>Kader.</text:p></draw:text-box></draw:frame>';
    const reading = await read(`<text:p>Vooraf.</text:p>${toc}<text:section text:display="none"><text:p>Geheim.</text:p></text:section>${table}<text:p>Open<text:span text:style-name="T1"> dicht</text:span>${box}.</text:p><text:p><draw:frame><draw:image/></draw:frame></text:p>`, { automatic });
    expect(blocksOf(reading)).toEqual(['paragraph: Vooraf.', 'paragraph: Jaar\tAantal', 'paragraph: Open.', 'paragraph: Kader.']);
    expect([...new Set(warningsOf(reading))].toSorted()).toEqual(['contents-left-out', 'hidden-text', 'picture', 'table', 'text-box']);
  });

  it('is refused where it is locked, empty, or lacks its text', async () => {
    const manifest = '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>';
    expect(await refusalOf(odtXml('', { more: { 'META-INF/manifest.xml': manifest, 'content.xml': 'k$j' } }), 'a.odt')).toBe('document-locked');
    expect(await refusalOf(odtXml('<text:p/>'), 'a.odt')).toBe('empty-file');
    expect(await refusalOf(odtXml('', { more: { 'content.xml': '<office:document>' } }), 'a.odt')).toBe('document-damaged');
  });
});
