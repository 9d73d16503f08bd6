import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatBytes, formatDay, formatMoment, formatShare } from '../../../renderer/i18n/formats.ts';
import { setLanguage } from '../../../renderer/i18n/index.ts';

vi.stubGlobal('document', { documentElement: { lang: 'nl' } });
afterEach(() => setLanguage('nl'));

/** Local times, as the formats show local times. */
const now = new Date(2026, 2, 10, 9, 5);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('moments', () => {
  test('are told by day, near ones by name', () => {
    expect(formatMoment(at(2026, 2, 10, 8, 7), now)).toBe('vandaag 08:07');
    expect(formatMoment(at(2026, 2, 9, 23, 59), now)).toBe('gisteren 23:59');
    expect(formatDay(at(2026, 1, 3, 12, 0), now)).toBe('3 februari');
    expect(formatDay(at(2025, 11, 31, 12, 0), now)).toBe('31 december 2025');
  });

  test('follow the language', () => {
    setLanguage('en');
    expect(formatMoment(at(2026, 2, 10, 8, 7), now)).toBe('today 08:07');
    expect(formatDay(at(2026, 1, 3, 12, 0), now)).toBe('3 February');
  });
});

describe('numbers with a unit', () => {
  test('shares have one decimal, or none where asked', () => {
    expect(formatShare(0.1407)).toBe('14,1%');
    expect(formatShare(0.4149, true)).toBe('41%');
  });

  test.each([[812, '812 byte'], [48_211, '48 kB'], [1_249_000, '1,2 MB'], [240_000_000, '240 MB']])('%d bytes are %s', (bytes, words) => {
    expect(formatBytes(bytes).replace(/\s/g, ' ')).toBe(words);
  });
});
