import type { Content, TurnKind } from '../../schemas/records/content.ts';
import type { Part } from './speaker-names.ts';
import type { SectionDraft, TurnDraft } from './turns.ts';

/** A turn with its speaker: the key in the list of speakers, null where nobody is named. */
export interface SpokenTurn extends TurnDraft { speaker: string | null; words: number; asks: boolean }

/** What the speakers' list says that matters here. */
export interface SpeakerPart { key: string; part: Part | null; party: boolean }

/**
 * Question or answer is decided by who speaks, never by a question mark in one turn. A committee, an interviewer and
 * (before guests) members with a party ask; a chair asks only where nobody else does and most of their turns ask.
 * Who speaks next, but for the chair's giving the floor, answers. The first to speak under a heading presents.
 */
export function turnKinds(turns: readonly SpokenTurn[], sections: readonly SectionDraft[], speakers: readonly SpeakerPart[]): TurnKind[] {
  const parts = new Map(speakers.map((speaker) => [speaker.key, speaker]));
  const asking = whoAsks(turns, parts);
  let lastSection: number | null = -1;
  /** What the talk stands at: an unanswered question, or one that somebody answered, or nothing asked. */
  let state: 'open' | 'answered' | 'none' = 'none';
  let chairBetween = false;
  let spoken = false;
  return turns.map((turn): TurnKind => {
    if (turn.section !== lastSection) [state, spoken, chairBetween, lastSection] = ['none', false, false, turn.section];
    if (turn.section !== null && sections[turn.section]?.closing) return 'closing';
    if (turn.speaker !== null && asking.has(turn.speaker)) {
      state = 'open';
      chairBetween = false;
      return 'question';
    }
    const part = turn.speaker === null ? null : parts.get(turn.speaker)?.part;
    if (part === 'chair' && turn.by === 'label') {
      chairBetween = true;
      return 'remark';
    }
    const first = !spoken;
    spoken = true;
    const afterChair = chairBetween;
    chairBetween = false;
    if (turn.by === 'intro' || turn.by === 'heading') return 'presentation';
    if (state === 'open' || (state === 'answered' && afterChair)) {
      state = 'answered';
      return 'answer';
    }
    const announced = turn.section !== null && sections[turn.section]?.contributor !== null;
    if (state === 'none' && (announced ? first : afterChair && turn.words >= longSpeech && asking.size > 0)) return 'presentation';
    return 'remark';
  });
}

/** Words from which a turn that nobody asked for is a presentation. */
const longSpeech = 120;

function whoAsks(turns: readonly SpokenTurn[], parts: ReadonlyMap<string, SpeakerPart>): Set<string> {
  const all = [...parts.values()];
  const asking = new Set(all.filter(({ part }) => part === 'committee' || part === 'interviewer').map(({ key }) => key));
  const guests = all.some(({ part, party }) => !party && part !== 'chair' && part !== 'committee' && part !== 'interviewer');
  if (guests && asking.size === 0) for (const { key, party, part } of all) if (party && part !== 'chair') asking.add(key);
  if (asking.size > 0) return asking;
  for (const { key, part } of all) {
    const own = part === 'chair' ? turns.filter((turn) => turn.speaker === key) : [];
    const asked = own.filter((turn) => turn.asks).length;
    if (own.length >= 2 && asked >= 0.5 * own.length) asking.add(key);
  }
  return asking;
}

/** Each question with the answers that follow it, up to the next turn that is neither an answer nor the chair's. */
export function findPairs(kinds: readonly TurnKind[], chairs: readonly boolean[]): Content['pairs'] {
  const pairs: Content['pairs'] = [];
  let question: number | null = null;
  kinds.forEach((kind, at) => {
    if (kind === 'question') question = at;
    else if (kind === 'answer' && question !== null) pairs.push({ number: null, question, answer: at });
    else if (!(kind === 'remark' && chairs[at])) question = kind === 'remark' ? question : null;
  });
  return pairs;
}
