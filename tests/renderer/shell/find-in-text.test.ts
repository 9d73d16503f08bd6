import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../app/document/plain-text.ts';
import { findInText } from '../../../renderer/screens/palette/find-in-text.ts';
import type { Content } from '../../../schemas/records/content.ts';

const textOf = (...blocks: string[]) => plainText({
  version: 1, turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
  blocks: blocks.map((text) => ({ kind: 'paragraph', level: null, text, turn: null, page: null, source: null, sourceMap: [] })),
} satisfies Content);

const codePoints = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

describe('finding words in a text', () => {
  test('finds them whatever their case, and says where in code points', () => {
    const text = textOf('Uil 🦉 roept.', 'De UIL roept terug.');
    const hits = findInText(text, 'uil', 9);
    expect(hits.map(({ start, end }) => codePoints(text.text, start, end))).toEqual(['Uil', 'UIL']);
  });

  test('stops at the limit, and at nothing finds nothing', () => {
    const text = textOf('een twee een twee een');
    expect(findInText(text, 'een', 2)).toHaveLength(2);
    expect(findInText(text, '', 2)).toEqual([]);
  });

  test('shows whole words before it and marks the hit in what it shows', () => {
    const text = textOf('Van alles wat er die avond in het buurthuis is gezegd bleef mij de regenton het langste bij, en dat zei ik ook.');
    const [hit] = findInText(text, 'regenton', 1);
    expect(hit?.excerpt).toBe('…is gezegd bleef mij de regenton het langste bij, en dat zei ik ook.');
    expect(hit?.hits.map((at) => hit.excerpt[at]).join('')).toBe('regenton');
  });

  test('points at what it found in every text', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'B', ' ', 'é', 'İ', 'ß', '🦉', 'b'), minLength: 1, maxLength: 60 });
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom('a', 'ab', 'b a', '🦉', 'é'), (blocks, words) => {
      const text = textOf(...blocks);
      for (const { start, end, excerpt, hits } of findInText(text, words, 5)) {
        expect(codePoints(text.text, start, end).toLowerCase()).toBe(words);
        expect(hits.map((at) => excerpt[at]).join('').toLowerCase()).toBe(words);
      }
    }));
  });
});
