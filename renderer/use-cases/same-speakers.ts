import { create } from 'zustand';
import { planMergeSpeakers } from '../../app/coding/plan-speaker.ts';
import type { SamePair } from '../../app/coding/same-speakers.ts';
import { commit } from './commit.ts';

/** Who came in and may have been in the project already: to be asked once nothing else is. */
export const useSamePairs = create<readonly SamePair[]>(() => []);

/** Adds to what is to be asked. */
export function proposeSame(pairs: readonly SamePair[]): void {
  if (pairs.length > 0) useSamePairs.setState([...useSamePairs.getState(), ...pairs], true);
}

/** Makes one speaker of each of these pairs, each a change of its own; the others stay apart, and nothing is asked any more. */
export async function answerSame(pairs: readonly SamePair[]): Promise<void> {
  useSamePairs.setState([], true);
  for (const { came, known } of pairs) await commit(({ state }) => planMergeSpeakers(state, came.id, known.id));
}
