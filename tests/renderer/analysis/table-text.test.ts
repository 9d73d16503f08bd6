import { describe, expect, it } from 'vitest';
import { tableText } from '../../../renderer/screens/analysis/table-text.ts';

describe('a table as text for a spreadsheet', () => {
  it('has a line for each row and a tab between cells', () => {
    expect(tableText(['Thema', 'Woorden'], [['zorg', { number: '1234' }], ['geld', { number: '0' }]])).toBe('Thema\tWoorden\nzorg\t1234\ngeld\t0');
    expect(tableText(['Thema'], [])).toBe('Thema');
  });

  it('keeps a cell in its cell where its words hold tabs or line breaks', () => {
    expect(tableText(['a'], [['een\ttwee\r\n\ndrie']])).toBe('a\neen twee drie');
  });

  it.each(['=1+1', '+31 6', '-5', '@naam', ' =1', '\u00A0=1', '\t=1', '＝1', '|calc', '%x'])('keeps words words where they look like a formula: %j', (words) => {
    expect(tableText(['a'], [[words]]).split('\n')[1]?.startsWith('\'')).toBe(true);
  });

  it('leaves numbers numbers, also below zero, and other words as they are', () => {
    expect(tableText(['a', 'b'], [[{ number: '-0,5' }, 'a=b, min -5']])).toBe('a\tb\n-0,5\ta=b, min -5');
  });
});
