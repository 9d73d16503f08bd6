import type { Content, TurnKind } from '../../schemas/records/content.ts';
import { groupBy } from './group.ts';
import type { Part } from './speaker-names.ts';
import type { SectionDraft, TurnDraft } from './turns.ts';

/** A turn with its speaker: the key in the list of speakers, null where nobody is named. */
export interface SpokenTurn extends TurnDraft { speaker: string | null; words: number; asks: boolean }

/**
 * What the speakers' list says that matters here. `member`: of those who hold the meeting; `office`: a minister, an
 * alderman or the like; `numbered`: questions of theirs have a number.
 */
export interface SpeakerPart { key: string; part: Part | null; member: boolean; office: boolean; numbered: boolean }

/**
 * Question or answer is decided by who speaks (`asking`, see `whoAsks`), never by a question mark in one turn; only a
 * chair, who does other things as well, asks where there is one. Who speaks next, but for the chair's giving the floor,
 * answers. The first to speak under a heading that announces a contribution presents, and so does a guest when first
 * given the floor.
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
  let last: { speaker: string | null; kind: TurnKind } | null = null;
  const kindOf = (turn: SpokenTurn): TurnKind => {
    if (turn.section !== lastSection || turn.resumes) [state, spoken, last, lastSection] = ['none', false, null, turn.section];
    if (turn.section !== null && sections[turn.section]?.closing) return 'closing';
    const isChair = turn.speaker !== null && parts.get(turn.speaker)?.part === 'chair';
    const inQuestions = turn.section !== null && questionTime.test(sections[turn.section]?.heading ?? '');
    const isMember = turn.speaker !== null && parts.get(turn.speaker)?.member === true && parts.get(turn.speaker)?.office === false;
    if (turn.speaker !== null && (asking.has(turn.speaker) || (inQuestions && isMember)) && (!isChair || turn.asks || (turn.label?.number ?? null) !== null)) {
      state = 'open';
      chairBetween = false;
      return 'question';
    }
    if (isChair && turn.by === 'label') {
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
    // The same speaker again: what was begun goes on.
    if (turn.speaker !== null && last?.speaker === turn.speaker) return last.kind;
    const isSpeech = afterChair && isNew && asking.size > 0;
    if (state === 'open' || (state === 'answered' && afterChair && !(isSpeech && turn.words >= longAnswer))) {
      state = 'answered';
      return 'answer';
    }
    const announced = turn.section !== null && sections[turn.section]?.contributor !== null;
    if ((state === 'none' || isSpeech) && (announced ? first : isSpeech && turn.words >= shortestSpeech)) return 'presentation';
    return 'remark';
  };
  return turns.map((turn) => {
    const kind = kindOf(turn);
    last = { speaker: turn.speaker, kind };
    return kind;
  });
}

/** Headings under which members ask those who govern. */
const questionTime = /^(?:[\dIVX]+[.)]?\s+)?(?:\p{L}+ ){0,2}(?:vra(?:ag|gen)(?: van| aan|$)|vragen(?:half)?(?:uur(?:tje)?|ronde)(?!\p{L})|interpellatie|questions? (?:to|for|time))|^(?:[\dIVX]+[.)]?\s+)?samengevoegde vragen/iu;

/** Words from which a guest's first turn is a presentation and not a remark. */
const shortestSpeech = 10;
/** Words from which it is one although others were just asked something. */
const longAnswer = 25;

/**
 * Who asks. A committee, an interviewer, people whose questions are numbered and, before guests, members do by what
 * they are. Where there are none of these: a chair, or whoever leads a talk, if most of what they say asks and what
 * others say does not.
 */
export function whoAsks(turns: readonly SpokenTurn[], speakers: readonly SpeakerPart[]): Set<string> {
  const asking = new Set(speakers.filter(({ part, numbered }) => part === 'committee' || part === 'interviewer' || numbered).map(({ key }) => key));
  const guests = speakers.some(({ part, member, office }) => !member && !office && (part === null || part === 'other'));
  if (guests && asking.size === 0) for (const { key, member, part } of speakers) if (member && part !== 'chair') asking.add(key);
  if (asking.size > 0) return asking;
  const own = groupBy(turns, ({ speaker }) => speaker);
  const asked = turns.filter((turn) => turn.asks).length;
  const inCodes = speakers.every(({ key }) => /^\p{L}{1,4}\d{0,3}$/u.test(key));
  for (const { key, part } of speakers) {
    const mine = own.get(key) ?? [];
    const myAsked = mine.filter((turn) => turn.asks).length;
    const share = mine.length / turns.length;
    const othersAsk = asked - myAsked > 0.25 * (turns.length - mine.length);
    // Whoever opens a talk and hardly does anything but ask leads it, also among many.
    const leads = turns[0]?.speaker === key && mine.length >= 3 && myAsked > 0.5 * mine.length && (share >= 0.25 || (share >= 0.15 && myAsked >= 0.75 * mine.length));
    const asks = mine.length >= 2 && myAsked >= 0.5 * mine.length && (part === 'chair' || leads || (mine.length >= 3 && share >= 0.35 && myAsked > 0.5 * mine.length));
    const byLetter = inCodes && leaders.test(key) && mine.length >= 2 && share >= 0.15;
    if ((asks || byLetter) && !othersAsk) asking.add(key);
  }
  return asking.size <= 1 ? asking : new Set();
}

/** Letters by which transcripts name whoever asks: interviewer, moderator, *vraag*. */
const leaders = /^(?:i|int|m|mod|gl|v|q)1?$/u;

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
