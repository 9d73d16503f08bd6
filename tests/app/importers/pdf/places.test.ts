import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../../app/document/plain-text.ts';
import type { Reading } from '../../../../app/importers/importer.ts';
import { findPassage } from '../../../../app/importers/pdf/find-passage.ts';
import { marksOf, pdfPlaces, type PageMarks, type PagePlaces } from '../../../../app/importers/pdf/places.ts';
import { sourceRuns } from '../../../../app/document/source-map.ts';
import type { CodePoint } from '../../../../schemas/ids.ts';
import { at, handMade } from '../../../fixtures/pdf/hand-made.ts';
import { readingOf } from '../formats/reading.ts';

/** Two lines that are one paragraph with a word broken between them, and a second page that says its first words again. */
const pages = [
  { draw: [at(72, 760, 'De brug over de vaart is al sinds het voorjaar dicht, want de schil-'), at(72, 746, 'der heeft er nog geen tijd voor gehad en de verf is op.')].join('\n') },
  { draw: [at(72, 760, 'De brug over de vaart gaat in de zomer weer open, als het droog is.'), at(72, 746, 'Zo is het besloten.')].join('\n') },
];

let reading: Reading;
let places: PagePlaces;
beforeAll(async () => {
  const bytes = handMade(pages);
  reading = await readingOf(bytes, 'brug.pdf', 'plain');
  const found = await pdfPlaces(bytes, {});
  if (!found.ok) throw new Error(found.problem.message);
  places = found.value;
});

/** The last place at which words stand in the text; its letters are code points here. */
function passage(words: string): [CodePoint, CodePoint] {
  const from = plainText(reading.content).text.lastIndexOf(words);
  return [from as CodePoint, (from + words.length) as CodePoint];
}

const find = (words: string, where = places) => findPassage(reading.content, ...passage(words), words, where);
const rounded = (marks: PageMarks[] | null) => marks?.map(({ page, boxes }) => [page, ...boxes.map(({ left, top, bottom }) => [Math.round(left), Math.round(top), Math.round(bottom)])]);

describe('a passage on the page of a PDF', () => {
  it('is a box around its letters, on its page', () => {
    const [mark, ...more] = find('De brug over de vaart') ?? [];
    expect([mark?.page, mark?.boxes.length, more]).toEqual([1, 1, []]);
    const [box] = mark?.boxes ?? [];
    expect(box?.left).toBeCloseTo(72, 0);
    // A baseline at 760 of 842 points, of letters of 11.
    expect([box?.top, box?.bottom]).toEqual([expect.closeTo(842 - 760 - 8.8, 0), expect.closeTo(842 - 760 + 2.75, 0)]);
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBeGreaterThan(80);
  });

  it('has a box in each line where a word in it was broken', () => {
    expect(rounded(find('want de schilder heeft'))).toMatchObject([[0, [expect.any(Number), 73, 85], [72, 87, 99]]]);
  });

  it('is found by its words where the source was read otherwise by another version, nearest to where it stood', () => {
    const moved = { ...places, source: `x${places.source}`, lines: places.lines.map((line) => ({ ...line, from: (line.from + 1) as CodePoint })) };
    for (const words of ['De brug over de vaart', 'want de schilder heeft', 'Zo is het besloten.']) expect(rounded(find(words, moved))).toEqual(rounded(find(words)));
  });

  it('is nowhere where its words are not on the pages', () => {
    expect(findPassage(reading.content, ...passage('Zo is het besloten.'), 'Zo is het niet.', places)).toBeNull();
    expect(marksOf(places, [])).toEqual([]);
  });
});

describe('the stretches of the source behind a passage', () => {
  it('hold its letters and not the hyphen that was taken out', () => {
    const letters = [...(reading.source ?? '')];
    const runs = sourceRuns(reading.content, ...passage('schilder'));
    expect(runs.map(([from, to]) => letters.slice(from, to).join(''))).toEqual(['schil', 'der']);
  });

  it('are none for a passage without letters', () => {
    const [from] = passage('schilder');
    expect(sourceRuns(reading.content, from, from)).toEqual([]);
  });
});
