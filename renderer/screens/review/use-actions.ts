import type { SpeakerId } from '../../../schemas/ids.ts';
import type { BlockKind, Place, TurnKind } from '../../../schemas/records/content.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { canJoinParagraphs, joinParagraphs, setBlockKind } from '../../../app/review/blocks.ts';
import { setSeen } from '../../../app/review/document.ts';
import { changesOf, hasPlace, redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { speaksHere } from '../../../app/review/labels.ts';
import { addSpeaker } from '../../../app/review/speakers.ts';
import { canJoin, dissolveTurn, joinTurns, makeTurn, removeFalseSpeaker, setTurn, splitParagraph, splitTurn } from '../../../app/review/turns.ts';
import type { ReviewEdits } from './use-review.ts';
import type { TrailSteps } from './use-trail.ts';

/** Something the review can do now, or not. */
export interface Act { can: boolean; run(): void }

/** What can be done where the review looks. */
export interface ReviewActs {
  /** The block and the turn at the cursor; null outside. */
  here: { block: number; turn: number | null } | null;
  change: Act;
  rule: Act;
  seen: Act;
  speaks: Act;
  notSpeaker: Act;
  split: Act;
  joinBefore: Act;
  joinAfter: Act;
  splitParagraph: Act;
  joinParagraph: Act;
  setKind(kind: TurnKind): Act;
  setBlock(kind: BlockKind, level?: number): Act;
  /** Who speaks here: a speaker, a new one by name, or nobody. */
  setSpeaker(speaker: SpeakerId | { name: string } | null): void;
  canSetSpeaker: boolean;
}

/** `edit` makes a step of a correction and keeps the cursor at its letter. */
export function reviewActs(reading: Reading, trail: TrailSteps, edit: ReviewEdits['edit']): ReviewActs {
  const { content } = reading;
  const { cursor } = trail;
  const block = cursor ? content.blocks[cursor.block] : undefined;
  const turn = block?.turn ?? null;
  const isText = block?.kind === 'paragraph' || block?.kind === 'listItem';
  const stop = trail.target?.stop;
  const change = stop?.change === undefined || stop.change === null ? undefined : content.changes[stop.change];
  const act = (can: boolean, next: (before: Reading) => Reading): Act => ({ can, run: () => { if (can) edit(next); } });
  const at = (can: boolean, next: (before: Reading, place: Place) => Reading) => act(can && cursor !== null, (before) => (cursor ? next(before, cursor) : before));
  const inTurn = (can: (index: number) => boolean, next: (before: Reading, index: number) => Reading) =>
    act(turn !== null && can(turn), (before) => (turn === null ? before : next(before, turn)));
  return {
    here: cursor && block ? { block: cursor.block, turn } : null,
    change: act(change !== undefined && hasPlace(reading, change), (before) => toggle(before, [stop?.change ?? -1], change?.undone === undefined)),
    rule: act(change !== undefined && hasPlace(reading, change), (before) => toggle(before, changesOf(before, change?.rule ?? ''), change?.undone === undefined)),
    seen: act(stop?.warning !== undefined && stop.warning !== null, (before) => setSeen(before, stop?.warning ?? -1, true)),
    speaks: at(isText, (before, place) => settled(before, stop?.warning, speaksHere(before, place, crypto.randomUUID() as string as SpeakerId))),
    notSpeaker: inTurn((index) => content.turns[index]?.speaker !== null, (before, index) => {
      const speaker = before.content.turns[index]?.speaker;
      return speaker ? settled(before, stop?.warning, removeFalseSpeaker(before, speaker)) : before;
    }),
    split: at(block !== undefined && block.kind !== 'footnote', splitTurn),
    joinBefore: inTurn((index) => canJoin(reading, index - 1), (before, index) => joinTurns(before, index - 1)),
    joinAfter: inTurn((index) => canJoin(reading, index), joinTurns),
    splitParagraph: at(block !== undefined && block.kind !== 'footnote', splitParagraph),
    joinParagraph: at(cursor !== null && canJoinParagraphs(reading, cursor.block - 1), (before, place) => joinParagraphs(before, place.block - 1)),
    setKind: (kind) => inTurn(() => true, (before, index) => setTurn(before, index, { kind })),
    setBlock: (kind, level) => at(block !== undefined, (before, place) => setBlockKind(before, place.block, kind, level ?? null)),
    canSetSpeaker: turn !== null || isText,
    setSpeaker(speaker) {
      edit((before) => {
        if (!cursor) return before;
        const id = speaker === null || typeof speaker === 'string' ? speaker : (crypto.randomUUID() as string as SpeakerId);
        const widened = speaker !== null && typeof speaker === 'object' && id ? addSpeaker(before, { id, name: speaker.name }) : before;
        if (turn !== null) return id === null ? dissolveTurn(before, turn) : setTurn(widened, turn, { speaker: id });
        return id === null ? before : makeTurn(widened, cursor.block, { speaker: id, kind: 'remark' });
      });
    },
  };
}

function toggle(reading: Reading, indexes: readonly number[], undo: boolean): Reading {
  return undo ? undoChanges(reading, indexes) : redoChanges(reading, indexes);
}

/** With the doubt that this answers marked as seen. */
function settled(before: Reading, warning: number | null | undefined, after: Reading): Reading {
  return after === before || warning === null || warning === undefined ? after : setSeen(after, warning, true);
}
