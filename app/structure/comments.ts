import type { CodePoint } from '../../schemas/ids.ts';
import type { Content, Place } from '../../schemas/records/content.ts';
import type { RawComment, RawDocument, ReadComment } from '../importers/importer.ts';
import { firstIndex } from '../support/first-index.ts';
import { pointLength } from './pieces.ts';

/**
 * A format's comments on the blocks that its lines became, by way of the source: letters that were taken out (a bullet,
 * a header) have no place, so that a comment on them stands at the next letter, or ends at the one before.
 */
export function findComments({ comments = [], lines }: RawDocument, content: Content): ReadComment[] {
  const runs = comments.length === 0 ? [] : runsOf(content);
  if (runs.length === 0) return [];
  const sourceOf = ({ line, at }: RawComment['from']) => {
    const raw = lines[line];
    return (raw?.source?.[0] ?? 0) + pointLength((raw?.text ?? '').slice(0, at));
  };
  return comments.map(({ from, to, text, author, at }) => {
    const start = startAt(runs, sourceOf(from));
    const end = endAt(runs, sourceOf(to));
    const isBehind = end.block > start.block || (end.block === start.block && end.offset > start.offset);
    return { start, end: isBehind ? end : start, text, author, at };
  });
}

/** A stretch of a block that stands letter for letter in the source; all offsets count code points. */
interface Run { block: number; at: number; source: number; length: number }

function runsOf({ blocks }: Content): Run[] {
  return blocks.flatMap(({ sourceMap }, block) => sourceMap.map(([at, source, length]) => ({ block, at, source, length })))
    .toSorted((a, b) => a.source - b.source);
}

/** The first letter from this place of the source on; behind the last one where there is none. */
function startAt(runs: readonly Run[], source: number): Place {
  const run = runs[firstIndex(runs.length, (at) => endOf(runs[at]) > source)] ?? runs.at(-1);
  return placeIn(run, source);
}

/** Behind the last letter before this place of the source; before the first one where there is none. */
function endAt(runs: readonly Run[], source: number): Place {
  const run = runs[firstIndex(runs.length, (at) => (runs[at]?.source ?? 0) >= source) - 1] ?? runs[0];
  return placeIn(run, source);
}

function placeIn(run: Run | undefined, source: number): Place {
  const { block = 0, at = 0, source: from = 0, length = 0 } = run ?? {};
  return { block, offset: (at + Math.min(length, Math.max(0, source - from))) as CodePoint };
}

const endOf = (run: Run | undefined) => (run ? run.source + run.length : 0);
