import { afterEach, describe, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../renderer/i18n/index.ts';
import { keyCaps } from '../../../renderer/ui/key-caps.ts';

afterEach(() => { vi.unstubAllGlobals(); });

describe('keys as they are printed', () => {
  test.each([
    ['$mod+k', 'Ctrl K', '⌘ K'],
    ['$mod+Shift+z', 'Ctrl Shift Z', '⌘ ⇧ Z'],
    ['Alt+Digit1', 'Alt 1', '⌥ 1'],
    ['Alt+BracketLeft', 'Alt [', '⌥ ['],
    ['Shift+?', '?', '?'],
    ['Shift+F6', 'Shift F6', '⇧ F6'],
    ['F6', 'F6', 'F6'],
    ['g l', 'G, L', 'G, L'],
    ['Delete', 'Del', 'Del'],
    ['1', '1', '1'],
  ])('%s is %s, on a Mac %s', (keys, elsewhere, mac) => {
    expect(keyCaps(keys, false)).toBe(elsewhere);
    expect(keyCaps(keys, true)).toBe(mac);
  });

  test('follow the language where a key has a word on it', () => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    setLanguage('en');
    expect(keyCaps('Space', false)).toBe('Space');
    setLanguage('nl');
    expect(keyCaps('Space', false)).toBe('Spatie');
  });
});
