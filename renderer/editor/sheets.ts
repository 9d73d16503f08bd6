import type { Content } from '../../schemas/records/content.ts';

/**
 * What the editor draws as one piece: the blocks of a turn with the labels that introduce it, or blocks outside turns.
 * Long turns take several, so that `content-visibility` has something to skip.
 */
export interface Sheet {
  /** Index in `content.turns`; null outside turns. */
  turn: number | null;
  /** Indexes in `content.blocks`, both included. */
  firstBlock: number;
  lastBlock: number;
  /** An earlier sheet holds the beginning of the same turn. */
  continues: boolean;
}

/** More costs too much to lay out at once, fewer makes too many pieces (measured at 1 and 5 million characters). */
export const blocksPerSheet = 25;

/** The sheets of a document, in order; together they hold each block once. */
export function sheetsOf(content: Content): Sheet[] {
  const turns = effectiveTurns(content);
  const sheets: Sheet[] = [];
  const begun = new Set<number>();
  for (const [block, turn] of turns.entries()) {
    const last = sheets.at(-1);
    const begins = turn === null && content.blocks[block]?.kind === 'heading';
    if (last && last.turn === turn && !begins && block - last.firstBlock < blocksPerSheet) last.lastBlock = block;
    else sheets.push({ turn, firstBlock: block, lastBlock: block, continues: turn !== null && begun.has(turn) });
    if (turn !== null) begun.add(turn);
  }
  return sheets;
}

/** A label that only names stands with the turn that it names; one that says more stands before it. */
function effectiveTurns(content: Content): (number | null)[] {
  return content.blocks.map((block, at) => (block.kind === 'label' ? (isNameOnly(content, at) ? turnAfter(content, at) : null) : block.turn));
}

/**
 * Is this label no more than the margin says? Then the page need not. A label that says more (how a speaker is
 * introduced, which of the questions is answered by somebody whom the margin names) stays.
 */
export function isNameOnly(content: Content, block: number): boolean {
  const found = content.blocks[block];
  const turn = found?.kind === 'label' ? turnAfter(content, block) : null;
  const printed = turn === null ? null : content.turns[turn]?.label;
  const numbers = turn !== null && content.turns[turn]?.speaker !== null && numberedTurns(content).has(turn);
  return found !== undefined && !numbers && printed !== null && printed !== undefined && bare(found.text) === bare(printed);
}

const numbered = new WeakMap<Content, ReadonlySet<number>>();

/** Turns whose labels print the number of a question; found once. */
function numberedTurns(content: Content): ReadonlySet<number> {
  const known = numbered.get(content) ?? new Set(content.pairs.flatMap(({ number, question, answer }) => (number === null ? [] : [question, answer])));
  numbered.set(content, known);
  return known;
}

/** The turn that begins after a label. */
function turnAfter({ blocks }: Content, label: number): number | null {
  let at = label;
  while (blocks[at]?.kind === 'label') at += 1;
  return blocks[at]?.turn ?? null;
}

const bare = (label: string) => label.trim().replace(/\s*:$/u, '').toLowerCase();
