import type { Content, TurnKind } from '../../schemas/records/content.ts';
import { groupBy } from './group.ts';
import type { Part } from './speaker-names.ts';
import type { SectionDraft, TurnDraft } from './turns.ts';

/** A turn with its speaker: the key in the list of speakers, null where nobody is named. */
export interface SpokenTurn extends TurnDraft { speaker: string | null; words: number; asks: boolean }

/** What the speakers' list says that matters here; `office`: a minister, an alderman or the like. */
export interface SpeakerPart { key: string; part: Part | null; party: boolean; office: boolean }

/**
 * Question or answer is decided by who speaks (`asking`, see `whoAsks`), never by a question mark in one turn. Who
 * speaks next, but for the chair's giving the floor, answers. The first to speak under a heading that announces a
 * contribution presents, and so does a guest when first given the floor.
 */
export function turnKinds(
  turns: readonly SpokenTurn[], sections: readonly SectionDraft[], speakers: readonly SpeakerPart[], asking: ReadonlySet<string>,
): TurnKind[] {
  const parts = new Map(speakers.map((speaker) => [speaker.key, speaker]));
  const heard = new Set<string | null>();
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
    const isNew = !heard.has(turn.speaker);
    spoken = true;
    heard.add(turn.speaker);
    const afterChair = chairBetween;
    chairBetween = false;
    if (turn.by === 'intro' || turn.by === 'heading') return 'presentation';
    if (state === 'open' || (state === 'answered' && afterChair)) {
      state = 'answered';
      return 'answer';
    }
    const announced = turn.section !== null && sections[turn.section]?.contributor !== null;
    if (state === 'none' && (announced ? first : afterChair && isNew && turn.words >= shortestSpeech && asking.size > 0)) return 'presentation';
    return 'remark';
  });
}

/** Words from which a guest's first turn is a presentation and not a remark. */
const shortestSpeech = 10;

/**
 * Who asks. A committee, an interviewer and, before guests, members with a party do by what they are. Where there are
 * none of these: a chair, or whoever has every second turn, if most of what they say asks and what others say does not.
 */
export function whoAsks(turns: readonly SpokenTurn[], speakers: readonly SpeakerPart[]): Set<string> {
  const asking = new Set(speakers.filter(({ part }) => part === 'committee' || part === 'interviewer').map(({ key }) => key));
  const guests = speakers.some(({ part, party, office }) => !party && !office && (part === null || part === 'other'));
  if (guests && asking.size === 0) for (const { key, party, part } of speakers) if (party && part !== 'chair') asking.add(key);
  if (asking.size > 0) return asking;
  const own = groupBy(turns, ({ speaker }) => speaker);
  const asked = turns.filter((turn) => turn.asks).length;
  for (const { key, part } of speakers) {
    const mine = own.get(key) ?? [];
    const myAsked = mine.filter((turn) => turn.asks).length;
    const asks = mine.length >= 2 && myAsked >= 0.5 * mine.length;
    const othersAsk = asked - myAsked > 0.25 * (turns.length - mine.length);
    const everySecond = mine.length >= 3 && mine.length >= 0.35 * turns.length;
    if (asks && !othersAsk && (part === 'chair' || everySecond)) asking.add(key);
  }
  return asking.size <= 1 ? asking : new Set();
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
