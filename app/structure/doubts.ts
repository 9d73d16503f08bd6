import type { Block, ImportWarning, TurnKind } from '../../schemas/records/content.ts';
import { groupBy } from './group.ts';
import type { FoundSpeaker } from './recogniser.ts';
import { isSlip } from './speaker-keys.ts';
import type { SpokenTurn } from './turn-kinds.ts';

/** What was read and might be read otherwise. */
export interface Understanding {
  blocks: readonly Block[];
  turns: readonly SpokenTurn[];
  kinds: readonly TurnKind[];
  speakers: readonly FoundSpeaker[];
  /** Label blocks that nothing follows. */
  silent: readonly number[];
}

/**
 * Places where the user should look: few, each with what is doubted. Names first, then turns that may hide somebody
 * and text that nobody says.
 */
export function findDoubts(read: Understanding): ImportWarning[] {
  return [...namesLikeOthers(read), ...namesOfTwo(read), ...longTurns(read), ...unspoken(read), ...read.silent.map((block) => (
    doubt('label-without-text', `"${read.blocks[block]?.text ?? ''}" is followed by nothing that is said`, read.blocks[block])))];
}

const doubt = (rule: string, message: string, block: Block | undefined): ImportWarning => ({ rule, message, source: block?.source ?? null });

/** The label's block of a turn. */
const labelOf = ({ blocks }: Understanding, turn: SpokenTurn | undefined) => blocks[(turn?.firstBlock ?? 0) - 1];

/** Names that differ from another by a letter: taken for one where a list says so, else left as two. */
function namesLikeOthers(read: Understanding): ImportWarning[] {
  const printed = groupBy(read.turns.filter(({ label }) => label?.form.part === null), ({ label }) => label?.form.key ?? '');
  // Comparing all names costs their number squared; a meeting has some tens.
  if (printed.size > 300) return [];
  return [...printed].flatMap(([key, [first, ...others]]) => {
    const like = [...printed].find(([other, turns]) => other !== key && turns.length > others.length + 1 && isSlip(key, other));
    if (!like || !first) return [];
    const [name, usual] = [first.name ?? key, like[1][0]?.name ?? like[0]];
    const message = first.speaker === like[1][0]?.speaker ? `"${name}" was taken for "${usual}"` : `"${name}" and "${usual}" look alike: check whether they are one speaker`;
    return [doubt('speaker-alike', message, labelOf(read, first))];
  });
}

/** *Anja en Bram*, where Anja and Bram speak as well. */
function namesOfTwo(read: Understanding): ImportWarning[] {
  const keys = new Set(read.speakers.map(({ key }) => key));
  const seen = new Set<string>();
  return read.turns.flatMap((turn) => {
    const key = turn.label?.form.key ?? '';
    const parts = key.split(/ (?:en|and|&) |\s*[/+]\s*/u);
    if (seen.has(key) || parts.length < 2 || !parts.every((part) => keys.has(part.replace(/^(?:de heer|mevrouw|dhr\.?|mw\.?) /u, '')))) return [];
    seen.add(key);
    return [doubt('speaker-two', `"${turn.name ?? key}" looks like two speakers at once`, labelOf(read, turn))];
  });
}

/** A turn many times longer than is usual here may hide the label of somebody else. Presentations are long by nature. */
function longTurns({ blocks, turns, kinds }: Understanding): ImportWarning[] {
  const usual = turns.map(({ words }) => words).toSorted((a, b) => a - b)[turns.length >> 1] ?? 0;
  const long = turns.flatMap((turn, at) => (turn.words >= Math.max(600, 20 * usual) && kinds[at] !== 'presentation' && kinds[at] !== 'closing' ? [turn] : []));
  // Where many are so long, that is how people spoke.
  if (turns.length < 10 || long.length > 0.05 * turns.length + 1) return [];
  return long.map((turn) => doubt('turn-long', `"${turn.name ?? ''}" speaks for ${turn.words} words here: check whether somebody else begins in between`, blocks[turn.firstBlock]));
}

/** Words between turns from which on it is asked whether nobody says them. */
const longSilence = 150;

function unspoken({ blocks, turns }: Understanding): ImportWarning[] {
  const found: ImportWarning[] = [];
  turns.slice(1).forEach(({ firstBlock }, at) => {
    const between = blocks.slice((turns[at]?.lastBlock ?? 0) + 1, firstBlock).filter(({ kind }) => kind === 'paragraph' || kind === 'listItem');
    const words = between.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
    if (words >= longSilence) found.push(doubt('unspoken', `${words} words stand here between turns, and in none: check whether somebody says them`, between[0]));
  });
  return found;
}
