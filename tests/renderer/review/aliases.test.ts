import { describe, expect, it } from 'vitest';
import { onceEach } from '../../../renderer/screens/review/aliases.ts';

describe('other names of a speaker', () => {
  it('are told once where only their first letter differs in case', () => {
    expect(onceEach(['vertegenwoordiging van de Bond', 'De heer Bos', 'Vertegenwoordiging van de Bond'])).toEqual(['vertegenwoordiging van de Bond', 'De heer Bos']);
  });

  it('are all told where they differ otherwise', () => {
    expect(onceEach(['BOND', 'Bond', 'Ésa', 'ésa', ''])).toEqual(['BOND', 'Bond', 'Ésa', '']);
  });
});
