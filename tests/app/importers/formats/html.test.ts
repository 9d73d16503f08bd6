import { describe, expect, it } from 'vitest';
import { html } from '../../../../app/importers/html.ts';
import { blocksOf, notesOf, readingOf, refusalOf, warningsOf } from './reading.ts';

const page = (body: string, head = '') => `<!DOCTYPE html><html><head><title>Niet hier</title>${head}</head><body>${body}</body></html>`;
const read = (body: string, head = '') => readingOf(page(body, head), 'a.html', 'plain');
/** Behind a first line that is no title. */
const blocks = async (body: string) => blocksOf(await read(`<p>Vooraf.</p>${body}`)).slice(1);

describe('a web page', () => {
  it('gives headings, paragraphs, lists, quotations and definitions as blocks', async () => {
    expect(await blocks('<h2>Kop</h2><p>Een zin.<blockquote>Een citaat.</blockquote><ul><li>wonen<ul><li><p>huur</p></ul><li>werk</ul><dl><dt>WIA<dd>Een wet.</dl><div>Los.</div>'))
      .toEqual(['heading 2: Kop', 'paragraph: Een zin.', 'paragraph: Een citaat.', 'listItem 1: wonen', 'listItem 2: huur', 'listItem 1: werk', 'paragraph: WIA', 'paragraph: Een wet.', 'paragraph: Los.']);
  });

  it('collapses white space as a browser does, and keeps it where it counts', async () => {
    expect(await blocks('<p>\n  Een\t <b>dikke </b> <i>\nzin</i>,&nbsp;&eacute;&#233;n&shy;malig &amp; <q>waar</q>. </p>')).toEqual(['paragraph: Een dikke zin,\u00A0éénmalig & “waar”.']);
    expect(await blocks('<p>Naam: Bos<br>Plaats: Ede<br/>\n en omstreken</p>')).toEqual(['paragraph: Naam: Bos', 'paragraph: Plaats: Ede en omstreken']);
    expect((await read('<pre>Jan:  ja\nPiet: nee</pre>')).source).toBe('Jan:  ja\nPiet: nee');
  });

  it('leaves out what is no text of the document, and says what it leaves out of what is', async () => {
    const reading = await read('<nav>Menu</nav><script>x()</script><style>p{}</style><template><p>Sjabloon</p></template><button>Knop</button><p>Vooraf.</p><p hidden>Geheim.</p><p style="color:red; display : none">Ook.</p>'
      + '<div title="header"><p>Kopregel</p></div><div id="Table of Contents1"><p>Opening 1</p><p>Slot 2</p></div><p>Na <del>weg</del><ins>erbij</ins>.</p><img src="x"><table><tr><td>Jaar<td>Aantal</table>');
    expect(blocksOf(reading)).toEqual(['paragraph: Vooraf.', 'paragraph: Na erbij.', 'paragraph: Jaar\tAantal']);
    expect([...new Set(warningsOf(reading))].toSorted()).toEqual(['contents-left-out', 'hidden-text', 'picture', 'site-left-out', 'table', 'tracked-change']);
  });

  it.each<[string, number]>([
    ['<button>dit woord</button>', 1], ['<nav><a href="/">Naar huis</a></nav>', 1], ['<textarea>Wat ik wilde zeggen.</textarea>', 1], ['<noscript><p>Zet het aan.</p></noscript>', 1],
    ['<select><option>Ede</option></select><button><b>Ja</b></button>', 2],
    ['<button> </button><nav>|</nav><noscript><style>p{}</style><img src="x"></noscript><script>x()</script><style>p{}</style><template>x</template>', 0], ['<ruby>字<rt>zi</rt></ruby>', 0],
  ])('says where words of the page itself are left out: %s', async (body, times) => {
    const { content } = await read(`<p>Een zin.</p>${body}<p>Nog een.</p>`);
    expect(content.warnings.filter(({ rule }) => rule === 'site-left-out').map(({ values }) => values?.['count'])).toEqual(times === 0 ? [] : [times]);
    expect(content.blocks.map(({ text }) => text)).toEqual(expect.arrayContaining(['Een zin.', 'Nog een.']));
  });

  it('gives what is shown as a block its own lines, and what is not shown so none', async () => {
    for (const display of ['block', 'flex', 'grid', 'list-item', 'table', 'BLOCK !important']) {
      expect(await blocks(`<span style="color:red; display : ${display}">Jan wachtte</span><span style="display:${display}">Piet <b>ook</b></span>`)).toEqual(['paragraph: Jan wachtte', 'paragraph: Piet ook']);
    }
    expect(await blocks('<h2><span style="display:block">Deel 1</span><span style="display:block">Wachten</span></h2><ins style="display:block">Jan.</ins><ins style="display:block">Piet.</ins>')).toEqual(['heading 2: Deel 1 Wachten', 'paragraph: Jan.', 'paragraph: Piet.']);
    expect(await blocks('<span style="display:inline-block">Jan</span><span style="display:inline">netje</span><br style="display:block">wachtte')).toEqual(['paragraph: Jannetje wachtte']);
  });

  it('that was saved from the web gives its article, without what the site has around it, and says so', async () => {
    const site = '<header class="site"><a href="/">Dorpsblad</a><p>Al honderd jaar het nieuws</p></header><nav><ul><li>Nieuws</li><li>Sport</li></ul></nav><div role="navigation">Kruimelpad</div>'
      + '<div id="cookie-banner" class="overlay"><p>Wij gebruiken cookies.</p><button>Akkoord</button></div><div role="dialog"><p>Meld u aan.</p></div>';
    const foot = '<aside><h2>Lees ook</h2><p>Kerk dicht.</p></aside><footer><p>© Dorpsblad</p></footer><script>volg()</script>';
    const reading = await read(`${site}<main><article><header><h1>De brug is open</h1></header><p>Vanaf vandaag. <a href="javascript:volg()">Deel dit</a></p><footer>Van onze redactie</footer></article></main>${foot}`);
    expect(blocksOf(reading)).toEqual(['heading 1: De brug is open', 'paragraph: Vanaf vandaag. Deel dit', 'paragraph: Van onze redactie']);
    expect(warningsOf(reading)).toEqual(['site-left-out']);
    expect(reading.source).not.toContain('javascript');
  });

  it('keeps headers, footers and asides where nothing says what is around the text', async () => {
    expect(await blocks('<header><p>Kop.</p></header><p>Tekst.</p><aside><p>Terzijde.</p></aside><section id="consent"><p>Akkoord.</p></section><footer><p>Voet.</p></footer>'))
      .toEqual(['paragraph: Kop.', 'paragraph: Tekst.', 'paragraph: Terzijde.', 'paragraph: Akkoord.', 'paragraph: Voet.']);
  });

  it('keeps what only says that it has a notice about cookies, or holds the page', async () => {
    const main = '<main><p>Tekst.</p></main>';
    for (const body of [`<div class="cookie-banner">${main}</div>`, '<div class="page has-cookie-banner"><p>Tekst.</p></div>', `<div class="cookiewall">${'<p>Tekst.</p>'.repeat(600)}</div>`]) {
      expect((await blocks(body))[0]).toBe('paragraph: Tekst.');
    }
    expect(blocksOf(await readingOf('<!DOCTYPE html><html class="cookies"><body class="cookie-notice"><p>Tekst.</p></body></html>', 'a.html', 'plain'))).toEqual(['paragraph: Tekst.']);
  });

  it('keeps the words of links, whatever they lead to', async () => {
    expect((await read('<p>Lees <a href="javascript:alert(1)" onclick="x()">meer</a> <a href="https://voorbeeld.example/pad">hier</a>.</p>')).source).toBe('Lees meer hier.');
  });

  it('is read in the encoding that it has or says it has', async () => {
    const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
    const text = (declared: string) => `<html><meta charset="${declared}"><p>Eén café.</p></html>`;
    for (const file of [bytes(text('utf-8'), 'utf8'), bytes(text('windows-1252'), 'latin1'), bytes(`\uFEFF${text('iso-8859-1')}`, 'utf8'), bytes(`\uFEFF${text('utf-8')}`, 'utf16le'), bytes(text('onbekend'), 'utf8')]) {
      expect((await readingOf(file, 'a.htm')).source).toBe('Eén café.');
    }
    expect((await readingOf(bytes('<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>\u00B3</p>', 'latin1'), 'a.html')).source).toBe('ł');
    expect((await readingOf(bytes('<?xml version="1.0" encoding="koi8-r"?><html><p>\u00C1</p></html>', 'latin1'), 'a.html')).source).toBe('а');
  });
});

describe('notes of a web page', () => {
  it.each<[string, string]>([
    ['LibreOffice', '<p>Het begon<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> in mei.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Zegt men.</p><p>En vaker.</p></div>'],
    ['Word', '<p>Het begon<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> in mei.</p><div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Zegt men.</p><p>En vaker.</p></div></div>'],
    ['pandoc', '<p>Het begon<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> in mei.</p><section class="footnotes"><hr/><ol><li id="fn1"><p>Zegt men.</p><p>En vaker.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>'],
    ['Wikipedia', '<p>Het begon<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> in mei.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <p>Zegt men.</p><p>En vaker.</p></li></ol>'],
    ['a writer by hand', '<p>Het begon<sup>[<a id="r1" href="#n1">1</a>]</sup> in mei.</p><p id="n1"><sup>1</sup> Zegt men. En vaker. <a href="#r1">terug</a></p>'],
  ])('are found as %s makes them', async (_, body) => {
    const reading = await read(body);
    expect(notesOf(reading)).toEqual(['1 «Het begon» Zegt men. En vaker.']);
    expect(blocksOf(reading)).toEqual(['paragraph: Het begon in mei.']);
  });

  it('are one note where two marks lead to it', async () => {
    expect(notesOf(await read('<p>Een<a id="a" href="#fn1">1</a> en twee<a id="b" href="#fn1">1</a>.</p><p id="fn1">Samen.</p>'))).toEqual(['1 «Een» Samen.', '1 «Een en twee» Samen.']);
  });

  it('are not links of another kind: to a heading, with words, one way, or to what holds the link', async () => {
    const reading = await read('<p>Zie <a href="#k">1</a>, <a href="#d" id="x">verder</a> en <a href="#los">2</a>.</p><h2 id="k">Kop</h2><p id="d">Deel. <a href="#x">op</a></p><p id="los">Los.</p><div id="hier">In <a href="#hier">3</a>.</div>');
    expect([notesOf(reading), blocksOf(reading)]).toEqual([[], ['paragraph: Zie 1, verder en 2.', 'heading 2: Kop', 'paragraph: Deel. op', 'paragraph: Los.', 'paragraph: In 3.']]);
  });
});

describe('a page made to do harm', () => {
  it('is known by its head however many comments stand there, and another file is not taken for it', () => {
    const sniffed = (text: string, name = 'a.txt') => html.sniff(new TextEncoder().encode(text), name);
    const comments = '<!---->'.repeat(500);
    expect(sniffed(`${comments}<!-- <html> -->\n<!DOCTYPE html><p>Dag`)).toBe(0.8);
    expect([sniffed(`${comments}<p>Dag`), sniffed(`${comments}<p>Dag`, 'a.html')]).toEqual([0, 0.6]);
  });

  it('is read where its head is full of tags that end nowhere', async () => {
    expect((await readingOf(`<html>${'<meta '.repeat(220)}charset=${' '.repeat(2700)}<p>Dag`, 'a.html')).source).toBe('Dag');
  }, 3000);

  it('is refused where its elements stand too deep or open each other anew', async () => {
    expect(await refusalOf(`<html>${'<div>'.repeat(5000)}x`, 'a.html')).toBe('document-refused');
    expect(await refusalOf(`<html><p>${Array.from({ length: 300 }, (_, at) => `<b id="${at}">`).join('')}${'<p>x'.repeat(20_000)}`, 'a.html')).toBe('document-refused');
  });

  it('is refused where it holds no text', async () => {
    expect(await refusalOf('<html><script>x()</script></html>', 'a.html')).toBe('empty-file');
  });
});
