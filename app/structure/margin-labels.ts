import type { Content } from '../../schemas/records/content.ts';
import { isQuestionLabel } from './question-labels.ts';

/**
 * The turn whose margin says all that this label says, so that a page need not show the label; null for other blocks.
 * A label that says more (how a speaker is introduced, which of the questions is answered by somebody whom the margin
 * names) stays.
 */
export function turnNamedBy(content: Content, block: number): number | null {
  const found = content.blocks[block];
  const turn = found?.kind === 'label' ? turnAfter(content, block) : null;
  const printed = turn === null ? null : content.turns[turn]?.label;
  if (!found || turn === null || printed === null || printed === undefined || bare(found.text) !== bare(printed)) return null;
  const saysNumber = content.turns[turn]?.speaker !== null && isQuestionLabel(found.text) && (/\d/u.test(found.text) || numberedTurns(content).has(turn));
  return saysNumber ? null : turn;
}

/** The turn that begins after a label. */
function turnAfter({ blocks }: Content, label: number): number | null {
  let at = label;
  while (blocks[at]?.kind === 'label') at += 1;
  return blocks[at]?.turn ?? null;
}

const numbered = new WeakMap<Content, ReadonlySet<number>>();

/** Turns of questions that have a number, and of their answers; found once. */
function numberedTurns(content: Content): ReadonlySet<number> {
  const known = numbered.get(content) ?? new Set(content.pairs.flatMap(({ number, question, answer }) => (number === null ? [] : [question, answer])));
  numbered.set(content, known);
  return known;
}

const bare = (label: string) => label.trim().replace(/\s*:$/u, '').toLowerCase();
