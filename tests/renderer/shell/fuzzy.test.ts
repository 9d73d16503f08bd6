import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzyMatch } from '../../../renderer/screens/palette/fuzzy.ts';

const score = (query: string, text: string) => fuzzyMatch(query, text)?.score ?? -Infinity;

describe('fuzzy matching', () => {
  test('finds letters in order, whatever their case and accents', () => {
    expect(fuzzyMatch('uwv', 'UWV-keuring')?.hits).toEqual([0, 1, 2]);
    expect(fuzzyMatch('patienten', 'Patiëntenorganisatie')?.hits).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(fuzzyMatch('nwp', 'Nieuw project')?.hits).toEqual([0, 4, 6]);
  });

  test('refuses a text in which a letter is missing or out of order', () => {
    expect(fuzzyMatch('uvx', 'UWV-keuring')).toBeNull();
    expect(fuzzyMatch('vwu', 'UWV')).toBeNull();
  });

  test.each([
    ['verg', 'Vergoeding en kosten', 'Erkenning > niet vergeten', 'the start of the text above the start of a word'],
    ['verg', 'Erkenning > niet vergeten', 'Onverglaasd', 'the start of a word above its middle'],
    ['ing', 'Mening', 'Iets nieuws geven', 'one run above scattered letters'],
    ['open', 'Open een projectbestand', 'Open een projectbestand van een ander', 'a short text above a long one'],
  ])('for %s puts %s above %s: %s', (query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse));
  });

  test('matches exactly where the query is a subsequence, and points at its letters', () => {
    const letter = fc.constantFrom('a', 'b', 'c', ' ', '-', 'é', 'B', '😀');
    const word = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(fc.property(word, fc.array(letter, { maxLength: 20 }).map((letters) => letters.join('')), (query, text) => {
      const found = fuzzyMatch(query, text);
      expect(found !== null).toBe(isSubsequence(plain(query).filter((one) => one !== ' '), plain(text)));
      if (!found) return;
      expect(found.hits.toSorted((a, b) => a - b)).toEqual(found.hits);
      const hit = found.hits.map((index) => plain(text)[index]).filter((one) => one !== ' ');
      expect(hit).toEqual(plain(query).filter((one) => one !== ' ').slice(0, hit.length));
    }));
  });
});

/** Unit by unit, as the screen counts, without accents and capitals. */
const plain = (text: string) => text.split('').map((unit) => unit.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));

function isSubsequence(wanted: readonly string[], letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) if (letter === wanted[at]) at += 1;
  return at >= wanted.length;
}
