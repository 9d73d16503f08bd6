import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../schemas/ids.ts';
import { comeBack, setOut, type Excursion } from '../../../renderer/screens/reading/excursions.ts';

const at = (offset: number) => ({ documentId: 'd' as DocumentId, place: { offset, below: 0, cursor: offset } });
const out = (...steps: [to: Excursion['to'], offset: number | null][]) =>
  steps.reduce<readonly Excursion[]>((stack, [to, offset]) => setOut(stack, { to, before: offset === null ? null : at(offset) }), []);
const back = (stack: readonly Excursion[]) => comeBack(stack).before?.place?.offset ?? null;

describe('Excursions', () => {
  it('from the figures to a place in the text and back to the figures lead to where one read before', () => {
    const stack = out(['analysis', 10], ['analysis', 500]);
    expect(back(stack)).toBe(10);
    expect(comeBack(stack).stack).toEqual([]);
  });

  it('from the figures to passages are one excursion', () => {
    expect(back(out(['analysis', 10], ['passages', null]))).toBe(10);
    expect(back(out(['analysis', 10], ['passages', null], ['analysis', null]))).toBe(10);
  });

  it('to words that were searched for one after the other lead back one by one', () => {
    const stack = out(['search', 10], ['search', 200]);
    expect(back(stack)).toBe(200);
    expect(back(comeBack(stack).stack)).toBe(10);
  });

  it('that none was made of lead nowhere', () => {
    expect(comeBack([])).toEqual({ before: null, stack: [] });
  });
});
