import { describe, expect, it } from 'vitest';
import { followCursor, moveCursor, wordsAt, wordStart } from '../../../renderer/screens/review/cursor.ts';
import { sourceMapping } from '../../../renderer/screens/review/source-map.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import { emptyContent, paragraph } from '../invented.ts';

const at = (block: number, offset: number) => ({ block, offset: offset as CodePoint });
const content = {
  ...emptyContent,
  blocks: [paragraph('Een 🦉 vloog. Hij riep.', [[0, 0, 23]]), paragraph('Naam:', [[0, 30, 5]]), paragraph('Stil. Nacht.', [[0, 40, 12]])],
};
const shown = [0, 2];

describe('the reading cursor', () => {
  it('goes from sentence to sentence and from word to word, past blocks that are not shown, and stays at the ends', () => {
    expect(moveCursor(content, shown, at(0, 0), 'sentence', 1)).toEqual(at(0, 13));
    expect(moveCursor(content, shown, at(0, 13), 'sentence', 1)).toEqual(at(2, 0));
    expect(moveCursor(content, shown, at(2, 0), 'sentence', -1)).toEqual(at(0, 13));
    expect(moveCursor(content, shown, at(0, 0), 'word', 1)).toEqual(at(0, 4));
    expect(moveCursor(content, shown, at(0, 4), 'word', 1)).toEqual(at(0, 6));
    expect(moveCursor(content, shown, at(2, 0), 'word', -1)).toEqual(at(0, 17));
    expect(moveCursor(content, shown, at(2, 6), 'word', 1)).toEqual(at(2, 6));
    expect(moveCursor(content, shown, at(0, 0), 'sentence', -1)).toEqual(at(0, 0));
  });

  it('is put before the word that was pointed at, in code points', () => {
    const { text } = content.blocks[0] ?? { text: '' };
    expect([wordStart(text, 0), wordStart(text, 2), wordStart(text, 4), wordStart(text, 9), wordStart(text, 13)]).toEqual([0, 0, 4, 6, 6]);
  });

  it('reads out its sentence from there on', () => {
    expect(wordsAt(content, at(0, 4))).toBe('🦉 vloog.');
    expect(wordsAt(content, at(2, 6))).toBe('Nacht.');
    expect(wordsAt(content, at(7, 0))).toBe('');
  });

  it('stays at its letter when blocks come and go before it, and at its number where the text has no source', () => {
    const before = sourceMapping(content);
    const after = { ...content, blocks: content.blocks.slice(1) };
    expect(followCursor(at(2, 6), before, sourceMapping(after), after)).toEqual(at(1, 6));
    const blind = { ...emptyContent, blocks: [paragraph('Kort.')] };
    expect(followCursor(at(0, 3), sourceMapping(blind), sourceMapping(blind), blind)).toEqual(at(0, 3));
    expect(followCursor(at(4, 3), sourceMapping(blind), sourceMapping(blind), blind)).toEqual(at(0, 0));
  });
});
