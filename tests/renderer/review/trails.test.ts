import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodePoint } from '../../../schemas/ids.ts';
import type { Content } from '../../../schemas/records/content.ts';
import { sourceMapping } from '../../../renderer/screens/review/source-map.ts';
import { countDoubts, countRules, step, stopsOf, trailOf } from '../../../renderer/screens/review/trails.ts';
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
    expect(stops.map(({ change }) => change)).toEqual([2, 0]);
    expect(countRules(content.changes.map((change, at) => ({ ...change, ...(at === 0 ? { undone: 'restored' as const } : {}) }))))
      .toEqual([{ rule: 'header', count: 2, undone: 1 }, { rule: 'hyphen', count: 1, undone: 0 }]);
    expect([trailOf(content, 'change-1'), trailOf(content, 'change-9')]).toEqual([{ kind: 'rule', rule: 'hyphen' }, null]);
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
      .toEqual([{ id: 'warning-0', source: null, result: null, change: null, warning: 0 }]);
    expect(trailOf(content, 'warning-0')).toEqual({ kind: 'doubts' });
  });

  it('pass by what was seen, and still tell that it was doubted', () => {
    const warnings = [{ rule: 'pages', message: '', source: null, seen: true as const }, { rule: 'pages', message: '', source: null }, { rule: 'encoding', message: '', source: null, seen: true as const }];
    const content = { ...emptyContent, warnings };
    expect(stopsOf(content, { kind: 'doubts' }, sourceMapping(content)).map(({ warning }) => warning)).toEqual([1]);
    expect(countDoubts(warnings)).toEqual([{ rule: 'pages', count: 1 }, { rule: 'encoding', count: 0 }]);
  });

  it('look at a name in the margin where its words begin', () => {
    const anna = speaker(11, 'Anna');
    const content: Content = {
      ...emptyContent, blocks: [{ ...paragraph('Anna:', [[0, 0, 5]]), kind: 'label' }, paragraph('Ja.', [[0, 6, 3]], 0)],
      turns: [{ kind: 'remark', speaker: anna.id, label: 'Anna', firstBlock: 1, lastBlock: 1, section: null, page: null }],
      warnings: [{ rule: 'label-seen-once', message: '', source: span(0, 9) }],
    };
    expect(stopsOf(content, { kind: 'doubts' }, sourceMapping(content))[0]?.result).toEqual({ block: 1, from: 0, to: 0 });
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
