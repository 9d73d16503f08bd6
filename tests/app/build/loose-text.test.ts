import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseText } from '../../../app/build/loose-text.ts';

const found = (text: string, quotation: string) => looseText(text).find(quotation).map(({ start, end }) => text.slice(start, end));

describe('a quotation in a text', () => {
  it('is found whatever white space stands between its words', () => {
    expect(found('Hij  kwam\nte laat. Hij kwam te vroeg.', ' Hij kwam ')).toEqual(['Hij  kwam', 'Hij kwam']);
  });

  it.each([
    ['caf\u00E9 en cafe\u0301', 'caf\u00E9', ['caf\u00E9']],
    ['cafe\u0301 bij de kade', 'caf\u00E9 bij', ['cafe\u0301 bij']],
    ['een caf\u00E9', 'cafe', []],
    
    ['\u1E69 en nog', 's\u0307\u0323', ['\u1E69']],
    ['\uD55C\uAE00', '\u1112\u1161\u11AB', ['\uD55C']],
    ['na\u00EFef \u{1F6A2} caf\u00E9', 'nai\u0308ef \u{1F6A2} cafe\u0301', ['na\u00EFef \u{1F6A2} caf\u00E9']],
  ])('of %j is looked for with its accents composed otherwise: %j', (text, quotation, places) => {
    expect(found(text, quotation)).toEqual(places);
  });

  it('is found where it was taken, in any composition, and what is found is canonically the same', () => {
    const letters = fc.array(fc.constantFrom('a', 'e\u0301', '\u00E9', 'n', '\u0303', '\u00F1', ' ', '\n', '\u{1F6A2}', '\uAC00', '\u1100\u1161'), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(letters, fc.nat(), fc.nat(), fc.constantFrom('NFC', 'NFD'), (all, from, length, form) => {
      const start = from % all.length;
      const taken = all.slice(start, start + 1 + (length % (all.length - start))).join('');
      const same = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
      for (const place of found(all.join(''), taken.normalize(form))) expect(same(place)).toBe(same(taken));
      expect(found(all.join(''), taken).length > 0).toBe(taken.trim() !== '');
    }), { numRuns: 500 });
  });
});
