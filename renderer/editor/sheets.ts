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
  for (const [block, turn] of turns.entries()) {
    const last = sheets.at(-1);
    if (last && last.turn === turn && block - last.firstBlock < blocksPerSheet) last.lastBlock = block;
    else sheets.push({ turn, firstBlock: block, lastBlock: block, continues: turn !== null && last?.turn === turn });
  }
  return sheets;
}

/** A label stands with the turn that it introduces, whatever its own record says. */
function effectiveTurns({ blocks }: Content): (number | null)[] {
  const turns = blocks.map((block) => block.turn);
  for (let at = blocks.length - 2; at >= 0; at -= 1) {
    if (blocks[at]?.kind === 'label') turns[at] = turns[at + 1] ?? null;
  }
  return turns;
}

/**
 * Is this label no more than the speaker's name as printed? Then the margin says it, and the page need not. A label
 * that says more (how a speaker is introduced) stays.
 */
export function isNameOnly(content: Content, block: number, sheet: Sheet): boolean {
  const found = content.blocks[block];
  const printed = sheet.turn === null ? null : content.turns[sheet.turn]?.label;
  return found?.kind === 'label' && printed !== null && printed !== undefined && bare(found.text) === bare(printed);
}

const bare = (label: string) => label.trim().replace(/\s*:$/u, '').toLowerCase();
