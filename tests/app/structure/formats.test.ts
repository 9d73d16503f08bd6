import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import { lineOf } from '../../../app/structure/lines.ts';
import { numbersOnPages } from '../../../app/structure/page-numbers.ts';
import { joinPieces, slicePiece } from '../../../app/structure/pieces.ts';
import type { Understood } from '../../../app/structure/recognise.ts';
import { rawDocument, understood } from './raw-lines.ts';

const blocks = ({ content }: Understood) => content.blocks.map(({ kind, level, text }) => `${kind}${level ?? ''} ${text}`);

describe('what a format says of a line', () => {
  it('decides where paragraphs end', async () => {
    const found = await understood(rawDocument([
      ['De boot voer langzaam', { endsParagraph: false }], ['Naar de overkant, en weer terug.', { endsParagraph: false }], ['Het was al laat.', { endsParagraph: true }],
      ['en niemand', { endsParagraph: true }], ['wachtte nog.', { endsParagraph: true }],
    ]), 'plain');
    expect(blocks(found)).toEqual(['paragraph De boot voer langzaam Naar de overkant, en weer terug. Het was al laat.', 'paragraph en niemand', 'paragraph wachtte nog.']);
  });

  it('makes list items of their own level, whose marks are not in the text', async () => {
    const found = await understood(rawDocument([
      ['Wij nemen mee:', { endsParagraph: true }], ['touw, ook', { item: 1, endsParagraph: false }], ['lang touw', { endsParagraph: true }], ['een knoop', { item: 2, endsParagraph: true }],
      ['o wee', { item: 1, endsParagraph: true }], ['Dat was het.', { endsParagraph: true }],
    ]), 'plain');
    expect(blocks(found).slice(1)).toEqual(['listItem1 touw, ook lang touw', 'listItem2 een knoop', 'listItem1 o wee', 'paragraph Dat was het.']);
    expect(found.content.changes.filter(({ rule }) => rule === 'bullet')).toEqual([]);
  });

  it('takes page furniture out, lists it, and finds the numbers in it that count on', async () => {
    const page = (number: number, text: string) => [
      ['Raad voor de Boten 2024', { furniture: true, newPage: true }], [text, { endsParagraph: false }], [`Advies 12 | blad ${number} van 9`, { furniture: true }],
    ] satisfies Parameters<typeof rawDocument>[0];
    const found = await understood(rawDocument([...page(4, 'De boot voer'), ...page(5, 'naar de'), ...page(6, 'overkant.')]), 'plain');
    expect(found.content.pages.map(({ page: number, printed, at }) => [number, printed, at.offset])).toEqual([[4, true, 0], [5, true, 13], [6, true, 21]]);
    expect(blocks(found)).toEqual(['paragraph De boot voer naar de overkant.']);
    expect(found.content.changes.filter(({ rule }) => rule === 'page-furniture')).toHaveLength(4);
  });

  it.each<[string, string[], number[], number[]]>([
    ['a number on each page', ['7', '8', '9'], [0, 1, 2], [7, 8, 9]], ['a year and a part', ['2019, deel 3', '2019, deel 3'], [0, 1], []], ['one number that is no page', ['12'], [0], []],
    ['the second page alone', ['Titel', '2'], [0, 1], [2]], ['numbers of documents', ['Nr. 34-5', 'Nr. 34-6', 'Nr. 34-7'], [0, 1, 2], []],
  ])('finds among furniture with %s', (_name, texts, starts, numbers) => {
    expect(numbersOnPages(texts, new Set(texts.keys()), starts).map(({ number }) => number)).toEqual(numbers);
  });
});

describe('notes that a format keeps apart', () => {
  it('are blocks at the end, in no turn, anchored behind the letter that had the mark', async () => {
    const raw = rawDocument([
      ['Voorzitter: Wie wil er iets zeggen?', { endsParagraph: true }], ['Mevrouw Ooms: De brug \u{1F600} is te smal.', { endsParagraph: true, marks: [{ at: 24, note: 'a' }] }],
      ['Voorzitter: Wat zou u doen?', { endsParagraph: true }], ['Mevrouw Ooms: Verbreden, en wel spoe-', { endsParagraph: false, marks: [{ at: 24, note: 'b' }] }], ['dig.', { endsParagraph: true, marks: [{ at: 4, note: 'c' }, { at: 4, note: 'a' }] }],
    ], [['a', null, 'De brug over', 'de vaart.'], ['b', '*', 'Naar vijf meter.'], ['c', null, 'Dit jaar.'], ['d', null, 'Een noot zonder plaats.'], ['e', null, ' ']]);
    const found = await understood(raw);
    const { content } = found;
    expect(contentProblems(content, raw.source)).toEqual([]);
    const before = ({ block, offset }: { block: number; offset: number }) => [...(content.blocks[block]?.text ?? '')].slice(0, offset).join('');
    expect(content.footnotes.map(({ label, anchor, block }) => [label, anchor && before(anchor), content.blocks[block]?.text])).toEqual([
      ['1', 'De brug \u{1F600}', 'De brug over de vaart.'], ['1', 'Verbreden, en wel spoedig.', 'De brug over de vaart.'], ['*', 'Verbreden,', 'Naar vijf meter.'],
      ['3', 'Verbreden, en wel spoedig.', 'Dit jaar.'], ['4', null, 'Een noot zonder plaats.'],
    ]);
    expect(content.blocks.slice(-4).map(({ kind, turn }) => [kind, turn])).toEqual(Array.from({ length: 4 }, () => ['footnote', null]));
    expect(found.kind).toBe('hearing');
  });

  it('stand on the page of their mark', async () => {
    const raw = rawDocument([['Blad een.', { newPage: true }], ['Blad twee.', { newPage: true, marks: [{ at: 9, note: 'a' }] }]], [['a', '1', 'Noot.']]);
    expect((await understood(raw, 'plain')).content.blocks.at(-1)).toMatchObject({ kind: 'footnote', page: 2 });
  });
});

describe('places in the source', () => {
  it('are printed where the source is the file, and null where it was made out of the file', async () => {
    const bytes = new TextEncoder().encode('Kop\n\n• een\n• twee\n\nHet water stond die zomer laag.\n');
    const result = await importDocument(bytes, { fileName: 'a.txt', now: '2026-01-02T03:04:05.000Z' });
    if (!result.ok) throw new Error(result.problem.message);
    const reading = result.value;
    const places = (format: string) => {
      const { blocks: own, changes, warnings } = inspectReading({ ...reading, document: { ...reading.document, format } }, { fileName: 'a', bytes: bytes.length });
      return [...own, ...changes, ...warnings].map(({ source }) => source);
    };
    expect(places('txt')).not.toContain(null);
    expect(new Set(places('docx'))).toEqual(new Set([null]));
  });
});

describe('marks of notes', () => {
  it('stay with the letter before them when lines are trimmed, cut and joined', () => {
    const raw = rawDocument([['  een twee  ', { marks: [{ at: 1, note: 'a' }, { at: 5, note: 'b' }, { at: 12, note: 'c' }] }]]).lines[0];
    const line = raw && lineOf(raw, 0, 'none');
    expect(line?.marks).toEqual([{ at: 0, note: 'a' }, { at: 3, note: 'b' }, { at: 8, note: 'c' }]);
    if (!line) return;
    const [first, second] = [slicePiece(line, 0, 3), slicePiece(line, 3)];
    expect([first.marks, second.marks]).toEqual([[{ at: 0, note: 'a' }, { at: 3, note: 'b' }], [{ at: 5, note: 'c' }]]);
    expect(joinPieces([first, second], ['…']).marks).toEqual([{ at: 0, note: 'a' }, { at: 3, note: 'b' }, { at: 9, note: 'c' }]);
    expect(slicePiece(line, 4, 7).marks).toBeUndefined();
  });
});
