import type { Content } from '../../schemas/records/content.ts';
import type { Reading } from '../importers/importer.ts';
import { closeContent } from './close-content.ts';
import { openContent, type OpenContent, type OpenSection, type OpenTurn } from './open-content.ts';
import { followPairs, pairsByKind, turnsOf } from './pairs.ts';

/**
 * A reading whose content was edited: opens it, lets `change` work on it, and puts it together with what follows from
 * that (turns that were cut, pairs, speakers who lost their last turn). The same reading where `change` says false:
 * nothing was done.
 */
export function edit(reading: Reading, change: (open: OpenContent) => boolean, rest: Partial<Pick<Content, 'changes' | 'warnings'>> = {}): Reading {
  const open = openContent(reading.content, reading.comments);
  const expected = pairsByKind(turnsOf(open.blocks), reading.speakers);
  if (!change(open)) return reading;
  partTurns(open);
  open.pairs = followPairs(open.pairs, expected, pairsByKind(turnsOf(open.blocks), reading.speakers));
  const { comments, ...structure } = closeContent(open);
  return {
    ...reading, content: { ...reading.content, ...rest, ...structure },
    speakers: stillHeard(reading, structure.turns), ...(reading.comments ? { comments } : {}),
  };
}

/** A turn that something came in between of goes on as another, and so does one that runs into the next section. */
function partTurns({ blocks }: OpenContent): void {
  const closed = new Set<OpenTurn>();
  let before: { was: OpenTurn | null; turn: OpenTurn | null; section: OpenSection | null } = { was: null, turn: null, section: null };
  for (const block of blocks) {
    const was = block.turn;
    if (was && was === before.was && block.section === before.section) block.turn = before.turn;
    else if (was && closed.has(was)) block.turn = { ...was, label: null };
    if (was) closed.add(was);
    before = { was, turn: block.turn, section: block.section };
  }
}

/** Without those who lost their last turn by this edit. */
function stillHeard({ content, speakers }: Reading, turns: Content['turns']): Reading['speakers'] {
  const now = new Set(turns.map(({ speaker }) => speaker));
  const gone = new Set(content.turns.map(({ speaker }) => speaker).filter((speaker) => !now.has(speaker)));
  return gone.size === 0 ? speakers : speakers.filter(({ id }) => !gone.has(id));
}
