import type { CodePoint, SpeakerId } from '../../schemas/ids.ts';
import type { ImportChange, Place } from '../../schemas/records/content.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { codePointIndex } from '../document/offsets.ts';
import type { Reading } from '../importers/importer.ts';
import { labelLine, type LabelLine } from '../structure/label-lines.ts';
import { pointLength } from '../structure/pieces.ts';
import { inSourceOrder } from '../structure/quote.ts';
import { keyOf } from '../structure/speaker-names.ts';
import { joinNext, splitBlock } from './block-text.ts';
import { edit } from './edit.ts';
import { labelRule } from './editing.ts';
import type { OpenBlock, OpenContent, OpenTurn } from './open-content.ts';

/**
 * A label is text again: where the import parted it from what is said behind it at nothing but white space, that is
 * undone (and marked so in `changes`), else it is a paragraph. False where the block is no label.
 */
export function labelBack(open: OpenContent, at: number, turn: OpenTurn | null, changes: ImportChange[]): boolean {
  const label = open.blocks[at];
  const next = open.blocks[at + 1];
  if (label?.kind !== 'label') return false;
  Object.assign(label, { kind: 'paragraph', level: null, turn });
  const parted = changes.findIndex(({ rule, source, before, undone }) =>
    rule === labelRule && undone === undefined && before.trim() === '' && source !== null && source[0] === label.source?.[1] && source[1] === next?.source?.[0]);
  const change = changes[parted];
  if (!change) return true;
  changes[parted] = { ...change, undone: 'restored' };
  joinNext(open, label, ' ');
  return true;
}

/**
 * Somebody speaks from here: the name at this place is a label, and what follows up to the next turn is said by whoever
 * bears it, a speaker that is known or a new one with the id given. The same reading where no name stands there.
 */
export function speaksHere(reading: Reading, place: Place, newId: SpeakerId): Reading {
  const text = reading.content.blocks[place.block]?.text ?? '';
  const found = nameAt(text.slice(codePointIndex(text).toUtf16(place.offset)));
  if (!found) return reading;
  const known = speakerNamed(reading.speakers, found.name);
  const speaker: Speaker = known ?? { id: newId, name: found.name, role: null, organisation: null, aliases: [], moderator: false };
  const changes = [...reading.content.changes];
  const widened = { ...reading, speakers: known ? reading.speakers : [...reading.speakers, speaker] };
  const after = edit(widened, (open) => {
    const whole = open.blocks[place.block];
    if (!whole || (whole.kind !== 'paragraph' && whole.kind !== 'listItem')) return false;
    const label = splitBlock(open, whole, place.offset) ?? whole;
    const said = splitBlock(open, label, pointLength(label.text.slice(0, found.to))) ?? open.blocks[open.blocks.indexOf(label) + 1];
    if (found.place === 'inline' && said) changes.push(...partedLabel(reading, label, said));
    const old = label.turn;
    const turn: OpenTurn = { kind: old?.kind ?? 'remark', speaker: speaker.id, label: found.name };
    Object.assign(label, { kind: 'label', level: null, turn: null });
    return giveFloor(open.blocks, said, old, turn);
  }, { changes });
  return after === widened ? reading : { ...after, content: { ...after.content, changes: inSourceOrder(changes) } };
}

/** The label that a text starts with. What the import would never take for a name is one where the user says so: all up to a colon. */
function nameAt(text: string): Pick<LabelLine, 'name' | 'place' | 'to'> | null {
  const found = labelLine(text);
  if (found) return found;
  const to = /^[^:]{1,90}:(?=\s|$)/u.exec(text)?.[0].length ?? 0;
  const name = text.slice(0, Math.max(0, to - 1)).trim();
  return name === '' ? null : { name, to, place: text.slice(to).trim() === '' ? 'own' : 'inline' };
}

/** The name on a label. */
export const nameOnLabel = (text: string): string => text.replace(/\s*:\s*$/u, '');

/** Whoever of these bears the name, or is printed under it. */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | undefined {
  const key = keyOf(name);
  return speakers.find((one) => [one.name, ...one.aliases].some((other) => keyOf(other) === key));
}

/**
 * What follows on a label, as a turn: the rest of the turn that it stood in, or the text outside turns up to the next
 * heading, label or turn. False where nothing follows.
 */
export function giveFloor(blocks: readonly OpenBlock[], from: OpenBlock | undefined, old: OpenTurn | null, turn: OpenTurn): boolean {
  let said = 0;
  for (let at = from ? blocks.indexOf(from) : blocks.length; at < blocks.length; at += 1, said += 1) {
    const block = blocks[at];
    if (!block || block.turn !== old || block.section !== from?.section || (block.kind !== 'paragraph' && block.kind !== 'listItem')) break;
    block.turn = turn;
  }
  return said > 0;
}

function partedLabel({ source }: Reading, label: OpenBlock, said: OpenBlock): ImportChange[] {
  const from = label.source?.[1];
  const to = said.source?.[0];
  if (source === null || from === undefined || to === undefined || to < from) return [];
  const index = codePointIndex(source);
  return [{ rule: labelRule, source: [from, to] as [CodePoint, CodePoint], before: source.slice(index.toUtf16(from), index.toUtf16(to)), after: '\n' }];
}
