import fc from 'fast-check';
import { beforeAll, describe as suite, expect, it } from 'vitest';
import { describe } from '../../../app/anchoring/describe.ts';
import { mover } from '../../../app/anchoring/move.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText, type PlainText } from '../../../app/document/plain-text.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { changesOf, redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { joinTurns, splitTurn } from '../../../app/review/turns.ts';
import type { Anchor } from '../../../schemas/records/coding.ts';
import { hearing, letters, read } from '../review/readings.ts';

let reading: Reading;
beforeAll(async () => { reading = await read(hearing); });

const anchorOf = (text: PlainText, quotation: string): Anchor => {
  const start = text.text.indexOf(quotation);
  return describe(text, start as Utf16, (start + quotation.length) as Utf16);
};
const move = (before: Reading, after: Reading, quotation: string, sameSource = true) => {
  const text = plainText(before.content);
  return mover(text, plainText(after.content), { sameSource })(anchorOf(text, quotation));
};

suite('a passage whose text is edited', () => {
  it('goes along with its letters when text comes in before it', () => {
    const after = undoChanges(reading, changesOf(reading, 'page-furniture'));
    expect(move(reading, after, 'Hoe krap?')).toMatchObject({ how: 'moved', anchor: { quotation: 'Hoe krap?' } });
    expect(move(reading, reading, 'Hoe krap?')).toMatchObject({ how: 'same' });
  });

  it('quotes what stands between its letters now, and says that its words changed', () => {
    const after = undoChanges(reading, changesOf(reading, 'page-furniture'));
    const there = move(reading, after, 'nog lang geen tijd voor');
    expect(there).toMatchObject({ how: 'changed', anchor: { quotation: 'nog lang geen Avond over de bakfiets 1 van 3 tijd voor' } });
    expect(mover(plainText(after.content), plainText(reading.content), { sameSource: true })(there.anchor).how).toBe('lost');
  });

  it('is the same words where only a turn or paragraph was parted or joined in it', () => {
    const { blocks } = reading.content;
    const block = blocks.findIndex(({ text }) => text.includes('Niemand zegt'));
    const split = splitTurn(reading, { block, offset: (blocks[block]?.text ?? '').indexOf('Niemand') as never });
    expect(move(reading, split, 'hij zei niets. Niemand zegt')).toMatchObject({ how: 'moved', anchor: { quotation: 'hij zei niets.\nNiemand zegt' } });
    expect(move(split, joinTurns(split, 3), 'Niemand zegt').how).toBe('same');
  });

  it('is lost, with the words as they were, where its letters are gone', () => {
    const undone = undoChanges(reading, changesOf(reading, 'page-furniture'));
    const again = redoChanges(undone, changesOf(undone, 'page-furniture'));
    expect(move(undone, again, 'bakfiets 3 van 3')).toMatchObject({ how: 'lost', anchor: { quotation: 'bakfiets 3 van 3' } });
  });

  it('is proven in the new text, and keeps all of its letters, wherever it stood', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 120 }), fc.subarray(reading.content.changes.map((_, at) => at)), (at, length, changes) => {
      const before = plainText(reading.content);
      const start = at % (before.text.length - 1);
      const anchor = describe(before, start as Utf16, Math.min(before.text.length, start + length) as Utf16);
      const after = plainText(undoChanges(reading, changes).content);
      const moved = mover(before, after, { sameSource: true })(anchor);
      if (letters(anchor.quotation) === '') return;
      expect(moved.how).not.toBe('lost');
      expect(resolve(after, moved.anchor)?.how).toBe('offset');
      let from = 0;
      for (const letter of letters(anchor.quotation)) {
        from = letters(moved.anchor.quotation).indexOf(letter, from) + 1;
        expect(from).toBeGreaterThan(0);
      }
    }), { numRuns: 150 });
  });
});

suite('a passage that is looked for in another reading', () => {
  it.each([
    ['a hyphen joined', 'De herkeu- ring kwam pas een half jaar later dan beloofd.', 'Ik wachtte. De herkeuring kwam pas een half jaar later dan beloofd. Jammer.'],
    ['a header gone from between', 'De brug ging open en wij stonden te wachten op de boot uit Zwolle die er Avond over de brug 3 nog niet was, al was hij beloofd voor tien uur.',
      'Toen: De brug ging open en wij stonden te wachten op de boot uit Zwolle die er nog niet was, al was hij beloofd voor tien uur. Ja.'],
  ])('is found where its text got cleaner: %s', async (_, old, now) => {
    const [before, after] = [await read(old), await read(now)];
    const text = plainText(before.content);
    const moved = mover(text, plainText(after.content), { sameSource: false })(anchorOf(text, text.text));
    expect(moved.how).not.toBe('lost');
    expect(now).toContain(moved.anchor.quotation);
  });

  it('is lost where it may be two places, or says something else', async () => {
    const before = await read('Wij vonden de brug in die zomer veel te laag voor ons.');
    const twice = await read('Wij vonden de brug in die zomer veel te-laag voor ons. En toch: Wij vonden de brug in die zomer veel te-laag voor ons.');
    const other = await read('Wij vonden de sluis in die winter veel te smal voor hen.');
    for (const after of [twice, other]) expect(move(before, after, 'Wij vonden de brug in die zomer veel te laag voor ons.', false).how).toBe('lost');
  });
});
