import type { BlockKind } from '../../schemas/records/content.ts';
import type { Reading } from '../importers/importer.ts';
import { endSection, joinNext } from './block-text.ts';
import { edit } from './edit.ts';
import { giveFloor, nameOnLabel } from './labels.ts';
import type { OpenBlock, OpenContent, OpenSection } from './open-content.ts';

/**
 * What a block is. A heading opens a section and ends the turn that it stood in; a label ends it too, and gives what
 * follows to whom it names; a footnote goes to the end of the text, and one that is none to its place in the source.
 * Running text belongs to whoever had the floor before it.
 */
export function setBlockKind(reading: Reading, index: number, kind: BlockKind, level: number | null = null): Reading {
  const before = reading.content.blocks[index];
  const wanted = kind === 'heading' || kind === 'listItem' ? (level ?? (kind === 'heading' ? 2 : 1)) : null;
  if (!before || (before.kind === kind && before.level === wanted)) return reading;
  return edit(reading, (open) => {
    const block = open.blocks[index];
    if (!block) return false;
    if (block.kind === kind) block.level = wanted;
    else {
      leave(open, block);
      Object.assign(block, { kind, level: wanted });
      enter(open, block, before.kind === 'paragraph' || before.kind === 'listItem');
    }
    return true;
  });
}

/** Makes a paragraph and the block behind it one; only within one turn, or outside turns, and of one kind. */
export function joinParagraphs(reading: Reading, first: number): Reading {
  if (!canJoinParagraphs(reading, first)) return reading;
  return edit(reading, (open) => {
    const block = open.blocks[first];
    if (block) joinNext(open, block, ' ');
    return true;
  });
}

export function canJoinParagraphs({ content: { blocks, sections } }: Reading, first: number): boolean {
  const [before, after] = [blocks[first], blocks[first + 1]];
  if (!before || !after || before.kind === 'footnote' || sections.some(({ firstBlock }) => firstBlock === first + 1)) return false;
  return after.kind === before.kind && after.turn === before.turn && after.level === before.level;
}

/** Takes the block out of what its old kind meant. */
function leave(open: OpenContent, block: OpenBlock): void {
  const at = open.blocks.indexOf(block);
  if (block.kind === 'heading') endSection(open, block, at);
  if (block.kind !== 'footnote') return;
  open.notes = open.notes.filter((note) => note.block !== block);
  for (const other of open.blocks) other.marks = other.marks.filter((mark) => mark.kind !== 'note' || mark.note.block !== block);
  open.blocks.splice(at, 1);
  const place = block.source?.[0] ?? Number.POSITIVE_INFINITY;
  const behind = open.blocks.findLastIndex(({ kind, source }) => kind !== 'footnote' && (source?.[0] ?? 0) <= place);
  open.blocks.splice(behind + 1, 0, block);
  block.section = open.blocks[behind]?.section ?? null;
}

function enter(open: OpenContent, block: OpenBlock, wasText: boolean): void {
  const at = open.blocks.indexOf(block);
  const { turn } = block;
  switch (block.kind) {
    case 'paragraph': case 'listItem':
      if (!wasText) block.turn = open.blocks[at - 1]?.turn ?? null;
      return;
    case 'heading': {
      block.turn = null;
      openSection(open.blocks, at);
      return;
    }
    case 'label': {
      const next = open.blocks[at + 1];
      block.turn = null;
      if (turn && next?.turn === turn && open.blocks[at - 1]?.turn === turn) {
        giveFloor(open.blocks, next, turn, { ...turn, speaker: null, label: nameOnLabel(block.text) });
      }
      return;
    }
    case 'footnote': {
      block.turn = null;
      open.blocks.splice(at, 1);
      // The page goes on in the text, not in the note.
      open.blocks[at]?.marks.unshift(...block.marks.filter(({ kind }) => kind === 'page').map((mark) => ({ ...mark, offset: 0 })));
      block.marks = block.marks.filter(({ kind }) => kind !== 'page');
      open.blocks.push(block);
      block.section = open.blocks.at(-2)?.section ?? null;
      open.notes.push({ label: /^(?:\d{1,3}|\*+)(?=[.)\s])/u.exec(block.text)?.[0] ?? '', block });
      return;
    }
  }
}

/** From this block to where its section ends, a section of its own. */
function openSection(blocks: readonly OpenBlock[], at: number): void {
  const heading = blocks[at];
  if (!heading) return;
  const old = heading.section;
  const section: OpenSection = { heading: heading.text, page: heading.page };
  for (let index = at; index < blocks.length && blocks[index]?.section === old; index += 1) {
    const block = blocks[index];
    if (block) block.section = section;
  }
}

