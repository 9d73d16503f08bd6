import { describe, expect, it } from 'vitest';
import { blocksOf, commentsOf, notesOf, pagesOf, readingOf, refusalOf, warningsOf, zipOf } from './reading.ts';
import { p, r, wordXml, type WordXml } from './word-xml.ts';

const read = (file: WordXml | string) => readingOf(wordXml(typeof file === 'string' ? { body: file } : file), 'a.docx', 'plain');
/** Behind a first line that is no title. */
const blocks = async (file: WordXml | string) => {
  const parts = typeof file === 'string' ? { body: file } : file;
  return blocksOf(await read({ ...parts, body: p(r('Vooraf.')) + parts.body })).slice(1);
};
const style = (id: string, name: string, inside = '') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const note = (kind: string, id: number, inside: string) => `<w:${kind} w:id="${id}">${inside}</w:${kind}>`;
const mark = (kind: string, id: number, more = '') => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;

describe('a Word file: headings', () => {
  it.each<[string, string, string]>([
    ['the English Word', style('Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), '<w:pStyle w:val="Heading2"/>'],
    ['the Dutch Word', style('Kop2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), '<w:pStyle w:val="Kop2"/>'],
    ['a style that only the name tells', style('x', 'Kop 2'), '<w:pStyle w:val="x"/>'],
    ['a style made from a heading', `${style('Kop2', 'heading 2')}${style('Geen', 'Kop zonder nummer', '<w:basedOn w:val="Kop2"/>')}`, '<w:pStyle w:val="Geen"/>'],
    ['a style that the file does not define', '', '<w:pStyle w:val="Kop2"/>'],
    ['an outline level of the paragraph', '', '<w:outlineLvl w:val="1"/>'],
  ])('are found by %s', async (_, styles, properties) => {
    const body = p(r('Waar het over gaat'), properties) + p(r('Een zin.'));
    expect(await blocks({ body, styles })).toContain('heading 2: Waar het over gaat');
  });

  it('are not what a style calls running text, or a circle of styles', async () => {
    const styles = `${style('Kop1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}${style('Platte', 'Platte tekst', '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}${
      style('a', 'a', '<w:basedOn w:val="b"/>')}${style('b', 'b', '<w:basedOn w:val="a"/>')}`;
    const body = p(r('Zomaar een regel die geen kop is, want hij loopt gewoon door.'), '<w:pStyle w:val="Platte"/>') + p(r('En nog een.'), '<w:pStyle w:val="a"/>');
    expect(await blocks({ body, styles })).toEqual(['paragraph: Zomaar een regel die geen kop is, want hij loopt gewoon door.', 'paragraph: En nog een.']);
  });

  it('take a line that was broken by hand as one', async () => {
    expect(await blocks(p('<w:r><w:t>Een lange</w:t><w:br/><w:t>kop</w:t></w:r>', '<w:outlineLvl w:val="0"/>') + p(r('Een zin.')))).toContain('heading 1: Een lange kop');
  });
});

describe('a Word file: lists', () => {
  const level = (at: number, format: string, text: string) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (levels: string) => `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
  const item = (text: string, at = 0) => p(r(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);

  it('have levels, and no marks in the text', async () => {
    const body = p(r('Wat er speelt.')) + item('wonen') + item('huur', 1) + item('werk');
    expect(await blocks({ body, numbering: numbering(level(0, 'bullet', '•') + level(1, 'bullet', 'o')) }))
      .toEqual(['paragraph: Wat er speelt.', 'listItem 1: wonen', 'listItem 2: huur', 'listItem 1: werk']);
  });

  it('say that their numbers are left out', async () => {
    const reading = await read({ body: p(r('Drie punten.')) + item('een') + item('twee'), numbering: numbering(level(0, 'decimal', '%1.')) });
    expect(blocksOf(reading)).toEqual(['paragraph: Drie punten.', 'listItem 1: een', 'listItem 1: twee']);
    expect(reading.content.warnings.find(({ rule }) => rule === 'list-number')?.message).toContain(': 2');
  });

  it('keep numbers that say words, since these are text', async () => {
    const body = item('Wat vindt u ervan?') + item('Niet veel.', 1) + item('En nu?') + item('Ook niet.', 1);
    expect(await blocks({ body, numbering: numbering(level(0, 'decimal', 'Vraag %1') + level(1, 'upperRoman', 'Antwoord %1.%2')) }))
      .toEqual(['paragraph: Vraag 1 Wat vindt u ervan?', 'paragraph: Antwoord 1.I Niet veel.', 'paragraph: Vraag 2 En nu?', 'paragraph: Antwoord 2.I Ook niet.']);
  });

  it('take level and list from the style, and none where the paragraph says so', async () => {
    const styles = `${style('Opsom', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')}${style('Opsom2', 'List Bullet 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')}`;
    const body = p(r('zin vooraf.')) + p(r('wonen'), '<w:pStyle w:val="Opsom"/>') + p(r('huur'), '<w:pStyle w:val="Opsom2"/>')
      + p(r('geen punt'), '<w:pStyle w:val="Opsom"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await blocks({ body, styles, numbering: numbering(level(0, 'bullet', '•')) }))
      .toEqual(['paragraph: zin vooraf.', 'listItem 1: wonen', 'listItem 2: huur', 'paragraph: geen punt']);
  });
});

describe('a Word file: notes', () => {
  it('ties footnotes and endnotes to their marks, each numbered in its own way', async () => {
    const reading = await read({
      body: p(r('Het begon') + mark('footnote', 5) + r(' in mei') + mark('endnote', 1) + r(' en hield') + mark('footnote', 2) + r(' niet op.')),
      footnotes: note('footnote', 2, p(`<w:r><w:footnoteRef/></w:r>${r(' Tot nu toe.')}`)) + note('footnote', 5, p(r('Zegt men.')) + p(r('En vaker.'))) + '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:footnote>',
      endnotes: note('endnote', 1, p(r('Van dat jaar.'))),
    });
    expect(notesOf(reading)).toEqual(['1 «Het begon» Zegt men. En vaker.', 'i «begon in mei» Van dat jaar.', '2 «mei en hield» Tot nu toe.']);
    expect(blocksOf(reading)).toEqual(['paragraph: Het begon in mei en hield niet op.']);
  });

  it('takes the author\'s own sign, and the format that the file asks for', async () => {
    const reading = await read({
      body: p(r('Een') + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>` + r(' en twee') + mark('footnote', 2) + r('.')),
      footnotes: note('footnote', 1, p(r('Ster.'))) + note('footnote', 2, p(r('Letter.'))), settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>',
    });
    expect(notesOf(reading)).toEqual(['* «Een» Ster.', 'a «Een en twee» Letter.']);
  });

  it('leaves out notes whose marks were deleted, and keeps those that nothing marks', async () => {
    const reading = await read({
      body: p(r('Hier staat iets.') + `<w:del w:id="9">${mark('footnote', 1)}</w:del>`), footnotes: note('footnote', 1, p(r('Weg.'))) + note('footnote', 2, p(r('Los.'))),
    });
    expect(notesOf(reading).map((one) => one.slice(2))).toEqual(['«» Los.']);
  });
});

describe('a Word file: what was changed, hidden and remarked', () => {
  it('takes tracked changes as accepted, and says where', async () => {
    const reading = await read(p(r('Ik ben ') + `<w:ins w:id="1" w:author="A">${r('zeer ')}</w:ins><w:del w:id="2"><w:r><w:delText>niet </w:delText></w:r></w:del>` + r('tevreden.'))
      + p(r('Toen '), '<w:rPr><w:del w:id="3"/></w:rPr>') + p(r('ging ik weg.'))
      + p(`<w:moveFrom w:id="4">${r('Verplaatst.')}</w:moveFrom>`, '<w:rPr><w:del w:id="4"/></w:rPr>') + p(`<w:moveTo w:id="5">${r('Verplaatst.')}</w:moveTo>`));
    expect(blocksOf(reading)).toEqual(['paragraph: Ik ben zeer tevreden.', 'paragraph: Toen ging ik weg.', 'paragraph: Verplaatst.']);
    expect(warningsOf(reading).every((rule) => rule === 'tracked-change')).toBe(true);
    expect(reading.content.warnings[0]?.source).toEqual([0, 'Ik ben zeer tevreden.'.length]);
  });

  it('leaves a deleted row out', async () => {
    const row = (text: string, properties = '') => `<w:tr>${properties}<w:tc>${p(r(text))}</w:tc><w:tc>${p(r('b'))}</w:tc></w:tr>`;
    expect(await blocks(`<w:tbl>${row('blijft')}${row('weg', '<w:trPr><w:del w:id="1"/></w:trPr>')}</w:tbl>`)).toEqual(['paragraph: blijft\tb']);
  });

  it('leaves hidden text out, by the run or its styles, and says so', async () => {
    const styles = '<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const reading = await read({ body: p(r('Open') + r(' dicht', '<w:vanish/>') + r(' geheim', '<w:rStyle w:val="Geheim"/>') + r(' en bloot.', '<w:rStyle w:val="Geheim"/><w:vanish w:val="0"/>')), styles });
    expect(blocksOf(reading)).toEqual(['paragraph: Open en bloot.']);
    expect(reading.content.warnings).toMatchObject([{ rule: 'hidden-text', message: expect.stringContaining(': 2') as string }]);
  });

  it('reads comments with the stretch they are on, who wrote them and when', async () => {
    const comment = (id: number, text: string) => `<w:comment w:id="${id}" w:author="Ria" w:date="2024-05-06T07:08:00Z">${p(r(text))}${p(r('Tweede regel.'))}</w:comment>`;
    const reading = await read({
      body: p(r('Wij wachtten ') + '<w:commentRangeStart w:id="1"/>' + r('vier jaar') + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>' + r('.'))
        + '<w:commentRangeStart w:id="2"/>' + p(r('Eerste.')) + p(r('Tweede.')) + '<w:commentRangeEnd w:id="2"/>' + p(r('Los') + '<w:r><w:commentReference w:id="3"/></w:r>' + r('.')),
      comments: [comment(1, 'Klopt dit?'), comment(2, 'Samen.'), comment(3, 'Punt.'), comment(4, 'Kop.')].join(''),
    });
    expect(commentsOf(reading)).toEqual([
      'Ria: Klopt dit?\nTweede regel. «vier jaar»', 'Ria: Samen.\nTweede regel. «Eerste.|Tweede.»', 'Ria: Punt.\nTweede regel. «»', 'Ria: Kop.\nTweede regel. «»',
    ]);
    expect(reading.comments?.[0]?.at).toBe('2024-05-06T07:08:00.000Z');
    expect(warningsOf(reading)).toEqual(['comment-without-place']);
    expect(blocksOf(reading)).toEqual(['paragraph: Wij wachtten vier jaar.', 'paragraph: Eerste.', 'paragraph: Tweede.', 'paragraph: Los.']);
  });
});

describe('a Word file: letters', () => {
  it('reads tabs, hyphens, line breaks, symbols, emoji and formulas as what they show', async () => {
    expect(await blocks(p(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>`))).toEqual(['paragraph: a\tb']);
    expect(await blocks(p('<w:r><w:t>A4</w:t><w:noBreakHyphen/><w:t>papier af\u00ADge\u00ADbroken</w:t><w:softHyphen/><w:t>.</w:t></w:r>'))).toEqual(['paragraph: A4-papier afgebroken.']);
    expect(await blocks(p('<w:r><w:t>Naam: Bos</w:t><w:br/><w:t>Plaats: Ede</w:t><w:br/><w:t>en omstreken</w:t></w:r>'))).toEqual(['paragraph: Naam: Bos', 'paragraph: Plaats: Ede en omstreken']);
    expect(await blocks(p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> ja </w:t><w:sym w:font="Symbol" w:char="F0A3"/></w:r>'))).toEqual(['paragraph: ✓ ja ≤']);
    expect(await blocks(p('<w:r><w:t xml:space="preserve">Fijn </w:t><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>')))
      .toEqual(['paragraph: Fijn 😊']);
    expect(await blocks(p(`${r('Dus ')}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>`))).toEqual(['paragraph: Dus x=2']);
    const lost = await read(p('<w:r><w:t>Zie </w:t><w:sym w:font="Webdings" w:char="F021"/></w:r>'));
    expect([blocksOf(lost), warningsOf(lost)]).toEqual([['paragraph: Zie \uFFFD'], ['lost-symbol']]);
  });

  it('reads of fields only what came of them, and a field that is not closed swallows nothing', async () => {
    const field = (code: string, result: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await blocks(p(r('Zie ') + field('HYPERLINK "javascript:alert(1)"', r('de site')) + r(' op blz. ') + field('PAGEREF x', field('IF', r('3'))) + r('.')))).toEqual(['paragraph: Zie de site op blz. 3.']);
    expect(await blocks(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('code')}`) + p(r('Gewone tekst.')))).toEqual(['paragraph: Gewone tekst.']);
  });

  it('keeps the words of links and nothing of where they lead', async () => {
    const reading = await read(p(`${r('Lees ')}<w:hyperlink r:id="r9">${r('meer')}</w:hyperlink>${r('.')}`));
    expect(reading.source).toBe('Lees meer.');
  });

  it('leaves out a table of contents, by its field or its styles, and prompts of forms that nobody filled in', async () => {
    const styles = style('Inhopg1', 'toc 1') + style('Kopinh', 'TOC Heading');
    const toc = p(r('Inhoud'), '<w:pStyle w:val="Kopinh"/>') + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r('Opening 1'), '<w:pStyle w:val="Inhopg1"/>')
      + p(`${r('Bijdrage van de buurt 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`);
    const form = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(r('Klik om tekst in te voeren.'))}</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>${p(r('Ingevuld.'))}</w:sdtContent></w:sdt>`;
    const reading = await read({ body: toc + form, styles });
    expect(blocksOf(reading)).toEqual(['paragraph: Ingevuld.']);
    expect(reading.content.warnings).toMatchObject([{ rule: 'contents-left-out', message: expect.stringContaining(': 3') as string }]);
  });
});

describe('a Word file: tables and boxes', () => {
  const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => p(r(text))).join('')}</w:tc>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

  it('reads rows in order, a row a line where it fits on one, and says so', async () => {
    const reading = await read(p(r('Vooraf.')) + table(cell('Jaar') + cell('Aantal'), cell('2020') + cell('', '12')) + p(r('Achteraf.')));
    expect(blocksOf(reading)).toEqual(['paragraph: Vooraf.', 'paragraph: Jaar\tAantal', 'paragraph: 2020\t12', 'paragraph: Achteraf.']);
    expect(reading.content.warnings).toMatchObject([{ rule: 'table', source: [8, 19] }]);
  });

  it('reads cells of several paragraphs one after the other, tables in tables, and a table of one column as text', async () => {
    expect(await blocks(table(cell('Links.', 'Nog links.') + cell('Rechts.')))).toEqual(['paragraph: Links.', 'paragraph: Nog links.', 'paragraph: Rechts.']);
    expect(await blocks(table(`<w:tc>${table(cell('a') + cell('b'))}${p(r('c'))}</w:tc>${cell('d')}`))).toEqual(['paragraph: a\tb', 'paragraph: c', 'paragraph: d']);
    expect(warningsOf(await read(table(cell('Alleen een kader.'))))).toEqual([]);
  });

  it('recognises turns in a table of names and what they said', async () => {
    const rows = ['Voorzitter:|Wie wil er iets over zeggen?', 'Mevrouw Ooms:|Ik, want dat is al jaren zo.', 'Voorzitter:|Wat zou u doen?', 'Mevrouw Ooms:|Verbreden, en wel dit jaar nog.'];
    const { content, speakers } = await readingOf(wordXml({ body: table(...rows.map((row) => row.split('|').map((text) => cell(text)).join(''))) }), 'a.docx');
    expect(content.turns.map(({ speaker }) => speakers.find(({ id }) => id === speaker)?.name)).toEqual(['Voorzitter', 'Mevrouw Ooms', 'Voorzitter', 'Mevrouw Ooms']);
  });

  it('reads text boxes once, after the paragraph they stand in, and says that pictures have no text', async () => {
    const box = `<w:txbxContent>${p(r('In het kader.'))}</w:txbxContent>`;
    const reading = await read(p(r('Voor ') + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + r('na.'))
      + p('<w:r><w:drawing><pic:pic/></w:drawing></w:r>'));
    expect(blocksOf(reading)).toEqual(['paragraph: Voor na.', 'paragraph: In het kader.']);
    expect(warningsOf(reading).toSorted()).toEqual(['picture', 'text-box']);
  });
});

describe('a Word file: pages', () => {
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';

  it('start where Word last set them, in a sentence too, and a forced one counts once', async () => {
    const reading = await read(p(r('Een zin die ') + rendered + r('doorloopt op de tweede.')) + p('<w:r><w:br w:type="page"/></w:r>') + p(`<w:r><w:lastRenderedPageBreak/><w:t>Derde bladzijde.</w:t></w:r>`) + p(r('Vierde.'), '<w:pageBreakBefore/>'));
    expect(pagesOf(reading)).toEqual(['1 Een zin', '2 doorloopt op', '3 Derde bladzijde.', '4 Vierde.']);
    expect(blocksOf(reading)[0]).toBe('paragraph: Een zin die doorloopt op de tweede.');
  });

  it('start at the next word where a word is broken, and after a heading that is', async () => {
    expect(pagesOf(await read(p(r('WIA-') + rendered + r('uitkering is er niet.'))))).toEqual(['1 WIA-uitkering is', '2 is er']);
    expect(pagesOf(await read(p(r('Kop over ') + rendered + r('twee bladzijden'), '<w:outlineLvl w:val="0"/>') + p(r('De zin.'))))).toEqual(['1 Kop over', '2 De zin.']);
  });

  it('start once where a row of a table runs over a page\'s end', async () => {
    const cell = (a: string, b: string) => `<w:tc>${p(r(a) + rendered + r(b))}</w:tc>`;
    expect(pagesOf(await read(`<w:tbl><w:tr>${cell('een ', 'twee')}${cell('drie ', 'vier')}</w:tr></w:tbl>${p(r('Na.'))}`))).toHaveLength(2);
  });

  it('are not told by forced breaks alone, and a long text says so', async () => {
    const long = p(r('Dit is een zin van gewone lengte. '.repeat(200)));
    const reading = await read(long + p('<w:r><w:br w:type="page"/></w:r>') + p(r('Elders.')));
    expect([reading.content.pages, warningsOf(reading)]).toEqual([[], ['pages-unknown']]);
  });
});

describe('a Word file: its parts', () => {
  it('is read whatever its parts are called, in the namespaces of the strict form, without styles', async () => {
    const strict = wordXml({ body: p(r('Streng.')) });
    expect(blocksOf(await readingOf(strict, 'zonder-extensie'))).toEqual(['paragraph: Streng.']);
    const xml = '<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Elders.</x:t></x:r></x:p></x:body></x:document>';
    const elsewhere = wordXml({ body: '', more: {
      'word/hoofd.xml': xml,
      '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/hoofd.xml"/></Relationships>',
    } });
    expect(blocksOf(await readingOf(elsewhere, 'a.docx'))).toEqual(['paragraph: Elders.']);
  });

  it('is refused without text, with a lock, or where its main text is missing', async () => {
    expect(await refusalOf(wordXml({ body: p('') }), 'a.docx')).toBe('empty-file');
    const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from('xxEncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(await refusalOf(locked, 'a.docx')).toBe('document-locked');
    expect(await refusalOf(zipOf({ 'word/styles.xml': '<a/>' }), 'a.docx')).toBe('document-damaged');
  });
});
