import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodePoint } from '../../../schemas/ids.ts';
import { sourceMapping } from '../../../renderer/screens/review/source-map.ts';
import { countRules, step, stopsOf } from '../../../renderer/screens/review/trails.ts';
import { emptyContent, paragraph, speaker, spoken } from '../invented.ts';

const span = (from: number, to: number) => [from as CodePoint, to as CodePoint] as [CodePoint, CodePoint];

describe('the trails of a review', () => {
  it('step through what one rule did, in order of the source', () => {
    const content = {
      ...emptyContent,
      blocks: [paragraph('een twee', [[0, 10, 8]])],
      changes: [
        { rule: 'header', source: span(30, 33), before: 'kop', after: '' },
        { rule: 'hyphen', source: span(12, 14), before: '-', after: '' },
        { rule: 'header', source: span(0, 3), before: 'kop', after: '' },
      ],
    };
    const stops = stopsOf(content, { kind: 'rule', rule: 'header' }, sourceMapping(content));
    expect(stops.map(({ id, source, result }) => ({ id, source, result }))).toEqual([
      { id: 'change-2', source: [0, 3], result: { block: 0, from: 0, to: 0 } },
      { id: 'change-0', source: [30, 33], result: { block: 0, from: 8, to: 8 } },
    ]);
    expect(countRules(content.changes)).toEqual([{ rule: 'header', count: 2 }, { rule: 'hyphen', count: 1 }]);
  });

  it('step through the turns of one speaker', () => {
    const anna = speaker(11, 'Anna');
    const content = spoken([{ by: anna, text: 'Een.' }, { by: speaker(12, 'Bram'), text: 'Twee.' }, { by: anna, text: 'Drie.' }]);
    const stops = stopsOf(content, { kind: 'speaker', id: anna.id }, sourceMapping(content));
    expect(stops.map((stop) => stop.result?.block)).toEqual([0, 2]);
  });

  it('keep the words of a doubt, also where it has no place', () => {
    const content = { ...emptyContent, warnings: [{ rule: 'pages', message: 'bladzijde 3 ontbreekt', source: null }] };
    expect(stopsOf(content, { kind: 'doubt', rule: 'pages' }, sourceMapping(content)))
      .toEqual([{ id: 'warning-0', source: null, result: null, warning: content.warnings[0] }]);
  });
});

describe('stepping', () => {
  it('visits every stop once in a round, in both directions', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.constantFrom<1 | -1>(1, -1), (count, by) => {
      const seen = new Set<number>();
      let at = -1;
      for (let turn = 0; turn < count; turn += 1) {
        at = step(at, count, by);
        seen.add(at);
      }
      expect(seen.size).toBe(count);
      expect(step(at, count, by)).toBe(by === 1 ? 0 : count - 1);
    }));
  });

  it('has nowhere to go without stops', () => {
    expect(step(-1, 0, 1)).toBe(-1);
  });
});
