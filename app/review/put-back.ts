import type { ImportChange } from '../../schemas/records/content.ts';
import { joinPieces, pointLength, spanOf, type Piece } from '../structure/pieces.ts';
import { joinNext, lastPage, replaceText, splitBlock } from './block-text.ts';
import { gapBetween, isHyphen, labelRule, lettersOf, sourcePiece, textBetween, type Editing, type Sides } from './editing.ts';
import type { OpenBlock } from './open-content.ts';

/**
 * Takes one import change back: its letters stand in the text again, at their place in the source. Says how; null where
 * the text no longer has the place.
 */
export function putBack(editing: Editing, change: ImportChange): NonNullable<ImportChange['undone']> | null {
  const letters = lettersOf(editing, change);
  if (letters.dropped.length === 0 && letters.made === '') return putSpaceBack(editing, change, letters.kept);
  if (letters.made !== '') return replaceMade(editing, letters.made, letters.at, letters.dropped) ? 'restored' : null;
  for (const stretch of letters.dropped) insert(editing, stretch, change.rule);
  return 'restored';
}

/** Letters of the source in the place of those that were made for them. */
function replaceMade({ index, open, source }: Editing, made: string, at: number, dropped: readonly [number, number][]): boolean {
  const left = index.before(at);
  const right = index.from(dropped.at(-1)?.[1] ?? at);
  const block = [left?.block, right?.block].find((one) => one !== undefined && open.blocks.includes(one));
  if (!block) return false;
  const from = left?.block === block ? left.offset + 1 : 0;
  const to = right?.block === block ? right.offset : pointLength(block.text);
  const found = textBetween(block, from, to).indexOf(made);
  if (found < 0) return false;
  const start = from + pointLength(textBetween(block, from, to).slice(0, found));
  const pieces = dropped.map((stretch) => sourcePiece(source, stretch));
  replaceText(block, start, start + pointLength(made), joinPieces(pieces, pieces.map(() => ' ')));
  index.refresh([block], [at, dropped.at(-1)?.[1] ?? at]);
  return true;
}

function insert(editing: Editing, [from, to]: readonly [number, number], rule: string): void {
  const { index, source } = editing;
  if (isThere(editing, from, to)) return;
  const piece = sourcePiece(source, [from, to]);
  const near: Sides = { left: index.before(from), right: index.from(to) };
  const onLineOf = {
    left: near.left !== null && !lineBreak.test(source.slice(near.left.source + 1, from)),
    right: near.right !== null && !lineBreak.test(source.slice(to, near.right.source)),
  };
  const running: Sides = { left: onLineOf.left ? near.left : index.before(from, true), right: onLineOf.right ? near.right : index.from(to, true) };
  const gap = gapBetween(running);
  const spaces = {
    left: running.left !== null && !isHyphen(rule) && hasSpace(source.slice(running.left.source + 1, from)),
    right: running.right !== null && !isHyphen(rule) && hasSpace(source.slice(to, running.right.source)),
  };
  const { left, right } = running;
  let block: OpenBlock | undefined;
  let at = 0;
  if (gap) {
    const kept = gap.text.trimEnd();
    block = gap.block;
    at = placeText(block, gap.from, gap.to, [{ text: kept, map: [] }, piece], spaces);
  } else if (onLineOf.right && right && !(onLineOf.left && !spaces.left)) {
    block = right.block;
    at = placeText(block, right.offset, right.offset, [piece], spaces);
  } else if (left && (onLineOf.left || left.block === right?.block)) {
    block = left.block;
    at = placeText(block, left.offset + 1, left.offset + 1, [piece], spaces);
  } else block = newBlock(editing, running, piece);
  if (left && hasFormFeed(source.slice(left.source + 1, from))) pullPage(right?.block, right?.offset ?? 0, block, at);
  index.refresh([block], [from, to]);
}

/** Puts pieces in the place of `[from, to)`, with spaces where the source has white space; gives the last one's place. */
function placeText(block: OpenBlock, from: number, to: number, pieces: readonly Piece[], spaces: { left: boolean; right: boolean }): number {
  const before = textBetween(block, 0, from);
  const left = spaces.left && from > 0 && !/\s$/u.test(before) ? ' ' : '';
  const right = spaces.right && to < pointLength(block.text) && !/\s/u.test(textBetween(block, to, to + 1)) ? ' ' : '';
  const kept = pieces.slice(0, -1).filter(({ text }) => text !== '');
  const last = pieces.at(-1) ?? { text: '', map: [] };
  const all = [...kept, { text: left, map: [] }, last, { text: right, map: [] }];
  replaceText(block, from, to, joinPieces(all, all.map(() => '')));
  return from + pointLength(kept.map(({ text }) => text).join('') + left);
}

/**
 * A paragraph of its own, where the line stood between two. It is said by whoever had the floor, or who was given it
 * just before.
 */
function newBlock({ open }: Editing, { left, right }: Sides, piece: Piece): OpenBlock {
  const before = left?.block ?? null;
  const at = before ? open.blocks.indexOf(before) + 1 : right ? open.blocks.indexOf(right.block) : 0;
  const next = open.blocks[at];
  const block: OpenBlock = {
    kind: 'paragraph', level: null, ...piece, source: spanOf(piece.map), page: before ? lastPage(before) : (next?.page ?? null),
    turn: before?.turn ?? (before?.kind === 'label' ? (next?.turn ?? null) : null), section: before?.section ?? null, marks: [], was: null,
  };
  open.blocks.splice(at, 0, block);
  return block;
}

/** A page that started behind the line starts at it: the line stood below the page's mark. */
function pullPage(from: OpenBlock | undefined, offset: number, to: OpenBlock, at: number): void {
  const start = to === from ? null : from?.marks.find((mark) => mark.kind === 'page' && mark.offset === offset);
  const own = to === from ? to.marks.find((mark) => mark.kind === 'page' && mark.offset > at) : null;
  if (own) own.offset = at;
  if (!start || start.kind !== 'page' || !from) return;
  from.marks = from.marks.filter((mark) => mark !== start);
  to.marks.push({ ...start, offset: at });
  if (at === 0) to.page = start.page;
}

/** White space that was made less, or that became the end of a paragraph. */
function putSpaceBack(editing: Editing, change: ImportChange, kept: readonly number[]): NonNullable<ImportChange['undone']> | null {
  const { open, index } = editing;
  const sides = spaceSides(editing, change, kept);
  const { left, right } = sides;
  if (!left || !right) return 'restored';
  if (change.rule === labelRule) {
    const follows = open.blocks.indexOf(right.block) === open.blocks.indexOf(left.block) + 1;
    if (!follows || (left.block.kind !== 'label' && !isText(left.block)) || !isText(right.block)) return null;
    Object.assign(left.block, { kind: 'paragraph', level: null, turn: right.block.turn, section: right.block.section });
    joinNext(open, left.block, ' ');
    index.refresh([left.block, right.block], [left.source, right.source + 1]);
    return 'restored';
  }
  const gap = gapBetween(sides);
  if (!gap) return 'restored';
  if (kept.length > 0) {
    replaceText(gap.block, gap.from, gap.to, { text: ' ', map: [] });
    return 'restored';
  }
  const second = splitBlock(open, gap.block, gap.to);
  if (second) index.refresh([gap.block, second], [left.source, right.source + 1]);
  return second ? 'parted' : 'restored';
}

/** What stands on both sides of the white space that a change is about: inside its letters, else around its span. */
export function spaceSides({ index, source }: Editing, { source: span }: ImportChange, kept: readonly number[]): Sides {
  const [from, to] = span ?? [0, 0];
  const at = kept.findIndex((place, i) => i > 0 && lineBreak.test(source.slice((kept[i - 1] ?? place) + 1, place)));
  const [before, after] = at > 0 ? [kept[at - 1] ?? from, kept[at] ?? to] : [from - 1, to];
  return { left: index.before(before + 1), right: index.from(after) };
}

/** Whether the stretch stands in the text already. */
export function isThere({ index }: Editing, from: number, to: number): boolean {
  const found = index.from(from);
  return found !== null && found.source < to;
}

const isText = ({ kind }: OpenBlock) => kind === 'paragraph' || kind === 'listItem';
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/u;
const hasSpace = (text: string) => /\s/u.test(text);
const hasFormFeed = (text: string) => text.includes('\f');
