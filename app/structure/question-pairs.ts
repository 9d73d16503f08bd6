import type { Content } from '../../schemas/records/content.ts';

/** A turn of questions or answers, with the numbers that its label prints. */
export interface NumberedTurn { part: 'question' | 'answer'; numbers: readonly number[] }

export interface Tied {
  pairs: Content['pairs'];
  /** Turns, by index, that nothing was found for. */
  unanswered: number[];
  unasked: number[];
}

/**
 * Ties each answer to the questions whose numbers it prints, the last time that each was asked before it: questions may
 * stand in a list of their own first, and be printed again above their answers. An answer to several questions is tied
 * to each, and one without a number to all that was asked since the answer before.
 */
export function pairAnswers(turns: readonly NumberedTurn[]): Tied {
  const asked = new Map<number, number>();
  const pairs: Content['pairs'] = [];
  const unasked: number[] = [];
  let open: { number: number; question: number }[] = [];
  turns.forEach(({ part, numbers }, at) => {
    if (part === 'question') {
      if (turns[at - 1]?.part === 'answer') open = [];
      for (const number of numbers) asked.set(number, at);
      open.push(...numbers.map((number) => ({ number, question: at })));
      return;
    }
    const meant = numbers.length === 0 ? open : numbers.flatMap((number) => {
      const question = asked.get(number);
      return question === undefined ? [] : [{ number, question }];
    });
    pairs.push(...meant.map(({ number, question }) => ({ number, question, answer: at })));
    if (meant.length === 0) unasked.push(at);
  });
  const answered = new Set(pairs.map(({ number }) => number));
  const unanswered = turns.flatMap(({ part, numbers }, at) => (part === 'question' && !numbers.some((number) => answered.has(number)) ? [at] : []));
  return { pairs, unanswered, unasked };
}
