import { describe, expect, it } from 'vitest';
import { themeMarks } from '../../../app/coding/theme-marks.ts';
import type { CodeId } from '../../../schemas/ids.ts';

const marks = (...themes: [name: string, key?: number][]) =>
  [...themeMarks(themes.map(([name, key], at) => ({ id: String(at) as CodeId, name, key: key ?? null }))).values()];

describe('What stands beside a theme’s colour', () => {
  it.each([
    ['its key', [['wachttijd', 3]], ['3']],
    ['the first two initials of several words', [['zorg in de buurt'], ['lange reistijd']], ['ZI', 'LR']],
    ['two letters of one word', [['mantelzorg'], ['UWV'], ['ik']], ['Ma', 'UW', 'Ik']],
  ] as const)('is %s', (_what, themes, expected) => {
    expect(marks(...themes as unknown as [string, number?][])).toEqual(expected);
  });

  it('is another for each theme, also where names and colours come again', () => {
    const many = Array.from({ length: 40 }, (_, at): [string, number?] => (at < 9 ? [`thema ${at}`, at + 1] : ['mantel zorg']));
    expect(new Set(marks(...many)).size).toBe(40);
    expect(marks(['mantel zorg'], ['MZ'], ['mantel zorg'])).toEqual(['MZ', 'MZ2', 'MZ3']);
  });
});
