import type { CodePoint } from '../../schemas/ids.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText } from '../document/plain-text.ts';

/** A stretch of a text that stands letter for letter in another: UTF-16 offsets in both. */
export interface Kept { before: Utf16; after: Utf16; length: number }

/**
 * What two contents of one source share, told by the places of their letters in it, in the order of `before`: exact,
 * whatever was moved, parted or put back in between. What is between two such stretches and says the same in both
 * (spaces and signs that the import made) is shared too. Linear in the runs, and a sort of each content's.
 */
export function keptBySource(before: PlainText, after: PlainText): Kept[] {
  const found: Kept[] = [];
  const [old, now] = [runsOf(before), runsOf(after)];
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    const [a, b] = [old[i], now[j]];
    if (!a || !b) break;
    const from = Math.max(a.source, b.source);
    const to = Math.min(a.source + a.points, b.source + b.points);
    if (from < to) found.push(stretch(before, after, a.text + from - a.source, b.text + from - b.source, to - from));
    if (a.source + a.points < b.source + b.points) i += 1;
    else j += 1;
  }
  return bridged(before.text, after.text, found.toSorted((a, b) => a.before - b.before));
}

interface Run { source: number; text: number; points: number }

/** Runs by their place in the source, with the code point of the whole text at which they stand. */
function runsOf({ content, blocks, toCodePoint }: PlainText): Run[] {
  const runs = content.blocks.flatMap(({ sourceMap }, index) => {
    const start = toCodePoint(blocks[index]?.start ?? (0 as Utf16));
    return sourceMap.map(([at, source, points]): Run => ({ source, text: start + at, points }));
  });
  return runs.toSorted((a, b) => a.source - b.source);
}

function stretch(before: PlainText, after: PlainText, from: number, to: number, points: number): Kept {
  const start = before.toUtf16(from as CodePoint);
  const end = before.toUtf16((from + points) as CodePoint);
  return { before: start, after: after.toUtf16(to as CodePoint), length: end - start };
}

/** Neighbours in both texts with the same between them, as one. */
function bridged(before: string, after: string, kept: readonly Kept[]): Kept[] {
  const joined: Kept[] = [];
  for (const next of kept) {
    const last = joined.at(-1);
    const gap = last ? next.before - last.before - last.length : -1;
    const same = last !== undefined && gap >= 0 && next.after - last.after - last.length === gap
      && before.slice(next.before - gap, next.before) === after.slice(next.after - gap, next.after);
    if (same) last.length = next.before + next.length - last.before;
    else joined.push({ ...next });
  }
  return joined;
}

