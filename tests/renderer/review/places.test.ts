import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodePoint, SpeakerId } from '../../../schemas/ids.ts';
import { resultRuns } from '../../../renderer/screens/review/result-marks.ts';
import { resultRows } from '../../../renderer/screens/review/result-rows.ts';
import { sourceMapping } from '../../../renderer/screens/review/source-map.ts';
import { longestRow } from '../../../renderer/screens/review/text-rows.ts';
import { emptyContent, paragraph } from '../invented.ts';

const at = (offset: number) => offset as CodePoint;

/** Source: `Kop` 0-3, then `her-` 4-8 and `keuring` 9-16 joined to one word, a footnote 20-24 that stands last. */
const content = {
  ...emptyContent,
  blocks: [
    paragraph('herkeuring', [[0, 4, 3], [3, 9, 7]]),
    paragraph('Daarna.', [[0, 30, 7]]),
    paragraph('noot', [[0, 20, 4]]),
  ],
};

describe('the way between source and result', () => {
  const mapping = sourceMapping(content);

  it('leads from a letter of the result to its letter in the source', () => {
    expect(mapping.toSource({ block: 0, offset: at(2) })).toBe(6);
    expect(mapping.toSource({ block: 0, offset: at(3) })).toBe(9);
    expect(mapping.toSource({ block: 2, offset: at(1) })).toBe(21);
    expect(mapping.toSource({ block: 9, offset: at(0) })).toBeNull();
  });

  it('leads from a changed place to what it became', () => {
    expect(mapping.toResult(at(4), at(16))).toEqual({ block: 0, from: 0, to: 10 });
    expect(mapping.toResult(at(21), at(23))).toEqual({ block: 2, from: 1, to: 3 });
  });

  it('leads from a removed place to the seam, or to the nearest block', () => {
    expect(mapping.toResult(at(7), at(9))).toEqual({ block: 0, from: 3, to: 3 });
    expect(mapping.toResult(at(0), at(3))).toEqual({ block: 0, from: 0, to: 0 });
    expect(mapping.toResult(at(26), at(28))).toEqual({ block: 2, from: 4, to: 4 });
  });

  it('has nowhere to lead where the format has no places', () => {
    const without = sourceMapping({ ...emptyContent, blocks: [paragraph('los')] });
    expect(without.toResult(at(0), at(1))).toBeNull();
    expect(without.toSource({ block: 0, offset: at(0) })).toBeNull();
  });
});

describe('the rows of the result', () => {
  it('put a page mark before a block where the page begins there, and inside the row where it does not', () => {
    const { rows } = resultRows({
      ...content,
      pages: [{ page: 1, at: { block: 0, offset: at(0) }, printed: true }, { page: 2, at: { block: 1, offset: at(3) }, printed: true }],
    });
    expect(rows.map((row) => (row.kind === 'page' ? `p${row.page}` : row.block))).toEqual(['p1', 0, 1, 2]);
    expect(rows[2]).toMatchObject({ pages: [{ page: 2, at: 3 }] });
  });

  it('cut a block too long to draw, and find the row of each offset in it', () => {
    const text = 'woord '.repeat(longestRow);
    const { rows, at: rowAt } = resultRows({ ...emptyContent, blocks: [paragraph('kort'), paragraph(text), paragraph('slot')] });
    const cut = rows.filter((row) => row.kind === 'text' && row.block === 1);
    expect(cut.map((row) => (row.kind === 'text' ? text.slice(row.from, row.to) : '')).join('')).toBe(text);
    expect(rows.map((row) => (row.kind === 'text' ? rowAt(row.block, row.from) : -1))).toEqual(rows.map((_, index) => index));
    expect(rowAt(2, 0)).toBe(rows.length - 1);
  });

  it('start a turn once, at its first block', () => {
    const { rows } = resultRows({
      ...emptyContent,
      blocks: [paragraph('een', [], 0), paragraph('twee', [], 0)],
      turns: [{ kind: 'answer', speaker: null, label: null, firstBlock: 0, lastBlock: 1, section: null, page: null }],
    });
    expect(rows.map((row) => row.kind === 'text' && row.startsTurn)).toEqual([true, false]);
  });
});

describe('labels in the result', () => {
  const turn = (label: string) => ({ kind: 'answer' as const, speaker: null, label, firstBlock: 1, lastBlock: 1, section: null, page: null });
  const blocks = [{ ...paragraph('Mw. Veenstra:'), kind: 'label' as const }, paragraph('Ja.', [], 0)];

  it('are left to the margin where they are no more than a name, and lead on to what was said', () => {
    const { rows, at: rowAt } = resultRows({ ...emptyContent, blocks, turns: [turn('Mw. Veenstra')] });
    expect(rows.map((row) => row.kind === 'text' && row.block)).toEqual([1]);
    expect(rowAt(0, 0)).toBe(0);
  });

  it.each([
    ['the question that somebody answers', 'Antwoord 3', 'spreker' as SpeakerId, 2], ['the question, where nobody is known to answer it', 'Antwoord 3', null, 1],
    ['a speaker by a number', 'Deelnemer 3', 'spreker' as SpeakerId, 1],
  ])('stay where the margin does not name %s', (_, label, speaker, count) => {
    const { rows } = resultRows({ ...emptyContent, blocks: [{ ...paragraph(label), kind: 'label' }, paragraph('Ja.', [], 0)], turns: [{ ...turn(label), speaker }] });
    expect(rows).toHaveLength(count);
  });

  it('stay where they say more than the name', () => {
    expect(resultRows({ ...emptyContent, blocks, turns: [turn('Veenstra')] }).rows).toHaveLength(2);
  });
});

describe('the marks in a row', () => {
  const mark = (id: string, from: number, to: number) => ({ id, from, to, warning: null });

  it('light up what was changed, show a seam where something was taken out, and tell where a page begins and the cursor stands', () => {
    expect(resultRuns('een twee', 0, 8, [mark('a', 0, 3), mark('b', 4, 4)], [{ page: 7, at: 4 }], 6)).toEqual([
      { kind: 'text', key: 'at-0', at: 0, text: 'een', mark: 'a' },
      { kind: 'text', key: 'at-3', at: 3, text: ' ', mark: null },
      { kind: 'page', key: 'page-7', page: 7 },
      { kind: 'seam', key: 'b', mark: 'b' },
      { kind: 'text', key: 'at-4', at: 4, text: 'tw', mark: null },
      { kind: 'cursor', key: 'cursor' },
      { kind: 'text', key: 'at-6', at: 6, text: 'ee', mark: null },
    ]);
  });

  it('keep every letter of the row, whatever they cover', () => {
    const text = 'abcdefghijkl';
    const marks = fc.array(fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => mark(`${a}-${b}`, Math.min(a, b), Math.max(a, b))));
    fc.assert(fc.property(marks, fc.nat(11), (some, from) => {
      const runs = resultRuns(text, from, 12, some, [], null);
      expect(runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).toBe(text.slice(from));
    }));
  });
});
