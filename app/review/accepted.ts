import type { SpeakerId } from '../../schemas/ids.ts';
import type { Content, ImportChange } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { contentProblems } from '../document/content-problems.ts';
import type { Reading } from '../importers/importer.ts';
import { keyOf } from '../structure/speaker-names.ts';
import { undoChanges } from './import-changes.ts';
import { namesBut } from './speakers.ts';

/** A document of a project, with those who speak in it, as it was accepted. */
export interface Accepted { document: Document; content: Content; speakers: readonly Speaker[] }

/** Whether a content was read from this source text: every place in it says what the content says. */
export function isReadFrom(content: Content, source: string | null): boolean {
  return source !== null && contentProblems(content, source).length === 0;
}

/**
 * An accepted document as a reading, to be reviewed again. `fresh` is the original as it is read now, for its source
 * text; null where it is not to be had. A source that reads otherwise by now is left out: the places would not fit.
 */
export function reviewAgain({ document, content, speakers }: Accepted, fresh: Reading | null): Reading {
  const source = fresh && isReadFrom(content, fresh.source) ? fresh.source : null;
  return { document, content, speakers: [...speakers], source };
}

/**
 * A new reading of an accepted document's original, as the same document: it keeps its id, name and what was put right
 * of its data; speakers of one name are the same record; import changes that were taken back and doubts that were seen
 * are so again, where the new reading has them at the same place.
 */
export function importAnew(accepted: Accepted, fresh: Reading): Reading {
  const { id, name, date, place, importedAt } = accepted.document;
  const { speakers, idOf } = sameSpeakers(accepted.speakers, fresh.speakers);
  const seen = new Set(accepted.content.warnings.flatMap((warning) => (warning.seen ? [placeKey(warning)] : [])));
  const reading: Reading = {
    ...fresh, speakers,
    document: { ...fresh.document, id, name, importedAt, date: date ?? fresh.document.date, place: place ?? fresh.document.place },
    content: {
      ...fresh.content,
      turns: fresh.content.turns.map((turn) => ({ ...turn, speaker: turn.speaker && (idOf.get(turn.speaker) ?? turn.speaker) })),
      warnings: fresh.content.warnings.map((warning) => (seen.has(placeKey(warning)) ? { ...warning, seen: true } : warning)),
    },
  };
  const undone = new Set(accepted.content.changes.flatMap((change) => (change.undone ? [placeKey(change)] : [])));
  return undoChanges(reading, reading.content.changes.flatMap((change, index) => (undone.has(placeKey(change)) ? [index] : [])));
}

const placeKey = ({ rule, source }: Pick<ImportChange, 'rule' | 'source'>) => `${rule}/${source?.join('-') ?? ''}`;

/**
 * Those of the project in the place of those who are they by id, since names can be corrected, or who bear one of their
 * names; of several, the one whose own name it is.
 */
function sameSpeakers(known: readonly Speaker[], fresh: readonly Speaker[]): { speakers: Speaker[]; idOf: Map<SpeakerId, SpeakerId> } {
  const idOf = new Map<SpeakerId, SpeakerId>();
  const speakers = new Map<SpeakerId, Speaker>();
  for (const speaker of fresh) {
    const keys = new Set([speaker.name, ...speaker.aliases].map(keyOf));
    const same = known.find(({ id, mergedIds }) => id === speaker.id || mergedIds?.includes(speaker.id))
      ?? known.find(({ name }) => keyOf(name) === keyOf(speaker.name)) ?? known.find(({ name, aliases }) => [name, ...aliases].some((one) => keys.has(keyOf(one))));
    const before = same && (speakers.get(same.id) ?? same);
    idOf.set(speaker.id, same?.id ?? speaker.id);
    speakers.set(same?.id ?? speaker.id, before ? { ...before, aliases: namesBut(before.name, before, speaker) } : speaker);
  }
  return { speakers: [...speakers.values()], idOf };
}
