import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDocument } from '../../../app/review/document.ts';
import { pushStep, startStack, stepBack, stepForward } from '../../../renderer/screens/review/edit-stack.ts';
import { reading } from '../invented.ts';

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
