import type { CodingId } from '../../schemas/ids.ts';
import type { Condition, ConditionGroup } from '../../schemas/query.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { subtree } from '../coding/tree.ts';
import { fold, holds } from '../support/fold.ts';
import { assertNever } from '../support/result.ts';
import { touched, type PlacedCoding } from './counting.ts';
import { standingTo } from './relations.ts';
import type { Speech, SpeechUnit } from './speech.ts';

/** The codings of one document with what is said in it. */
export interface Asked { speech: Speech; codings: readonly PlacedCoding[] }

type Test = (one: PlacedCoding) => boolean;

/** The codings for which a query holds, in their order. O(n log n) in the codings for each condition. */
export function answer(snapshot: ProjectSnapshot, asked: Asked, query: ConditionGroup): PlacedCoding[] {
  const test = testOf(snapshot, asked, query);
  return asked.codings.filter(test);
}

function testOf(snapshot: ProjectSnapshot, asked: Asked, condition: Condition): Test {
  const test = plainTest(snapshot, asked, condition);
  return condition.not ? (one) => !test(one) : test;
}

function plainTest(snapshot: ProjectSnapshot, asked: Asked, condition: Condition): Test {
  const { state } = snapshot;
  const { speech, codings } = asked;
  const inUnit = (test: (unit: SpeechUnit) => boolean): Test => (one) => {
    const { first, after } = touched(speech.units, one);
    return speech.units.slice(first, after).some(test);
  };
  switch (condition.kind) {
    case 'group': {
      const tests = condition.of.map((one) => testOf(snapshot, asked, one));
      return condition.match === 'any' ? (one) => tests.some((test) => test(one)) : (one) => tests.every((test) => test(one));
    }
    case 'theme': {
      const codes = condition.withSubtree ? subtree(state, condition.theme) : new Set([condition.theme]);
      return ({ coding }) => codes.has(coding.codeId);
    }
    case 'relation': {
      const { theme, withSubtree, relation, words } = condition;
      const codes = theme === null ? null : withSubtree ? subtree(state, theme) : new Set([theme]);
      return standingTo(speech, codings.filter(({ coding }) => codes === null || codes.has(coding.codeId)), relation, words);
    }
    case 'speaker': return inUnit(({ voice }) => voice?.id === condition.voice);
    case 'role': return inUnit(({ voice }) => voice?.role === condition.role);
    case 'organisation': return inUnit(({ voice }) => voice?.organisation === condition.organisation);
    case 'turn-kind': return inUnit(({ kind }) => kind === condition.turnKind);
    case 'document': return () => speech.document.id === condition.document;
    case 'weight': return ({ coding: { weight } }) => weight !== null && weight >= (condition.least ?? 0) && weight <= (condition.most ?? 100);
    case 'memo': return memoTest(snapshot, condition.text);
    case 'coder': return ({ coding }) => coding.coderId === condition.coder;
    case 'text': {
      const wanted = fold(condition.text.trim());
      return ({ coding }) => holds(fold(coding.anchor.quotation), wanted);
    }
    default: return assertNever(condition);
  }
}

function memoTest({ state }: ProjectSnapshot, text: string): Test {
  const wanted = fold(text.trim());
  const found = new Set<CodingId>();
  for (const memo of state.memos.values()) if (memo.target.kind === 'coding' && holds(fold(memo.text), wanted)) found.add(memo.target.id);
  return ({ coding }) => found.has(coding.id);
}
