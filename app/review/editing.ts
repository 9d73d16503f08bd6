import type { CodePoint } from '../../schemas/ids.ts';
import type { ImportChange } from '../../schemas/records/content.ts';
import { codePointIndex } from '../document/offsets.ts';
import { sourceReader, type SourceReader } from '../document/source-reader.ts';
import type { Piece } from '../structure/pieces.ts';
import { firstIndex } from '../support/first-index.ts';
import { changeLetters, type ChangeLetters } from './change-letters.ts';
import type { OpenBlock, OpenContent } from './open-content.ts';
import { sourceIndex, type SourceIndex, type Spot } from './source-index.ts';

/** What it takes to put import changes back and out again. */
export interface Editing {
  open: OpenContent;
  index: SourceIndex;
  source: SourceReader;
  /** As they stand now: an edit replaces those that it undid or did again. */
  changes: readonly ImportChange[];
  /** Indexes in `changes` of those with a place, by where they start. */
  byStart: readonly number[];
}

/** Ready to put changes back and out: what it looks up is told of every edit. */
export function startEditing(open: OpenContent, source: string, changes: readonly ImportChange[]): Editing {
  const byStart = changes.flatMap((change, index) => (change.source ? [index] : [])).toSorted((a, b) => startOf(changes[a]) - startOf(changes[b]));
  return { open, index: sourceIndex(open), source: sourceReader(source), changes, byStart };
}

/** Both sides of a place of the source, as they stand in the text now; null at its ends. */
export interface Sides { left: Spot | null; right: Spot | null }

export function lettersOf({ changes, source, byStart }: Editing, change: ImportChange): ChangeLetters {
  const [from, to] = change.source ?? [0, 0];
  const nested: ImportChange[] = [];
  for (let at = firstIndex(byStart.length, (i) => startOf(changes[byStart[i] ?? -1]) >= from); at < byStart.length; at += 1) {
    const other = changes[byStart[at] ?? -1];
    if (!other || startOf(other) >= to) break;
    if (isInside(other, change)) nested.push(other);
  }
  return changeLetters(change, nested, source);
}

/** Whether a word that was broken at a line's end was put together here: no space comes between its parts. */
export function isOneWord(editing: Editing, { left, right }: Sides): boolean {
  if (!left || !right) return false;
  const { changes, byStart } = editing;
  let at = firstIndex(byStart.length, (i) => startOf(changes[byStart[i] ?? -1]) > left.source) - 1;
  while (at >= 0 && !isHyphen(changes[byStart[at] ?? -1]?.rule ?? '')) at -= 1;
  const found = changes[byStart[at] ?? -1];
  const joined = found?.source && right.source < found.source[1] ? found : undefined;
  // A hyphen that was kept and is taken back has a space behind it; one that was dropped comes back without.
  return joined !== undefined && (joined.undone === undefined || lettersOf(editing, joined).dropped.length > 0);
}

/** A hyphen at a line's end, which comes back without the line's end where it was dropped. */
export const isHyphen = (rule: string): boolean => rule === 'hyphen' || rule === 'hyphen-kept';
/** A name that was parted from what is said behind it on the line. */
export const labelRule = 'label';

/** The text between two spots of one block, with nothing of the source in between; null where they are no neighbours. */
export function gapBetween({ left, right }: Sides): { block: OpenBlock; from: number; to: number; text: string } | null {
  if (!left || !right || left.block !== right.block || right.offset <= left.offset) return null;
  const { block } = left;
  const from = left.offset + 1;
  const to = right.offset;
  if (block.map.some(([at, , length]) => at < to && at + length > from)) return null;
  return { block, from, to, text: textBetween(block, from, to) };
}

export function textBetween({ text }: OpenBlock, from: number, to: number): string {
  const units = codePointIndex(text);
  return text.slice(units.toUtf16(from as CodePoint), units.toUtf16(to as CodePoint));
}

/** A stretch of the source as text: white space as single spaces, each letter knowing its place. */
export function sourcePiece(source: SourceReader, [from, to]: readonly [number, number]): Piece {
  const map: Piece['map'] = [];
  let text = '';
  let length = 0;
  let at = from;
  for (const letter of source.slice(from, to)) {
    const last = map.at(-1);
    if (/\s/u.test(letter)) {
      if (!text.endsWith(' ')) {
        text += ' ';
        length += 1;
      }
    } else {
      if (last && last[0] + last[2] === length && last[1] + last[2] === at) last[2] += 1;
      else map.push([length as CodePoint, at as CodePoint, 1]);
      text += letter;
      length += 1;
    }
    at += 1;
  }
  return { text, map };
}

const startOf = (change: ImportChange | undefined) => change?.source?.[0] ?? 0;

function isInside({ source: inner }: ImportChange, { source: outer }: ImportChange): boolean {
  return inner !== null && outer !== null && inner[0] >= outer[0] && inner[1] <= outer[1] && inner[1] - inner[0] < outer[1] - outer[0];
}
