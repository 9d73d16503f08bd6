import type { ImportChange } from '../../schemas/records/content.ts';
import { pointLength } from '../structure/pieces.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { joinNext, removeBlock, replaceText, splitBlock } from './block-text.ts';
import { gapBetween, isOneWord, labelRule, lettersOf, textBetween, type Editing } from './editing.ts';
import { giveFloor, nameOnLabel, speakerNamed } from './labels.ts';
import type { OpenBlock } from './open-content.ts';
import { spaceSides } from './put-back.ts';
import type { Spot } from './source-index.ts';

/** Does an import change again that was taken back: its letters go, or its white space. */
export function takeOut(editing: Editing, change: ImportChange, speakers: readonly Speaker[]): void {
  const letters = lettersOf(editing, change);
  if (letters.dropped.length === 0 && letters.made === '') {
    takeSpaceOut(editing, change, letters.kept, speakers);
    return;
  }
  if (letters.made !== '') putMade(editing, letters.made, letters.at, letters.dropped);
  for (const [from, to] of letters.dropped) remove(editing, from, to);
}

/** The letters that the import made, before those of the source that are to go. */
function putMade({ index }: Editing, made: string, at: number, dropped: readonly [number, number][]): void {
  const here = dropped.length > 0 ? index.from(at) : null;
  const left = index.before(at);
  if (here && here.source < (dropped.at(-1)?.[1] ?? at)) replaceText(here.block, here.offset, here.offset, { text: made, map: [] });
  else if (left) replaceText(left.block, left.offset + 1, left.offset + 1, { text: made, map: [] });
}

function remove(editing: Editing, from: number, to: number): void {
  const { index } = editing;
  for (let spot = index.from(from); spot && spot.source < to; spot = index.from(from)) {
    const { block, offset } = spot;
    let end = offset + 1;
    // The letters that follow on each other in this block, with the white space between them.
    for (let next = index.from(spot.source + 1); next && next.source < to && next.block === block; next = index.from(next.source + 1)) {
      if (next.offset < end || /\S/u.test(textBetween(block, end, next.offset))) break;
      end = next.offset + 1;
    }
    removeStretch(editing, spot, end);
    index.refresh([block], [from, to]);
  }
}

/** Takes out a stretch with the white space that would be left over: at an end of the block, or doubled. */
function removeStretch(editing: Editing, { block, offset, source }: Spot, end: number): void {
  const length = pointLength(block.text);
  const head = textBetween(block, 0, offset);
  const tail = textBetween(block, end, length);
  const before = pointLength(head) - pointLength(head.trimEnd());
  const after = pointLength(tail) - pointLength(tail.trimStart());
  const joined = isOneWord(editing, { left: editing.index.before(source), right: spotFrom(block, end) });
  const atEdge = head.trim() === '' || tail.trim() === '';
  const from = atEdge || joined ? offset - before : offset;
  const to = atEdge || joined || before > 0 ? end + after : end;
  replaceText(block, from, to, { text: '', map: [] });
  if (block.text === '') removeBlock(editing.open, block);
}

/** The first character of the source at or behind an offset of a block. */
function spotFrom(block: OpenBlock, offset: number): Spot | null {
  const run = block.map.find(([at, , length]) => at + length > offset);
  return run ? { block, offset: Math.max(run[0], offset), source: run[1] + Math.max(0, offset - run[0]) } : null;
}

function takeSpaceOut(editing: Editing, change: ImportChange, kept: readonly number[], speakers: readonly Speaker[]): void {
  const { open, index } = editing;
  const sides = spaceSides(editing, change, kept);
  const { left, right } = sides;
  if (!left || !right) return;
  if (change.rule === labelRule) {
    partLabel(editing, left, right, speakers);
    return;
  }
  const gap = gapBetween(sides);
  if (kept.length > 0 && gap) replaceText(gap.block, gap.from, gap.to, { text: '', map: [] });
  const follows = open.blocks[open.blocks.indexOf(left.block) + 1] === right.block;
  const atSeam = left.offset === pointLength(left.block.text) - 1 && right.offset === 0;
  if (change.undone !== 'parted' || !follows || !atSeam || left.block.turn !== right.block.turn || left.block.kind !== right.block.kind) return;
  joinNext(open, left.block, ' ');
  index.refresh([left.block, right.block], [left.source, right.source + 1]);
}

/** A name at the head of its line is a label again, and who bears it has the floor from there. */
function partLabel({ open, index, source }: Editing, left: Spot, right: Spot, speakers: readonly Speaker[]): void {
  const { block } = right;
  if (left.block !== block) return;
  const line = source.slice(Math.max(0, left.source - 200), left.source + 1);
  const first = index.from(left.source + 1 - pointLength(/[^\n\r\v\f\u0085\u2028\u2029]*$/u.exec(line)?.[0] ?? ''));
  const starts = first && first.block === block && first.offset > 0 ? splitBlock(open, block, first.offset) : null;
  const label = starts ?? block;
  const said = splitBlock(open, label, right.offset - (starts ? first?.offset ?? 0 : 0));
  index.refresh([block, label, ...(said ? [said] : [])], [left.source, right.source + 1]);
  if (!said) return;
  const isFirst = open.blocks[open.blocks.indexOf(label) - 1]?.turn !== label.turn;
  const old = label.turn;
  Object.assign(label, { kind: 'label', level: null, turn: null });
  if (!old || isFirst) return;
  const name = nameOnLabel(label.text);
  giveFloor(open.blocks, said, old, { kind: old.kind, speaker: speakerNamed(speakers, name)?.id ?? null, label: name });
}
