import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { blocksPerSheet } from '../../../renderer/editor/sheets.ts';
import { block, contentOf, readingOf, shortHearing } from './hearing.ts';

/** Documents of any shape: turns of any length, blocks outside turns, labels, characters outside the basic plane. */
const documents = fc.array(fc.record({
  text: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '😀', ' ', '.') }),
  kind: fc.constantFrom('paragraph' as const, 'label' as const, 'heading' as const, 'listItem' as const, 'footnote' as const),
  starts: fc.boolean(),
  outside: fc.boolean(),
  repeat: fc.constantFrom(1, 1, 1, 30),
}), { minLength: 1, maxLength: 12 }).map((specs) => {
  let turn = -1;
  const blocks = specs.flatMap(({ text, kind, starts, outside, repeat }) => {
    if (!outside && (starts || turn < 0)) turn += 1;
    return Array.from({ length: repeat }, () => block(text, outside ? null : turn, kind));
  });
  const turns = Array.from({ length: turn + 1 }, () => ({ label: 'a' }));
  return readingOf(contentOf(blocks, turns));
});

describe('positions in the editor', () => {
  it('name the same character as the offset in the text', () => {
    fc.assert(fc.property(documents, (reading) => {
      const { text, doc, positions } = reading;
      for (const { start, end } of text.blocks) {
        const from = positions.toPosition(start);
        expect(doc.textBetween(from, positions.toPosition(end))).toBe(text.text.slice(start, end));
        expect(doc.resolve(from).parent.isTextblock).toBe(true);
        expect(doc.resolve(from).parentOffset).toBe(0);
      }
    }), { numRuns: 60 });
  });

  it('are the offset with two indexes added, and lead back to it', () => {
    fc.assert(fc.property(documents, (reading) => {
      const { text, positions } = reading;
      for (const [index, { start, end }] of text.blocks.entries()) {
        for (let offset = start as number; offset <= end; offset += 1) {
          const position = positions.toPosition(offset as Utf16);
          expect(position).toBe(offset + index + 2 * positions.sheetOf(index) + 2);
          expect(positions.toOffset(position)).toBe(offset);
        }
      }
    }), { numRuns: 40 });
  });

  it('between blocks belong to the end of the block before them', () => {
    const { text, doc, positions } = shortHearing();
    const between = Array.from({ length: doc.content.size + 1 }, (_, position) => position).filter((position) => !doc.resolve(position).parent.isTextblock);
    const characters = between.map((position) => text.text[positions.toOffset(position)] ?? 'end');
    expect(new Set(characters)).toEqual(new Set(['O', '\n', 'end']));
    expect(characters.slice(0, 2)).toEqual(['O', 'O']);
  });

  it('find the start of each sheet', () => {
    fc.assert(fc.property(documents, ({ doc, sheets, positions }) => {
      for (const index of sheets.keys()) expect(doc.nodeAt(positions.sheetStart(index))).toBe(doc.child(index));
    }), { numRuns: 40 });
  });
});

describe('sheets', () => {
  it('hold each block once, in order, and never more than one turn', () => {
    fc.assert(fc.property(documents, ({ sheets, text }) => {
      expect(sheets.flatMap(({ firstBlock, lastBlock }) => Array.from({ length: lastBlock - firstBlock + 1 }, (_, at) => firstBlock + at)))
        .toEqual([...text.blocks.keys()]);
      for (const { firstBlock, lastBlock, turn } of sheets) {
        expect(lastBlock - firstBlock).toBeLessThan(blocksPerSheet);
        const turns = text.content.blocks.slice(firstBlock, lastBlock + 1).filter(({ kind }) => kind !== 'label').map((one) => one.turn);
        for (const one of turns) expect(one).toBe(turn);
      }
    }), { numRuns: 60 });
  });

  it('mark those that go on with a turn begun before', () => {
    const { sheets } = readingOf(contentOf(Array.from({ length: 60 }, () => block('Nog een zin.', 0)), [{}]));
    expect(sheets.map(({ firstBlock, continues }) => [firstBlock, continues])).toEqual([[0, false], [25, true], [50, true]]);
  });

  it('keep a label that only names with its turn, unseen, and one that says more before it, seen', () => {
    const { sheets, silent, text } = shortHearing();
    expect([...silent].map((index) => text.content.blocks[index]?.text)).toEqual(['Voorzitter:', 'Mevrouw Smit:']);
    expect(sheets.map(({ turn, firstBlock }) => [turn, firstBlock])).toEqual([[null, 0], [0, 2], [1, 4], [2, 6]]);
  });
});
