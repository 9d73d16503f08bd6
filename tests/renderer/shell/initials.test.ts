import { describe, expect, test } from 'vitest';
import { initialsOf } from '../../../renderer/screens/coder/initials-of.ts';

describe('proposed initials', () => {
  test.each([
    ['Anna van den Berg', 'AvdB'],
    ['Élodie  Smit-de Wit', 'ÉSdW'],
    ['  ', ''],
    ['C.J. Dippel', 'CD'],
    ['a b c d e f g h', 'abcdef'],
  ])('of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
