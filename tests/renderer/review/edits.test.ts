import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDocument, editSpeaker } from '../../../renderer/screens/review/edits.ts';
import { pushStep, startStack, stepBack, stepForward } from '../../../renderer/screens/review/edit-stack.ts';
import type { SpeakerId } from '../../../schemas/ids.ts';
import { guid, reading } from '../invented.ts';

const veenstra = guid(11) as SpeakerId;

describe('editing a reading', () => {
  it('changes one speaker and leaves the reading that was there as it is', () => {
    const before = reading();
    const after = editSpeaker(before, veenstra, { role: ' mantelzorger ', moderator: true });
    expect(after.speakers[0]).toMatchObject({ name: 'Mw. Veenstra', role: 'mantelzorger', moderator: true });
    expect(after.speakers[1]).toBe(before.speakers[1]);
    expect(before.speakers[0]).toMatchObject({ role: null, moderator: false });
  });

  it('keeps the printed name as an alias, and drops it again when the name comes back', () => {
    const renamed = editSpeaker(reading(), veenstra, { name: 'Anna Veenstra' });
    expect(renamed.speakers[0]).toMatchObject({ name: 'Anna Veenstra', aliases: ['Mw. Veenstra'] });
    const back = editSpeaker(renamed, veenstra, { name: 'Mw. Veenstra' });
    expect(back.speakers[0]).toMatchObject({ name: 'Mw. Veenstra', aliases: ['Anna Veenstra'] });
  });

  it('makes of an emptied role or organisation none, and of an emptied name no change', () => {
    const filled = editSpeaker(reading(), veenstra, { role: 'overheid', organisation: 'Gemeente' });
    expect(editSpeaker(filled, veenstra, { role: ' ', organisation: '' }).speakers[0]).toMatchObject({ role: null, organisation: null });
    expect(editSpeaker(filled, veenstra, { name: '  ' })).toBe(filled);
    expect(editDocument(filled, { name: '' })).toBe(filled);
  });

  it('is no step where nothing changes', () => {
    const same = reading();
    expect(editSpeaker(same, veenstra, { name: 'Mw. Veenstra ', role: '' })).toBe(same);
    expect(editDocument(same, { name: 'Hoorzitting Slecht slapen', date: '2025-03-14' })).toBe(same);
    expect(editSpeaker(same, guid(99) as SpeakerId, { name: 'Niemand' })).toBe(same);
  });

  it('changes name, date and place of the document', () => {
    expect(editDocument(reading(), { name: 'Slapen', date: null, place: 'Assen' }).document).toMatchObject({ name: 'Slapen', date: null, place: 'Assen' });
  });
});

describe('the steps of a review', () => {
  it('come back one by one and forward again, whatever was done', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
      const states = [reading()];
      let stack = startStack(states[0] ?? reading());
      for (const name of names) {
        const next = editDocument(stack.present, { name });
        if (next !== stack.present) states.push(next);
        stack = pushStep(stack, next);
      }
      for (const expected of states.toReversed()) {
        expect(stack.present).toBe(expected);
        stack = stepBack(stack);
      }
      for (const expected of states) {
        expect(stack.present).toBe(expected);
        stack = stepForward(stack);
      }
      expect(stepForward(stack)).toBe(stack);
    }));
  });

  it('end what could be put back once something new is done', () => {
    const first = reading();
    const stack = stepBack(pushStep(startStack(first), reading()));
    expect(stack.future).toHaveLength(1);
    expect(pushStep(stack, reading()).future).toEqual([]);
    expect(pushStep(stack, first)).toBe(stack);
  });
});
