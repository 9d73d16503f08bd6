import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisRow } from '../../../app/analyses/analysis.ts';
import { coOccurrence } from '../../../app/analyses/co-occurrence.ts';
import { analyses } from '../../../app/analyses/registry.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import { themeMatrix } from '../../../app/analyses/theme-matrix.ts';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planEditCode, planMoveCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { siblingsUnder } from '../../../app/coding/tree.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { coder, invent, now, World, type Invented, type Said } from '../world.ts';

const said: fc.Arbitrary<Said[]> = fc.array(fc.record({
  by: fc.constantFrom('Commissie', 'Mevrouw Terwindt', 'De heer Ossewaard', null),
  text: fc.array(fc.constantFrom('wij', 'wachten', 'op', 'de bus.', 'Soms', '[gelach]', 'regen 🌧', 'en', 'wind.'), { minLength: 1, maxLength: 14 }).map((words) => `Ja, ${words.join(' ')}`),
  kind: fc.constantFrom('question' as const, 'answer' as const, 'presentation' as const),
}), { minLength: 1, maxLength: 6 });
/** Theme, start and length, all to be taken modulo what there is. */
const picks = fc.array(fc.tuple(fc.nat(3), fc.nat(), fc.integer({ min: 1, max: 40 })), { maxLength: 10 });

interface Placed { code: CodeId; start: number; end: number }

function tag(world: World, { document, content }: Invented, { code, start, end }: Placed): void {
  const id = nameId<CodingId>('coding', String(world.changes.length));
  const result = planTag(world.state, { id, documentId: document.id, codeId: code, coderId: coder.id, anchor: describePassage(plainText(content), start as Utf16, end as Utf16), now });
  // The same theme twice on the same passage is refused.
  if (result.ok) world.do(result);
}

/** A world with one document and codings that begin and end between characters. */
function make(lines: Said[], chosen: readonly (readonly [number, number, number])[]): { world: World; invented: Invented; placed: Placed[] } {
  const world = World.create();
  const invented = invent('Zitting', lines);
  world.add(invented);
  const codes = [...world.state.codes.keys()];
  const points = [...plainText(invented.content).text];
  const offset = (at: number) => points.slice(0, at).join('').length;
  const placed = chosen.flatMap(([code, from, length]): Placed[] => {
    const start = from % points.length;
    return [{ code: codes[code % codes.length] ?? codes[0] as CodeId, start: offset(start), end: offset(Math.min(points.length, start + length)) }];
  });
  for (const one of placed) tag(world, invented, one);
  return { world, invented, placed };
}

const tableOf = (snapshot: ProjectSnapshot, id: string, options: Record<string, unknown> = {}) => {
  const analysis = analyses.find((one) => one.id === id);
  if (!analysis) throw new Error(id);
  return analysis.run(snapshot, analysis.options.parse(options) as never).rows;
};
const figuresOf = (rows: readonly AnalysisRow[]) => rows.map((row) => Object.entries(row).filter(([, value]) => typeof value !== 'string'));

describe('for any text and any codings', () => {
  it('the words of a theme are at most the words of the speakers counted, in every row', () => {
    fc.assert(fc.property(said, picks, fc.boolean(), (lines, chosen, includeModerators) => {
      const { world } = make(lines, chosen);
      for (const by of [null, 'speaker', 'role', 'organisation', 'document', 'turn-kind', 'coder'] as const) {
        for (const row of themeFrequencies.run(world.snapshot, themeFrequencies.options.parse({ by, includeModerators })).rows) {
          expect(Number(row['words'])).toBeLessThanOrEqual(Number(row['words_counted']));
          expect(Number(row['share'])).toBeLessThanOrEqual(1);
          expect(Number(row['passages'])).toBeLessThanOrEqual(Number(row['codings']));
        }
      }
    }), { numRuns: 60 });
  });

  it('themes meet as often the one way as the other, and Jaccard lies between 0 and 1', () => {
    fc.assert(fc.property(said, picks, fc.constantFrom(...coOccurrence.options.shape.relation.unwrap().options), (lines, chosen, relation) => {
      const { world } = make(lines, chosen);
      const options = { relation, words: 3 };
      const before = new Map(tableOf(world.snapshot, 'co-occurrence', options).map((row) => [[row['code_a_id'], row['code_b_id']].toSorted().join(), row]));
      // The codebook the other way round: each pair is told from its other side.
      const codes = Array.from(world.state.codes.keys());
      for (const code of codes) world.do(planMoveCode(world.state, code, { parentId: null, before: siblingsUnder(world.state, null)[0]?.id ?? null }));
      for (const row of tableOf(world.snapshot, 'co-occurrence', options)) {
        const other = before.get([row['code_a_id'], row['code_b_id']].toSorted().join());
        const [a, b] = other?.['code_a_id'] === row['code_a_id'] ? ['a', 'b'] : ['b', 'a'];
        expect([row['count'], row['jaccard'], row['c'], row['a'], row['b']]).toEqual([other?.['count'], other?.['jaccard'], other?.['c'], other?.[a ?? ''], other?.[b ?? '']]);
        expect(Number(row['jaccard'])).toBeGreaterThanOrEqual(0);
        expect(Number(row['jaccard'])).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 80 });
  });

  it('themes whose codings only touch do not overlap and do not contain each other', () => {
    fc.assert(fc.property(said, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (lines, cuts) => {
      const { world, invented } = make(lines, []);
      const codes = [...world.state.codes.keys()];
      const points = [...plainText(invented.content).text];
      const places = [...new Set([0, ...cuts.map((cut) => cut % points.length), points.length])].toSorted((a, b) => a - b).map((at) => points.slice(0, at).join('').length);
      // One behind the other, each under another theme than the one before it.
      for (const [at, start] of places.slice(0, -1).entries()) tag(world, invented, { code: codes[at % codes.length] ?? codes[0] as CodeId, start, end: places[at + 1] ?? start });
      for (const relation of ['overlap', 'containment']) {
        for (const row of tableOf(world.snapshot, 'co-occurrence', { relation })) expect([row['count'], row['c'] ?? 0, row['jaccard']]).toEqual([0, 0, 0]);
      }
      const [first] = codes;
      const overlapping = { kind: 'group', not: false, match: 'all', of: [{ kind: 'relation', not: false, relation: 'overlapping', theme: first, words: 0 }] };
      expect(tableOf(world.snapshot, 'query', { query: overlapping })).toEqual([]);
    }), { numRuns: 60 });
  });

  it('renaming and recolouring themes changes no figure of any analysis', () => {
    fc.assert(fc.property(said, picks, (lines, chosen) => {
      const { world } = make(lines, chosen);
      const before = analyses.map(({ id }) => figuresOf(tableOf(world.snapshot, id, id === 'keywords' ? { word: 'wij' } : {})));
      for (const [at, id] of [...world.state.codes.keys()].entries()) world.do(planEditCode(world.state, id, { name: `thema ${at}`, color: '#123456' }));
      expect(analyses.map(({ id }) => figuresOf(tableOf(world.snapshot, id, id === 'keywords' ? { word: 'wij' } : {})))).toEqual(before);
    }), { numRuns: 25 });
  });

  it('splitting a coding in two changes codings, and no words, characters, shares, turns or speakers', () => {
    fc.assert(fc.property(said, picks, fc.tuple(fc.nat(3), fc.nat(), fc.integer({ min: 2, max: 40 })), fc.nat(), (lines, chosen, [code, from, length], cut) => {
      const whole = make(lines, [...chosen, [code, from, length]]);
      const last = whole.placed.at(-1);
      if (!last) return;
      const points = Array.from(plainText(whole.invented.content).text.slice(last.start, last.end));
      if (points.length < 2) return;
      const middle = last.start + points.slice(0, 1 + (cut % (points.length - 1))).join('').length;
      const halves = make(lines, chosen);
      tag(halves.world, halves.invented, { ...last, end: middle });
      tag(halves.world, halves.invented, { ...last, start: middle });
      for (const by of [null, 'speaker'] as const) {
        const [before, after] = [whole, halves].map(({ world }) => themeFrequencies.run(world.snapshot, themeFrequencies.options.parse({ by })).rows);
        for (const [at, row] of (before ?? []).entries()) {
          for (const figure of ['words', 'characters', 'share', 'turns', 'speakers', 'documents', 'one_voice']) expect([figure, after?.[at]?.[figure]]).toEqual([figure, row[figure]]);
        }
      }
    }), { numRuns: 60 });
  });

  it('a document without codings adds to the words that are counted and changes nothing else', () => {
    fc.assert(fc.property(said, picks, said, (lines, chosen, others) => {
      const { world } = make(lines, chosen);
      const before = themeFrequencies.run(world.snapshot, themeFrequencies.options.parse({})).rows;
      const bySpeaker = themeMatrix.run(world.snapshot, themeMatrix.options.parse({})).rows;
      world.add(invent('Een andere zitting', [{ by: null, text: 'Nieuw' }, ...others]));
      const after = themeFrequencies.run(world.snapshot, themeFrequencies.options.parse({})).rows;
      for (const [at, row] of before.entries()) {
        const { share, words_counted: words = 0, speakers_counted: speakers = 0, ...rest } = row;
        const found = after[at] ?? {};
        expect(found).toMatchObject(rest);
        expect(Number(found['words_counted'])).toBeGreaterThanOrEqual(Number(words));
        expect(Number(found['speakers_counted'])).toBeGreaterThanOrEqual(Number(speakers));
        expect(Number(found['share'])).toBeCloseTo(Number(found['words_counted']) === 0 ? 0 : Number(row['words']) / Number(found['words_counted']), 12);
        expect(Number(found['share'])).toBeLessThanOrEqual(Number(share) + 1e-12);
      }
      // Shares of a speaker stay, since the others' words are not among theirs; new speakers have nothing.
      const own = new Set(bySpeaker.map((row) => row['by_id']));
      const later = themeMatrix.run(world.snapshot, themeMatrix.options.parse({})).rows;
      expect(later.filter((row) => own.has(row['by_id'] ?? null)).toSorted(byIds)).toEqual(bySpeaker.toSorted(byIds));
      for (const row of later.filter((one) => !own.has(one['by_id'] ?? null))) expect(row['words']).toBe(0);
      expect(tableOf(world.snapshot, 'co-occurrence')).toEqual(tableOf(make(lines, chosen).world.snapshot, 'co-occurrence'));
    }), { numRuns: 40 });
  });
});

const byIds = (a: AnalysisRow, b: AnalysisRow) => (`${String(a['code_id'])}${String(a['by_id'])}` < `${String(b['code_id'])}${String(b['by_id'])}` ? -1 : 1);
