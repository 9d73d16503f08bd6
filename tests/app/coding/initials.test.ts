import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../app/coding/initials.ts';

describe('initials', () => {
  it.each([['A', 'A'], ['Anna de Wit', 'ADW'], ['Jan-Willem van den Berg', 'JWV'], ['élodie', 'É'], ['  ', '?'], ['!!', '?']])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
