import type { CodePoint } from '../../../schemas/ids.ts';
import type { Content, Place } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../../app/document/offsets.ts';
import { sentences } from '../../../app/document/sentences.ts';
import type { SourceMapping } from './source-map.ts';

/** What one step of the reading cursor covers. */
export type CursorUnit = 'sentence' | 'word';

/** The place before the next or previous sentence or word, on into the blocks that are shown; the same one at the ends. */
export function moveCursor(content: Content, shown: readonly number[], from: Place, unit: CursorUnit, by: 1 | -1): Place {
  const starts = startsIn(content, from.block, unit);
  const here = by === 1 ? starts.find((at) => at > from.offset) : starts.findLast((at) => at < from.offset);
  if (here !== undefined) return { block: from.block, offset: here };
  const next = by === 1 ? shown.find((block) => block > from.block) : shown.findLast((block) => block < from.block);
  if (next === undefined) return from;
  return { block: next, offset: by === 1 ? start : (startsIn(content, next, unit).at(-1) ?? start) };
}

/** The start of the word that holds an offset, or of the next one where it stands between two. UTF-16 in, code points out. */
export function wordStart(text: string, offset: number): CodePoint {
  const word = text.slice(0, offset).search(/\S*$/u);
  const at = word < offset ? word : offset + Math.max(0, text.slice(offset).search(/\S/u));
  return codePointIndex(text).toCodePoint(at as Parameters<ReturnType<typeof codePointIndex>['toCodePoint']>[0]);
}

/** The words behind the cursor, to be read aloud: its sentence from there on. */
export function wordsAt(content: Content, { block, offset }: Place): string {
  const text = content.blocks[block]?.text ?? '';
  const index = codePointIndex(text);
  const at = index.toUtf16(Math.min(offset, index.length) as CodePoint);
  const end = sentences(text).find((sentence) => sentence.end > at)?.end ?? text.length;
  return text.slice(at, Math.min(end, at + 120)).trim();
}

/** Where the cursor stands after an edit: at the same letter of the source, else in the block that now has its number. */
export function followCursor(place: Place, before: SourceMapping, after: SourceMapping, content: Content): Place {
  const source = before.toSource(place);
  const found = source === null ? null : after.toResult(source, (source + 1) as CodePoint);
  if (found) return { block: found.block, offset: found.from as CodePoint };
  const block = Math.max(0, Math.min(place.block, content.blocks.length - 1));
  return { block, offset: block === place.block ? (Math.min(place.offset, codePointIndex(content.blocks[block]?.text ?? '').length) as CodePoint) : start };
}

const start = 0 as CodePoint;

function startsIn(content: Content, block: number, unit: CursorUnit): CodePoint[] {
  const text = content.blocks[block]?.text ?? '';
  const index = codePointIndex(text);
  const starts = unit === 'sentence' ? sentences(text).map((sentence) => sentence.start) : Array.from(text.matchAll(/\S+/gu), (word) => word.index);
  return starts.map((at) => index.toCodePoint(at as Parameters<typeof index.toCodePoint>[0]));
}
