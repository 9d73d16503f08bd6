import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';

describe('the lines of a text', () => {
  it('have no soft hyphens, but for those that a word is broken at, and say where they stood', () => {
    const { lines, changes } = linesOf('De 🌊 duin\u00ADpan\u00ADnen en duin\u00AD\npannen');
    expect(lines.map(({ text }) => text)).toEqual(['De 🌊 duinpannen en duin\u00AD', 'pannen']);
    expect(changes.map(({ rule, source }) => [rule, source])).toEqual([['control-characters', [9, 10]], ['control-characters', [13, 14]]]);
    expect(lines[0]?.sourceMap).toEqual([[0, 0, 9], [9, 10, 3], [12, 14, 12]]);
  });

  it('start a page where a form feed stands, and count every line break as it is', () => {
    const { lines } = linesOf('een\r\ntwee\n\fdrie\u0007vier');
    expect(lines.map(({ text, newPage, source }) => [text, newPage ?? false, source])).toEqual([['een', false, [0, 3]], ['twee', false, [5, 9]], ['drievier', true, [11, 20]]]);
  });
});
