import type { Speaker } from '../../schemas/records/speaker.ts';
import { partOf } from '../structure/speaker-names.ts';
import { findPairs } from '../structure/turn-kinds.ts';
import type { OpenBlock, OpenPair, OpenTurn } from './open-content.ts';

/** The turns of these blocks, each once, in order. */
export function turnsOf(blocks: readonly OpenBlock[]): OpenTurn[] {
  return [...new Set(blocks.flatMap(({ turn }) => (turn ? [turn] : [])))];
}

/** Question and answer as the kinds of turns say it, by the rule of the import. */
export function pairsByKind(turns: readonly OpenTurn[], speakers: readonly Speaker[]): OpenPair[] {
  const chairs = new Set(speakers.filter(({ name, aliases }) => [name, ...aliases].some((one) => partOf(one) === 'chair')).map(({ id }) => id));
  const pairs = findPairs(turns.map(({ kind }) => kind), turns.map(({ speaker }) => speaker !== null && chairs.has(speaker)));
  return pairs.flatMap(({ question, answer }): OpenPair[] => {
    const asked = turns[question];
    const answered = turns[answer];
    return asked && answered ? [{ number: null, question: asked, answer: answered }] : [];
  });
}

/**
 * The pairs after an edit. What the kinds said before it and say no more goes, what they say only now comes; others stay,
 * since a document may pair its turns in ways of its own. A new pair takes the number of the one that it stands for.
 */
export function followPairs(pairs: readonly OpenPair[], before: readonly OpenPair[], after: readonly OpenPair[]): OpenPair[] {
  const gone = without(before, after);
  const come = without(without(after, before), pairs);
  const kept = without(pairs, gone);
  const numberOf = (pair: OpenPair) => pairs.find(({ answer }) => answer === pair.answer)?.number ?? pairs.find(({ question }) => question === pair.question)?.number ?? null;
  return [...kept, ...come.map((pair) => ({ ...pair, number: numberOf(pair) }))];
}

function without(pairs: readonly OpenPair[], others: readonly OpenPair[]): OpenPair[] {
  const answers = new Map<OpenTurn, Set<OpenTurn>>();
  for (const { question, answer } of others) answers.set(question, (answers.get(question) ?? new Set()).add(answer));
  return pairs.filter(({ question, answer }) => answers.get(question)?.has(answer) !== true);
}
