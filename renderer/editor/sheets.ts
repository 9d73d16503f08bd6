import { turnNamedBy } from '../../app/structure/margin-labels.ts';
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
  return content.blocks.map((block, at) => (block.kind === 'label' ? turnNamedBy(content, at) : block.turn));
}
