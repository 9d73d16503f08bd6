import type { CodePoint } from '../../../schemas/ids.ts';
import type { Content } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../../app/document/offsets.ts';
import { turnNamedBy } from '../../../app/structure/margin-labels.ts';
import { cutPoints } from './text-rows.ts';

/** A row of the result as it will read. Offsets are UTF-16 in the block's text. */
export type ResultRow =
  | { kind: 'page'; page: number }
  | { kind: 'text'; block: number; from: number; to: number; startsTurn: boolean; pages: readonly PageTick[] };

/** A page that begins inside the row. */
export interface PageTick { page: number; at: number }

export interface ResultRows {
  rows: readonly ResultRow[];
  /** The blocks that have a row, ascending. */
  shown: readonly number[];
  /** The row that shows an offset of a block. */
  at(block: number, offset: number): number;
}

/**
 * The rows of a content: a mark where a page begins at a block, and blocks, cut where they are too long to draw. A
 * label that is no more than the name of who speaks next is left to the margin.
 */
export function resultRows(content: Content): ResultRows {
  const pages = new Map<number, { page: number; offset: CodePoint }[]>();
  for (const { page, at } of content.pages) pages.set(at.block, [...(pages.get(at.block) ?? []), { page, offset: at.offset }]);
  const rows: ResultRow[] = [];
  const firstRow: number[] = [];
  content.blocks.forEach((block, index) => {
    const here = pages.get(index) ?? [];
    for (const { page } of here.filter(({ offset }) => offset === 0)) rows.push({ kind: 'page', page });
    const inside = here.filter(({ offset }) => offset > 0);
    const units = inside.length > 0 ? codePointIndex(block.text) : null;
    const ticks = inside.map(({ page, offset }) => ({ page, at: units?.toUtf16(codePointWithin(offset, units.length)) ?? 0 }));
    const startsTurn = block.turn !== null && content.turns[block.turn]?.firstBlock === index;
    firstRow.push(rows.length);
    if (turnNamedBy(content, index) !== null) return;
    let from = 0;
    for (const to of [...cutPoints(block.text, 0, block.text.length), block.text.length]) {
      const start = from;
      rows.push({
        kind: 'text', block: index, from, to, startsTurn: startsTurn && from === 0,
        pages: ticks.filter((tick) => tick.at >= start && tick.at < to),
      });
      from = to;
    }
  });
  return {
    rows,
    shown: rows.flatMap((row) => (row.kind === 'text' && row.from === 0 ? [row.block] : [])),
    at(block, offset) {
      let row = firstRow[block] ?? 0;
      const isFurther = (next: ResultRow | undefined) => next?.kind === 'text' && next.block === block && next.from <= offset;
      while (isFurther(rows[row + 1])) row += 1;
      return row;
    },
  };
}

function codePointWithin<C extends number>(offset: C, length: C): C {
  return offset > length ? length : offset;
}
