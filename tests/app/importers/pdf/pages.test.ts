import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../../app/document/content-problems.ts';
import { importDocument } from '../../../../app/importers/import-document.ts';
import type { RawDocument } from '../../../../app/importers/importer.ts';
import { pdf } from '../../../../app/importers/pdf.ts';
import { at, handMade, shown, type HandMadePage } from '../../../fixtures/pdf/hand-made.ts';

const now = '2026-01-02T03:04:05.000Z';

async function read(pages: readonly HandMadePage[]): Promise<RawDocument> {
  const result = await pdf.read(handMade(pages), { fileName: 'a.pdf' });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const texts = ({ lines }: RawDocument) => lines.flatMap(({ text }) => (text === '' ? [] : [text]));
const page = (...draw: string[]): HandMadePage => ({ draw: draw.join('\n') });

describe('the letters of a page', () => {
  it.each<[string, string, string[]]>([
    ['have a space where they stand apart, though the file has none', `BT /F1 11 Tf 72 700 Td [${shown('twee')} -300 ${shown('woorden')}] TJ ET`, ['twee woorden']],
    ['have none where they are only kerned', `BT /F1 11 Tf 72 700 Td [${shown('kor')} -60 ${shown('t w')} 40 ${shown('eg')}] TJ ET`, ['kort weg']],
    ['are a word where each stands apart', 'BT /F1 11 Tf 4 Tc 72 700 Td (VERSLAG) Tj ET', ['VERSLAG']],
    ['are words where each stands apart, and words further', `BT /F1 11 Tf 72 700 Td (H E T   V E R S L A G) Tj ET`, ['HET VERSLAG']],
    ['are read once where they are set twice to look bold', [at(72, 700, 'Besluit'), at(72.4, 700, 'Besluit')].join('\n'), ['Besluit']],
    ['join in a line across types and small steps', [at(72, 700, 'Voorzitter:', { font: 'F2' }), at(136, 700.3, 'dank u wel.')].join('\n'), ['Voorzitter: dank u wel.']],
    ['that lie beside the page are left out', [at(72, 700, 'op de pagina'), at(-400, 700, 'ernaast')].join('\n'), ['op de pagina']],
    ['that are not seen are left out where others are', [at(72, 700, 'wat te zien is'), at(72, 660, 'verborgen', { more: '3 Tr' })].join('\n'), ['wat te zien is']],
    ['that are not seen are read where a picture shows them', at(72, 660, 'herkend door een scanner', { more: '3 Tr' }), ['herkend door een scanner']],
  ])('%s', async (_what, draw, wanted) => {
    expect(texts(await read([{ draw }]))).toEqual(wanted);
  });

  it('lose ligatures, which are listed', async () => {
    const raw = await read([{ draw: `BT /F3 11 Tf 72 700 Td (\u0001lmpje) Tj ET` }]);
    expect(texts(raw)).toEqual(['filmpje']);
    expect(raw.source).toBe('ﬁlmpje\n');
    expect(raw.changes).toEqual([{ rule: 'ligature', source: [0, 1], before: 'ﬁ', after: 'fi' }]);
  });

  it('are upright on a page that is turned, and on one whose text is', async () => {
    const turned = 'BT /F1 11 Tf 0 1 -1 0 300 100 Tm (regel een) Tj ET BT /F1 11 Tf 0 1 -1 0 320 100 Tm (regel twee) Tj ET';
    expect(texts(await read([{ draw: turned }]))).toEqual(['regel een', 'regel twee']);
    expect(texts(await read([{ draw: turned, rotate: 90 }]))).toEqual(['regel een', 'regel twee']);
  });

  it('that stand sideways beside upright text come behind it, and it is said', async () => {
    const raw = await read([page(at(72, 700, 'Een gewone alinea op de pagina.'), 'BT /F1 8 Tf 0 1 -1 0 30 300 Tm (ontwerp 3) Tj ET', at(72, 686, 'Nog een regel.'))]);
    expect(texts(raw)).toEqual(['Een gewone alinea op de pagina.', 'Nog een regel.', 'ontwerp 3']);
    expect(raw.warnings.map(({ rule }) => rule)).toEqual(['turned-text']);
  });

  it('as large as two lines open the first of them', async () => {
    const raw = await read([page(at(72, 688, 'D', { size: 34 }), at(98, 701, 'e haven lag er die ochtend stil bij, en'), at(98, 688, 'niemand wist waarom de boot niet kwam.'), at(72, 675, 'Pas later bleek dat de motor stuk was.'))]);
    expect(texts(raw)).toEqual(['De haven lag er die ochtend stil bij, en', 'niemand wist waarom de boot niet kwam.', 'Pas later bleek dat de motor stuk was.']);
  });
});

const sentences = [
  'De haven is dit jaar drie keer uitgebaggerd, en', 'toch lopen de schepen er nog altijd vast. Dat', 'komt doordat het slib van de rivier blijft komen', 'en niemand weet waar het heen moet. De raad wil',
  'daarom een dam, maar de vissers willen die niet', 'omdat de vis dan niet meer naar binnen komt. Een', 'sluis zou beide helpen, en kost het dubbele. Wie', 'dat betaalt is de vraag van dit jaar geworden.',
];

describe('the order of reading', () => {
  const column = (x: number, from: number) => sentences.map((text, line) => at(x, from - 13 * line, text, { size: 9 }));

  it('is down the left column and then the right one, under what spans both', async () => {
    const capitals = sentences.map((text) => text.toUpperCase());
    const right = capitals.map((text, line) => at(330, 720 - 13 * line, text, { size: 7 }));
    expect(texts(await read([page(at(72, 760, 'Een kop over beide kolommen van dit nummer', { size: 18 }), ...column(72, 720), ...right)])))
      .toEqual(['Een kop over beide kolommen van dit nummer', ...sentences, ...capitals]);
  });

  it('follows rows that are drawn in any order', async () => {
    const drawn = column(72, 720);
    expect(texts(await read([page(...drawn.toReversed())]))).toEqual(sentences);
  });

  it('puts a box beside the text behind a paragraph of it', async () => {
    const wide = sentences.map((text, line) => at(72, 720 - 13 * line, `${text} en zo gaat het maar door`, { size: 9 }));
    const box = ['Lees ook het', 'stuk over het', 'slib, op de', 'pagina hierna.'].map((text, line) => at(430, 700 - 11 * line, text, { size: 8 }));
    expect(texts(await read([page(...wide, ...box)])).slice(-4)).toEqual(['Lees ook het', 'stuk over het', 'slib, op de', 'pagina hierna.']);
  });

  it('goes through a table row by row, and says so', async () => {
    const rows = [['Naam', 'Plaats'], ['Ooms', 'Zwolle'], ['De Wit', 'Urk'], ['Kok', 'Kampen']].flatMap(([left = '', right = ''], line) => [at(72, 700 - 15 * line, left), at(240, 700 - 15 * line, right)]);
    const raw = await read([page(at(72, 740, 'Wie er woont, staat hieronder in een tabel.'), ...rows)]);
    expect(texts(raw).slice(1)).toEqual(['Naam\tPlaats', 'Ooms\tZwolle', 'De Wit\tUrk', 'Kok\tKampen']);
    expect(raw.warnings).toMatchObject([{ rule: 'table-on-page' }]);
  });

  it('reads the cells of a table with lines one by one', async () => {
    const cells = [0, 1, 2].flatMap((row) => [at(72, 700 - 60 * row, `Vraag ${row + 1} gaat over`), at(72, 687 - 60 * row, 'het slib in de haven.'), at(300, 700 - 60 * row, `Antwoord ${row + 1} is dat`), at(300, 687 - 60 * row, 'niemand het weet.')]);
    const rules = [715, 655, 595, 535].map((y) => `60 ${y} m 500 ${y} l S`);
    expect(texts(await read([page(...cells, ...rules)])).slice(0, 4)).toEqual(['Vraag 1 gaat over', 'het slib in de haven.', 'Antwoord 1 is dat', 'niemand het weet.']);
  });

  it('gives names in the margin a line of their own', async () => {
    const talk = sentences.flatMap((text, line) => [...(line % 4 === 0 ? [at(72, 720 - 13 * line, line === 0 ? 'De voorzitter' : 'Mevrouw Ooms', { font: 'F2', size: 9 })] : []), at(180, 720 - 13 * line, text, { size: 9 })]);
    expect(texts(await read([page(...talk)])).filter((_, index) => index === 0 || index === 5)).toEqual(['De voorzitter', 'Mevrouw Ooms']);
  });
});

describe('running headers, footers and numbers', () => {
  const body = (number: number) => sentences.map((text, line) => at(72, 700 - 13 * line, `${text} ${number * 17 + line}`));
  const furniture = ({ lines }: RawDocument) => lines.filter((line) => line.furniture).map(({ text }) => text);

  it('are told by coming back in their place, left and right pages apart', async () => {
    const raw = await read([1, 2, 3, 4, 5, 6].map((number) => page(at(number % 2 === 0 ? 72 : 380, 790, number % 2 === 0 ? 'Gemeente Waterdam' : 'Verslag hoorzitting'), ...body(number), at(300, 40, String(number)))));
    expect(furniture(raw)).toEqual(['Verslag hoorzitting', '1', 'Gemeente Waterdam', '2', 'Verslag hoorzitting', '3', 'Gemeente Waterdam', '4', 'Verslag hoorzitting', '5', 'Gemeente Waterdam', '6']);
    expect(raw.lines.filter(({ newPage }) => newPage)).toHaveLength(6);
  });

  it('may change with the chapters, and count in Roman numbers', async () => {
    const chapters = ['Inleiding', 'Inleiding', 'Het slib', 'Het slib', 'De sluis', 'De sluis', 'Besluit'];
    const raw = await read(chapters.map((chapter, index) => page(at(72, 790, chapter, { size: 9 }), ...body(index), at(300, 40, ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][index] ?? ''))));
    expect(furniture(raw)).toEqual(chapters.flatMap((chapter, index) => [chapter, ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][index]]));
  });

  it('are one line where a title and a number stand at either side', async () => {
    const raw = await read([1, 2, 3].map((number) => page(...body(number), at(72, 40, 'Raad van Waterdam'), at(460, 40, `Pagina ${number} van 3`))));
    expect(furniture(raw)).toEqual(['Raad van Waterdam\tPagina 1 van 3', 'Raad van Waterdam\tPagina 2 van 3', 'Raad van Waterdam\tPagina 3 van 3']);
  });

  it('are no labels, no lines that stand once, and no text that happens to come back', async () => {
    const raw = await read([1, 2, 3, 4].map((number) => page(at(72, 713, 'Commissie:'), ...body(number), ...(number === 2 ? [at(72, 60, 'Vertrouwelijk tot 3 mei')] : []))));
    expect(furniture(raw)).toEqual([]);
  });

  it('are words that lie across every page', async () => {
    const raw = await read([1, 2, 3].map((number) => page(...body(number), 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (CONCEPT) Tj ET')));
    expect(furniture(raw)).toEqual(['CONCEPT', 'CONCEPT', 'CONCEPT']);
    expect(raw.warnings).toEqual([]);
  });
});

describe('notes at the foot of a page', () => {
  const small = (y: number, number: string, text: string) => [at(72, y + 3, number, { size: 5 }), at(77, y, text, { size: 8 })];
  const marked = (y: number, before: string, mark: string, after: string) => `BT /F1 11 Tf 72 ${y} Td ${shown(before)} Tj /F1 6.5 Tf 4 Ts ${shown(mark)} Tj 0 Ts /F1 11 Tf ${shown(after)} Tj ET`;

  it('are tied to their marks, which may start anew on each page', async () => {
    const raw = await read([1, 2].map((number) => page(
      ...sentences.slice(4 * number - 4, 4 * number).map((text, line) => at(72, 700 - 13 * line, text)),
      marked(640 - 30 * number, 'Het slib', '1', ' komt uit de rivier.'), '72 110 m 200 110 l S', ...small(95, '1', `Zie het rapport van jaar ${number}.`),
    )));
    expect(raw.notes?.map(({ label, lines }) => [label, lines.map(({ text }) => text)])).toEqual([['1', ['Zie het rapport van jaar 1.']], ['1', ['Zie het rapport van jaar 2.']]]);
    const marks = raw.lines.filter((line) => line.marks).map(({ text, marks: own }) => [text, own?.map(({ at: place, note }) => [place, note])]);
    expect(marks).toEqual(raw.notes?.map(({ id }) => ['Het slib komt uit de rivier.', [[8, id]]]));
    expect(raw.lines.some(({ text }) => text.includes('rapport'))).toBe(false);
  });

  it('run on over the page', async () => {
    const raw = await read([
      page(marked(700, 'Het slib', '2', ' komt uit de rivier en'), ...sentences.map((text, line) => at(72, 687 - 13 * line, text)), ...small(80, '2', 'Dat staat in het rapport van de'), at(72, 70, 'provincie, op een bladzijde die', { size: 8 })),
      page(...sentences.map((text, line) => at(72, 700 - 13 * line, text.toLowerCase())), at(72, 80, 'niemand ooit gelezen heeft.', { size: 8 })),
    ]);
    expect(raw.notes?.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['Dat staat in het rapport van de', 'provincie, op een bladzijde die', 'niemand ooit gelezen heeft.']]);
  });

  it('are none where a raised number is a power, or small type is a list', async () => {
    const raw = await read([page(marked(700, 'Een vloer van 12 m', '2', ' is groot genoeg.'), ...sentences.map((text, line) => at(72, 687 - 13 * line, text)), at(72, 90, '1 kast', { size: 8 }), at(72, 80, '2 tafels', { size: 8 }))]);
    expect(raw.notes).toBeUndefined();
    expect(texts(raw)).toContain('Een vloer van 12 m2 is groot genoeg.');
  });
});

describe('lines and paragraphs', () => {
  it('end a paragraph where the next word would have fitted, and not at a full line or a page', async () => {
    const raw = await read([page(...sentences.map((text, line) => at(72, 700 - 13 * line, text))), page(at(72, 700, 'En toen kwam de winter.'), at(72, 687, 'Alles vroor dicht.'))]);
    expect(raw.lines.map(({ endsParagraph }) => endsParagraph)).toEqual([false, false, false, false, false, false, false, true, true, true]);
  });

  it('know lists by marks that hang, at every level', async () => {
    const raw = await read([page(at(72, 730, 'De raad wil drie dingen van het college:'), at(80, 714, '•'), at(95, 714, 'een dam die de haven beschermt tegen het'), at(95, 701, 'slib van de rivier;'), at(95, 688, '–'), at(110, 688, 'en wel voor de zomer;'), at(80, 675, '•'), at(95, 675, 'geld.'), at(72, 650, '– Dat zei zij niet.'))]);
    expect(raw.lines.filter(({ text }) => text !== '').map(({ text, item }) => [text, item ?? null])).toEqual([
      ['De raad wil drie dingen van het college:', null], ['een dam die de haven beschermt tegen het', 1], ['slib van de rivier;', null], ['en wel voor de zomer;', 2], ['geld.', 1], ['– Dat zei zij niet.', null],
    ]);
  });

  it('are headings where their type is clearly larger, and not where it is only bold', async () => {
    const raw = await read([page(at(72, 760, 'Titel', { size: 20 }), at(72, 730, 'Deel', { size: 14 }), at(72, 713, 'Voorzitter:', { font: 'F2' }), ...sentences.map((text, line) => at(72, 700 - 13 * line, text)))]);
    expect(raw.lines.filter(({ text }) => text !== '').slice(0, 3).map(({ text, heading, type }) => [text, heading ?? null, type?.bold])).toEqual([['Titel', 1, false], ['Deel', 2, false], ['Voorzitter:', null, true]]);
  });
});

describe('files that can not be read in full', () => {
  it('are refused where a password is needed, and where no page holds letters', async () => {
    expect(await importDocument(handMade([page(at(72, 700, 'geheim'))], { encrypt: true }), { fileName: 'a.pdf', now })).toMatchObject({ ok: false, problem: { code: 'pdf-password' } });
    expect(await importDocument(handMade([page('q 595 0 0 842 0 0 cm Q')]), { fileName: 'a.pdf', now })).toMatchObject({ ok: false, problem: { code: 'no-text-layer' } });
    expect(await importDocument(handMade([page('')]), { fileName: 'a.pdf', now })).toMatchObject({ ok: false, problem: { code: 'empty-file' } });
  });

  it('say which pages are pictures, and count empty pages', async () => {
    const raw = await read([page(at(72, 700, 'een')), page('q 595 0 0 842 0 0 cm Q'), page(''), page(at(72, 700, 'vier'))]);
    expect(raw.warnings).toMatchObject([{ rule: 'no-text-on-page', values: { pages: '2' } }]);
    const result = await importDocument(handMade([page(at(72, 700, 'een')), page('q 595 0 0 842 0 0 cm Q'), page(''), page(at(72, 700, 'vier'))]), { fileName: 'a.pdf', now });
    expect(result.ok && result.value.content.pages.map(({ page: number }) => number)).toEqual([1, 4]);
  });

  it('keep no script of a link', async () => {
    const annotation = '<< /Type /Annot /Subtype /Link /Rect [72 690 200 710] /A << /S /URI /URI (javascript:alert) >> >>';
    const result = await importDocument(handMade([page(at(72, 700, 'Klik hier.'))], { annotation }), { fileName: 'a.pdf', now });
    expect(JSON.stringify(result)).not.toContain('javascript');
    expect(result.ok && contentProblems(result.value.content, result.value.source)).toEqual([]);
  });
});
