import { beforeAll, describe, expect, it } from 'vitest';
import { coOccurrence } from '../../../app/analyses/co-occurrence.ts';
import { questions } from '../../../app/analyses/questions.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { counted, heard, marked, passages, projects, takenApart, type PlainDocument, type PlainWord } from './plain.ts';

type Range = { from: number; to: number };

/** For each character, how many words have begun before it, and how many have ended by it. */
const counts = new WeakMap<PlainDocument, { begun: number[]; ended: number[] }>();
function wordsUpTo({ words, text }: PlainDocument): { begun: number[]; ended: number[] } {
  const [begun, ended]: [number[], number[]] = [[], []];
  let [starts, ends] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    while ((words[ends]?.to ?? Infinity) <= at) ends += 1;
    while ((words[starts]?.from ?? Infinity) < at) starts += 1;
    begun.push(starts);
    ended.push(ends);
  }
  return { begun, ended };
}
const relations = ['overlap', 'containment', 'sentence', 'paragraph', 'turn', 'near'] as const;

describe.each(projects)('in $name', ({ load }) => {
  let snapshot: ProjectSnapshot;
  let documents: PlainDocument[];
  beforeAll(async () => {
    if (!load) return;
    snapshot = await load();
    documents = takenApart(snapshot);
  });

  const below = (id: string): string[] => [id, ...[...snapshot.state.codes.values()].filter(({ parentId }) => parentId === id).flatMap((code) => below(code.id))];

  /** How many whole words of speech stand between two stretches; 0 where they overlap or touch. */
  function between(document: PlainDocument, a: Range, b: Range): number {
    const [first, second] = a.from <= b.from ? [a, b] : [b, a];
    const known = counts.get(document) ?? wordsUpTo(document);
    counts.set(document, known);
    return Math.max(0, (known.ended[second.from] ?? 0) - (known.begun[first.to] ?? 0));
  }

  function meet(document: PlainDocument, relation: (typeof relations)[number], all: boolean, a: Range, b: Range): boolean {
    if (relation === 'near') return between(document, a, b) <= 5;
    const shared = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
    if (shared.from >= shared.to || !heard(document, shared, all)) return false;
    return relation === 'overlap' || (shared.from === a.from && shared.to === a.to) || (shared.from === b.from && shared.to === b.to);
  }

  function expected(relation: (typeof relations)[number], all: boolean, one: readonly string[], other: readonly string[]) {
    let [count, a, b, metA, metB, both, either] = [0, 0, 0, 0, 0, 0, 0];
    for (const document of documents) {
      const { text, unitAt, noteAt, units, words } = document;
      const ownOf = (codes: readonly string[]) => document.codings.filter(({ code }) => codes.includes(code));
      if (relation === 'sentence' || relation === 'paragraph' || relation === 'turn') {
        const part = (word: PlainWord) => ({ sentence: word.sentence, paragraph: word.block, turn: word.unit })[relation];
        const partsWith = (codes: readonly string[]) => {
          const marks = marked(document, ownOf(codes));
          return new Set(words.filter((word) => counted(units[word.unit], all) && marks.slice(word.from, word.to).includes(true)).map(part));
        };
        const [partsA, partsB] = [partsWith(one), partsWith(other)];
        count += [...partsA].filter((each) => partsB.has(each)).length;
        [a, b] = [a + partsA.size, b + partsB.size];
        [both, either] = [count, a + b - count];
        continue;
      }
      const of = (codes: readonly string[]) => passages(ownOf(codes)).filter((range) => heard(document, range, all));
      const [passagesA, passagesB] = [of(one), of(other)];
      [a, b] = [a + passagesA.length, b + passagesB.length];
      for (const p of passagesA) for (const q of passagesB) if (meet(document, relation, all, p, q)) count += 1;
      metA += passagesA.filter((p) => passagesB.some((q) => meet(document, relation, all, p, q))).length;
      metB += passagesB.filter((q) => passagesA.some((p) => meet(document, relation, all, p, q))).length;
      if (relation !== 'overlap') [both, either] = [metA + metB, a + b];
      else {
        const [marksA, marksB] = [marked(document, ownOf(one)), marked(document, ownOf(other))];
        for (const [at] of text.entries()) {
          const isSpoken = unitAt[at] !== null && noteAt[at] !== true && counted(units[unitAt[at] ?? -1], all);
          if (isSpoken && marksA[at] === true && marksB[at] === true) both += 1;
          if (isSpoken && (marksA[at] === true || marksB[at] === true)) either += 1;
        }
      }
    }
    return { count, a, b, c: a + b > count ? count / (a + b - count) : null, jaccard: both === 0 ? 0 : both / either };
  }

  it.skipIf(!load).each(relations)('themes that meet by %s are those of plain loops', (relation) => {
    for (const chosen of [{}, { includeModerators: true }, { withSubtree: true }]) {
      const options = coOccurrence.options.parse({ relation, words: 5, ...chosen });
      const { rows } = coOccurrence.run(snapshot, options);
      expect(rows.length).toBeGreaterThan(0);
      const codes = (id: unknown) => (options.withSubtree ? below(String(id)) : [String(id)]);
      for (const row of rows) {
        const found = expected(relation, options.includeModerators, codes(row['code_a_id']), codes(row['code_b_id']));
        expect({ pair: `${String(row['path_a'])} × ${String(row['path_b'])}`, ...row }).toMatchObject({ pair: `${String(row['path_a'])} × ${String(row['path_b'])}`, ...found, jaccard: expect.closeTo(found.jaccard, 12) });
      }
    }
  });

  it.skipIf(!load).each(relations)('a pair that meets by %s leads to codings of both themes, and one that does not to none', (relation) => {
    const options = coOccurrence.options.parse({ relation, words: 5 });
    for (const row of coOccurrence.run(snapshot, options).rows) {
      const lead = coOccurrence.follow(snapshot, options, row);
      const codes = lead?.kind === 'codings' ? new Set(lead.ids.map((id) => String(snapshot.state.codings.get(id)?.codeId))) : null;
      expect(codes).toEqual(new Set(Number(row['count']) > 0 ? [row['code_a_id'], row['code_b_id']] : []));
    }
  });

  /** For each pair, the themes with a word in the question and in the answer. */
  const pairs = () => documents.flatMap((document) => {
    const said = [...snapshot.state.codes.keys()].map((code) => ({ code: String(code), marks: marked(document, document.codings.filter((coding) => coding.code === code)) }));
    const inTurn = (turn: number) => new Set(said.filter(({ marks }) => document.words.some((word) => document.units[word.unit]?.turn === turn && marks.slice(word.from, word.to).includes(true))).map(({ code }) => code));
    return document.pairs.map(({ question, answer }) => ({ asked: inTurn(question), answered: inTurn(answer) }));
  });

  it.skipIf(!load)('the themes that are asked about and come back are those of plain loops', () => {
    const all = pairs();
    const count = (test: (pair: (typeof all)[number]) => boolean) => all.filter(test).length;
    for (const row of questions.run(snapshot, questions.options.parse({})).rows) {
      const code = String(row['code_id']);
      const [asked, answered] = [count((pair) => pair.asked.has(code)), count((pair) => pair.answered.has(code))];
      const returned = count((pair) => pair.asked.has(code) && pair.answered.has(code));
      expect(row).toMatchObject({ asked, answered, returned, unasked: answered - returned, share_returned: asked === 0 ? null : returned / asked, pairs_counted: all.length });
    }
    for (const row of questions.run(snapshot, questions.options.parse({ show: 'pairs' })).rows) {
      expect(row['pairs']).toBe(count((pair) => pair.asked.has(String(row['code_asked_id'])) && pair.answered.has(String(row['code_answered_id']))));
    }
  });
});
