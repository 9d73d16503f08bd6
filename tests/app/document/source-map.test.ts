import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { sourceRange, textRange } from '../../../app/document/source-map.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import { contentSchema, type Content } from '../../../schemas/records/content.ts';

const source = '• Een\u{1F600} \nregel\n\nPagina 2\n\nen\nnog een';
/** `Een😀 regel`, then `en nog een`: a bullet, a page number and line breaks left out. */
const content = contentOf([
  { text: 'Een\u{1F600} regel', map: [[0, 2, 4], [5, 8, 5]] },
  { text: 'en nog een', map: [[0, 25, 2], [3, 28, 7]] },
]);

describe('places in the source', () => {
  it.each([
    [0, 4, 2, 6], [1, 3, 3, 5], [4, 7, 8, 10], [0, 5, 2, 6], [0, 10, 2, 13], [5, 21, 8, 35], [14, 21, 28, 35], [13, 17, 25 + 3, 31],
  ])('are found for the passage %i to %i', (start, end, from, to) => {
    expect(sourceRange(content, point(start), point(end))).toEqual([from, to]);
  });

  it.each([
    [0, 6, 0, 4], [2, 13, 0, 10], [5, 30, 3, 16], [13, 25, null, null], [6, 8, null, null], [0, 35, 0, 21],
  ])('from %i to %i lead back to the text', (from, to, start, end) => {
    expect(textRange(content, point(from), point(to))).toEqual(start === null ? null : [start, end]);
  });

  it('are null for a passage that was written by hand', () => {
    const edited = contentOf([{ text: 'Een andere regel', map: [[0, 2, 3], [11, 8, 5]] }]);
    expect(sourceRange(edited, point(0), point(3))).toEqual([2, 5]);
    expect(sourceRange(edited, point(0), point(8))).toBeNull();
    expect(sourceRange(edited, point(11), point(16))).toEqual([8, 13]);
  });

  it('are null where the format has none, and for a passage without letters', () => {
    expect(sourceRange(contentOf([{ text: 'tekst', map: [] }]), point(0), point(5))).toBeNull();
    expect(sourceRange(content, point(4), point(5))).toBeNull();
    expect(() => sourceRange(content, point(0), point(99))).toThrow(RangeError);
  });
});

describe('contentProblems', () => {
  it('is silent about a content that keeps the rules', () => {
    expect(contentProblems(content, source)).toEqual([]);
  });

  it.each<[string, (content: Content) => void]>([
    ['block 0 differs from the source at 0', (c) => { Object.assign(c.blocks[0] ?? {}, { text: 'Ean\u{1F600} regel' }); }],
    ['block 1 is empty', (c) => { Object.assign(c.blocks[1] ?? {}, { text: '', sourceMap: [] }); }],
    ['block 1 holds a line break', (c) => { Object.assign(c.blocks[1] ?? {}, { text: 'en\nnog een' }); }],
    ['turn 0 spans blocks that do not say they are in it', (c) => { c.turns.push(turn(0, 1)); }],
    ['block 0 belongs to turn 4, which is not there', (c) => { Object.assign(c.blocks[0] ?? {}, { turn: 4 }); }],
    ['page 1 follows page 2', (c) => { c.pages.push(page(2, 0), page(1, 1)); }],
    ['page 3 starts outside the text', (c) => { c.pages.push(page(3, 7)); }],
    ['change 0 quotes another text than the source has there', (c) => { c.changes.push({ rule: 'bullet', source: [point(0), point(2)], before: '- ', after: '' }); }],
    ['warning 0 has a place behind the end of the source: 0-99', (c) => { c.warnings.push({ rule: 'r', message: 'm', source: [point(0), point(99)] }); }],
    ['pair 0 names a turn that is not there', (c) => { c.pairs.push({ number: null, question: 0, answer: 1 }); }],
  ])('says: %s', (problem, spoil) => {
    const spoiled = structuredClone(content);
    spoil(spoiled);
    expect(contentProblems(spoiled, source)).toContain(problem);
  });
});

function contentOf(blocks: { text: string; map: number[][] }[]): Content {
  return contentSchema.parse({
    version: 1, turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
    blocks: blocks.map(({ text, map }) => ({
      kind: 'paragraph', level: null, text, turn: null, page: null, sourceMap: map,
      source: map.length > 0 ? [map[0]?.[1], (map.at(-1)?.[1] ?? 0) + (map.at(-1)?.[2] ?? 0)] : null,
    })),
  });
}

function point(value: number): CodePoint {
  return value as CodePoint;
}

function turn(firstBlock: number, lastBlock: number): Content['turns'][number] {
  return { kind: 'remark', speaker: null, label: null, firstBlock, lastBlock, section: null, page: null };
}

function page(number: number, block: number): Content['pages'][number] {
  return { page: number, at: { block, offset: point(0) }, printed: true };
}
