import type { SpeakerId } from '../../schemas/ids.ts';
import type { Content, Place, TurnKind } from '../../schemas/records/content.ts';
import type { Reading } from '../importers/importer.ts';
import { splitBlock } from './block-text.ts';
import { edit } from './edit.ts';
import { labelBack, nameOnLabel, speakerNamed } from './labels.ts';
import type { OpenBlock, OpenContent, OpenTurn } from './open-content.ts';
import { turnsOf } from './pairs.ts';

/**
 * Ends the turn before a place, in code points of its block; what follows is a turn of the same speaker and kind. Outside
 * turns the paragraph is parted. The same reading at the start of a turn and in footnotes.
 */
export function splitTurn(reading: Reading, place: Place): Reading {
  return edit(reading, (open) => {
    const first = open.blocks[place.block];
    if (!first) return false;
    const second = splitBlock(open, first, place.offset);
    const from = second ?? first;
    const { turn } = from;
    // At the end of a block nothing stands behind the place.
    if (!second && isBehind(first, place)) return false;
    if (!turn || open.blocks[open.blocks.indexOf(from) - 1]?.turn !== turn) return second !== null;
    replaceTurn(open.blocks, from, turn, { ...turn, label: null });
    return true;
  });
}

/** Parts a paragraph before a place, within its turn. */
export function splitParagraph(reading: Reading, place: Place): Reading {
  return edit(reading, (open) => {
    const block = open.blocks[place.block];
    return block !== undefined && splitBlock(open, block, place.offset) !== null;
  });
}

/** Whether a turn can be joined with the one after it: only within one section. */
export function canJoin({ content: { turns, blocks } }: Reading, first: number): boolean {
  const [before, after] = [turns[first], turns[first + 1]];
  if (!before || !after || before.section !== after.section) return false;
  return blocks.slice(before.lastBlock + 1, after.firstBlock).every(({ kind }) => kind !== 'heading' && kind !== 'footnote');
}

/**
 * Makes a turn and the one after it one, of the first one's speaker and kind. What stood between them is said there
 * too: a label goes back into the text. The same reading over a heading.
 */
export function joinTurns(reading: Reading, first: number): Reading {
  if (!canJoin(reading, first)) return reading;
  const changes = [...reading.content.changes];
  return edit(reading, (open) => {
    const turns = turnsOf(open.blocks);
    const [turn, next] = [turns[first], turns[first + 1]];
    if (turn && next) takeIn(open, turn, next, changes);
    return true;
  }, { changes });
}

/** Who speaks in a turn, and what it is. */
export function setTurn(reading: Reading, index: number, patch: { speaker?: SpeakerId | null; kind?: TurnKind }): Reading {
  const before = reading.content.turns[index];
  const { speaker = before?.speaker, kind = before?.kind } = patch;
  if (!before || (before.speaker === speaker && before.kind === kind)) return reading;
  return edit(reading, (open) => {
    const turn = turnsOf(open.blocks)[index];
    if (turn) Object.assign(turn, patch);
    return true;
  });
}

/** Text that nobody said, from this block up to the next heading, label or turn, as somebody's turn. */
export function makeTurn(reading: Reading, block: number, turn: { speaker: SpeakerId | null; kind: TurnKind }): Reading {
  return edit(reading, ({ blocks }) => {
    const isText = (one: OpenBlock | undefined) => one?.turn === null && (one.kind === 'paragraph' || one.kind === 'listItem');
    if (!isText(blocks[block])) return false;
    const made: OpenTurn = { ...turn, label: null };
    const section = blocks[block]?.section ?? null;
    for (let at = block; isText(blocks[at]) && blocks[at]?.section === section; at += 1) setTurnOf(blocks[at], made);
    return true;
  });
}

/** Nobody says this: the turn's text stays, outside turns, and its label goes back into it. */
export function dissolveTurn(reading: Reading, index: number): Reading {
  if (!reading.content.turns[index]) return reading;
  const changes = [...reading.content.changes];
  return edit(reading, (open) => {
    const turn = turnsOf(open.blocks)[index];
    const first = open.blocks.findIndex((block) => block.turn === turn);
    const own = open.blocks.filter((block) => block.turn === turn);
    for (const block of own) setTurnOf(block, null);
    labelBack(open, first - 1, null, changes);
    return true;
  }, { changes });
}

/**
 * Somebody who is no speaker: the labels go back into the text, and what stands behind them to who had the floor: whom a
 * label just before names, else the turn before; where there is neither it is outside turns.
 */
export function removeFalseSpeaker(reading: Reading, id: SpeakerId): Reading {
  let after = reading;
  for (let index = after.content.turns.findLastIndex(({ speaker }) => speaker === id); index >= 0;) {
    const { blocks, turns } = after.content;
    const first = turns[index]?.firstBlock ?? 0;
    if (blocks[first - 1]?.kind === 'label' && blocks[first - 2]?.kind === 'label') after = giveBack(after, index, first - 2);
    else after = index > 0 && canJoin(after, index - 1) ? joinTurns(after, index - 1) : dissolveTurn(after, index);
    index = after.content.turns.findLastIndex(({ speaker }) => speaker === id);
  }
  const speakers = after.speakers.filter((speaker) => speaker.id !== id);
  return speakers.length === after.speakers.length ? after : { ...after, speakers };
}

/** A turn of whom the label at a block names, with the label in between as text. */
function giveBack(reading: Reading, index: number, at: number): Reading {
  const changes = [...reading.content.changes];
  return edit(reading, (open) => {
    const turn = turnsOf(open.blocks)[index];
    const name = nameOnLabel(open.blocks[at]?.text ?? '');
    if (!turn) return false;
    labelBack(open, at + 1, turn, changes);
    Object.assign(turn, { speaker: speakerNamed(reading.speakers, name)?.id ?? null, label: name });
    return true;
  }, { changes });
}

/** The rest of a turn, from a block on, as another turn. */
export function replaceTurn(blocks: readonly OpenBlock[], from: OpenBlock, old: OpenTurn, turn: OpenTurn | null): void {
  for (let at = blocks.indexOf(from); blocks[at]?.turn === old; at += 1) setTurnOf(blocks[at], turn);
}

function takeIn(open: OpenContent, turn: OpenTurn, next: OpenTurn, changes: Content['changes']): void {
  const last = open.blocks.findLastIndex((block) => block.turn === turn);
  for (const block of open.blocks) if (block.turn === next) block.turn = turn;
  // From the last on, since a label that joins the text behind it takes that block's place.
  for (let at = open.blocks.findIndex((block, index) => index > last && block.turn === turn) - 1; at > last; at -= 1) {
    if (!labelBack(open, at, turn, changes)) setTurnOf(open.blocks[at], turn);
  }
}

function setTurnOf(block: OpenBlock | undefined, turn: OpenTurn | null): void {
  if (block) block.turn = turn;
}

const isBehind = (block: OpenBlock, { offset }: Place) => offset > 0 && [...block.text].slice(offset).join('').trim() === '';
