import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPlaces } from '../../../app/document/cut-places.ts';

const at = (passage: string, places: readonly number[]) => places.map((place) => passage.slice(place).split(/\s/)[0]);

describe('where a passage can be cut', () => {
  it('is before each word but the first, and best where the sentence begins that is nearest to the middle', () => {
    const passage = 'De pont vaart niet. Niemand zegt waarom. Wij wachten op de kade tot het donker is.';
    const { words, sentences, proposed } = cutPlaces(passage);
    expect(words).toHaveLength(15);
    expect(at(passage, sentences)).toEqual(['Niemand', 'Wij']);
    expect(passage.slice(proposed ?? 0)).toMatch(/^Wij wachten/);
  });

  it('begins a sentence with each block', () => {
    const passage = 'en dat was het\ndaarna kwam de veerman';
    expect(at(passage, cutPlaces(passage).sentences)).toEqual(['daarna']);
  });

  it('is at a word where there is one sentence, and nowhere in one word', () => {
    const passage = 'een lange steiger zonder licht';
    expect(passage.slice(cutPlaces(passage).proposed ?? 0)).toBe('zonder licht');
    expect(cutPlaces('steiger')).toEqual({ words: [], sentences: [], proposed: null });
  });

  it('leaves words on both sides', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '😀') }), (passage) => {
      const { words, proposed } = cutPlaces(passage);
      for (const place of words) expect([passage.slice(0, place).trim(), passage.slice(place).trim()]).not.toContain('');
      expect(proposed === null ? words.length : words.includes(proposed)).toBe(proposed === null ? 0 : true);
    }));
  });
});
