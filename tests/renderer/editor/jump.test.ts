import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { jumpLabels, jumpStep, startJump, type Jump } from '../../../renderer/editor/jump.ts';

const sentences = (count: number): TextRange[] => Array.from({ length: count }, (_, at) => ({ start: (at * 10) as Utf16, end: (at * 10 + 8) as Utf16 }));
const after = (first: TextRange) => sentences(5).filter(({ start }) => start > first.start);
const labelOf = (jump: Jump | null, at: number) => jump?.targets[at]?.label ?? '';

describe('the letters of sentences', () => {
  it('are all different, and none begins another', () => {
    fc.assert(fc.property(fc.nat(600), (count) => {
      const labels = jumpLabels(count);
      expect(labels).toHaveLength(count);
      expect(new Set(labels).size).toBe(count);
      const singles = labels.filter((label) => label.length === 1);
      expect(labels.filter((label) => label.length === 2 && singles.includes(label[0] ?? ''))).toEqual([]);
    }));
  });

  it('are single for the nearest, as far as the alphabet goes', () => {
    expect(jumpLabels(26).every((label) => label.length === 1)).toBe(true);
    expect(jumpLabels(40).slice(0, 20).every((label) => label.length === 1)).toBe(true);
  });
});

describe('jumping', () => {
  it('selects a sentence by its letter, and then reaches to the end of another', () => {
    const one = jumpStep(startJump(sentences(5)), labelOf(startJump(sentences(5)), 1), after);
    expect(one).toMatchObject({ select: { start: 10, end: 18 }, handled: true, jump: { first: { start: 10 } } });
    const two = one.jump && jumpStep(one.jump, labelOf(one.jump, 1), after);
    expect(two).toEqual({ jump: null, select: { start: 10, end: 38 }, handled: true });
  });

  it('waits for the second letter of a label of two', () => {
    const jump = startJump(sentences(60));
    const label = jump.targets.at(-1)?.label ?? '';
    expect(label).toHaveLength(2);
    const half = jumpStep(jump, label[0] ?? '', () => []);
    expect(half).toMatchObject({ select: null, handled: true, jump: { typed: label[0] } });
    expect(half.jump && jumpStep(half.jump, label[1] ?? '', () => [])).toMatchObject({ jump: null, select: { start: 590 } });
  });

  it('takes back a first letter, and ends on Escape', () => {
    const jump = { ...startJump(sentences(60)), typed: 'z' };
    expect(jumpStep(jump, 'Backspace', after).jump?.typed).toBe('');
    expect(jumpStep(jump, 'Escape', after)).toEqual({ jump: null, select: null, handled: true });
  });

  it('leaves every other key to do what it always does, and ends', () => {
    for (const key of ['1', 'Enter', 'ArrowDown', 'F6', '?']) expect(jumpStep(startJump(sentences(3)), key, after)).toEqual({ jump: null, select: null, handled: false });
  });

  it('keeps waiting where a letter leads nowhere', () => {
    const jump = startJump(sentences(2));
    expect(jumpStep(jump, 'z', after)).toEqual({ jump, select: null, handled: true });
  });
});
