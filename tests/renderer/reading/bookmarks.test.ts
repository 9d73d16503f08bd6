import { describe, expect, it } from 'vitest';
import { plainText } from '../../../app/document/plain-text.ts';
import { marksOf, bookmarksIn } from '../../../renderer/screens/reading/bookmarks.ts';
import { invent } from '../../app/world.ts';

const textOf = (...said: string[]) => plainText(invent('Avond', said.map((text) => ({ by: 'Mevrouw Lindeboom', text }))).content);
const opening = 'Ik woon al twintig jaar aan het water en ik neem elke dag de boot.';
const winter = 'In de winter vaart er na zes uur niets meer, en dan sta ik aan de kade.';
const before = textOf(opening, 'Ja.', winter);
const marks = marksOf({ text: before, blocks: [0, 2], lost: 0 });

describe('Bookmarks', () => {
  it('stand where they were set', () => {
    expect(bookmarksIn(before, marks)).toEqual({ text: before, blocks: [0, 2], lost: 0 });
  });

  it('go along with their words when a text is imported anew with other blocks', () => {
    const after = textOf('Welkom allemaal.', opening, 'Ja.', 'Nee.', winter);
    expect(bookmarksIn(after, marks).blocks).toEqual([1, 4]);
  });

  it('go along when a hyphen at the end of a line was taken out of their words', () => {
    const torn = textOf(opening, 'In de win-ter vaart er na zes uur niets meer, en dan sta ik aan de kade.');
    const after = textOf('Welkom.', winter);
    expect(bookmarksIn(after, marksOf({ text: torn, blocks: [1], lost: 0 })).blocks).toEqual([1]);
  });

  it('stay at the nearest of blocks that begin alike, and keep none of their words', () => {
    const same = textOf('Ja.', opening, 'Ja.', winter, 'Ja.');
    const kept = marksOf({ text: same, blocks: [2, 3], lost: 0 });
    expect(bookmarksIn(textOf('Ja.', 'Nee.', opening, 'Ja.', winter, 'Ja.'), kept).blocks).toEqual([3, 4]);
    expect(JSON.stringify(kept)).not.toContain('winter');
  });

  it('are counted where their words are gone', () => {
    const after = textOf(winter);
    expect(bookmarksIn(after, marks)).toEqual({ text: after, blocks: [0], lost: 1 });
  });

  it('that were kept by the number of their block are still read', () => {
    expect(bookmarksIn(before, [{ block: 2, words: null }, { block: 9, words: null }])).toEqual({ text: before, blocks: [2], lost: 1 });
  });
});
