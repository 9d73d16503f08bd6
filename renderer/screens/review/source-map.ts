import type { CodePoint } from '../../../schemas/ids.ts';
import type { Block, Content, Place } from '../../../schemas/records/content.ts';
import { firstIndex } from '../../../app/support/first-index.ts';

/** A stretch of a block's text in code points; empty where something was taken out between two letters. */
export interface BlockStretch { block: number; from: number; to: number }

/** Finds the way between the source and the result of an import. All offsets are code points. */
export interface SourceMapping {
  /** Where a place of the result stands in the source; null where the format has no such places. */
  toSource(place: Place): CodePoint | null;
  /** Where a stretch of the source went; a removed one gives the seam, in the block that lies nearest. */
  toResult(from: CodePoint, to: CodePoint): BlockStretch | null;
}

export function sourceMapping(content: Content): SourceMapping {
  const placed: { block: number; from: number; to: number }[] = [];
  content.blocks.forEach((block, index) => {
    if (block.source) placed.push({ block: index, from: block.source[0], to: block.source[1] });
  });
  // Footnotes stand at the end of the result but anywhere in the source.
  placed.sort((a, b) => a.from - b.from);
  return {
    toSource({ block, offset }) {
      const found = content.blocks[block];
      return found ? sourceOf(found, offset) : null;
    },
    toResult(from, to) {
      const nearest = placed[lastAtMost(placed, from)] ?? placed[0];
      const block = nearest && content.blocks[nearest.block];
      return block ? { block: nearest.block, ...stretchOf(block, from, to) } : null;
    },
  };
}

/** The source's code point of an offset in a block: inside a run exactly, between runs the next run's start. */
function sourceOf(block: Block, offset: number): CodePoint | null {
  for (const [at, source, length] of block.sourceMap) {
    if (offset < at + length) return (source + Math.max(0, offset - at)) as CodePoint;
  }
  return block.source ? block.source[1] : null;
}

/** What of `[from, to)` is left in the block's text: from the first letter kept to the last, or the seam. */
function stretchOf(block: Block, from: number, to: number): { from: number; to: number } {
  let start: number | null = null;
  let end = 0;
  let seam = 0;
  for (const [at, source, length] of block.sourceMap) {
    if (source + length <= from) seam = at + length;
    const first = Math.max(from, source);
    const last = Math.min(to, source + length);
    if (first < last) {
      start ??= at + first - source;
      end = at + last - source;
    }
  }
  return start === null ? { from: seam, to: seam } : { from: start, to: end };
}

/** Index of the last item whose `from` is at most `offset`; -1 where all lie after it. */
function lastAtMost(items: readonly { from: number }[], offset: number): number {
  return firstIndex(items.length, (at) => (items[at]?.from ?? 0) > offset) - 1;
}
