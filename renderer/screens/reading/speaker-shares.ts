import { speechOf } from '../../../app/analyses/speech.ts';
import { emptyState, type ProjectState } from '../../../app/coding/state.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import type { ProjectId, SpeakerId } from '../../../schemas/ids.ts';
import type { Document } from '../../../schemas/records/document.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';

/** A speaker of one document and their part of what is said there. */
export interface SpeakerShare {
  speaker: Speaker;
  words: number;
  /** Of the words of all who count (counting.md: moderators and turns without a speaker are left out); null for a moderator. */
  share: number | null;
}

/** Who speak in a document: those who count in the order in which they first speak, then the moderators. */
export function speakerShares(projectId: ProjectId, speakersById: ProjectState['speakers'], document: Document, text: PlainText): SpeakerShare[] {
  // Only what the counting reads, so that it need not be done anew for each coding.
  const state = { ...emptyState, speakers: speakersById, documents: new Map([[document.id, document]]) };
  const [speech] = speechOf({ projectId, state, contents: new Map([[document.contentSha256, text.content]]) });
  const words = new Map<string, number>();
  for (const unit of speech?.units ?? []) if (unit.voice) words.set(unit.voice.id, words.get(unit.voice.id) ?? 0);
  for (const { unit } of speech?.words ?? []) {
    const voice = speech?.units[unit]?.voice;
    if (voice) words.set(voice.id, (words.get(voice.id) ?? 0) + 1);
  }
  const speakers = [...words].flatMap(([id, count]) => {
    const speaker = speakersById.get(id as SpeakerId);
    return speaker ? [{ speaker, words: count }] : [];
  });
  const counted = speakers.filter(({ speaker }) => !speaker.moderator);
  const total = counted.reduce((sum, one) => sum + one.words, 0);
  return [
    ...counted.map((one) => ({ ...one, share: total === 0 ? 0 : one.words / total })),
    ...speakers.filter(({ speaker }) => speaker.moderator).map((one) => ({ ...one, share: null })),
  ];
}
