import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { Reading } from '../../../app/importers/importer.ts';

export type DocumentPatch = Partial<Pick<Reading['document'], 'name' | 'date' | 'place'>>;
export type SpeakerPatch = Partial<Pick<Speaker, 'name' | 'role' | 'organisation' | 'moderator'>>;

/** The reading with other data of the document. An empty name is no name: the reading stays as it is. */
export function editDocument(reading: Reading, patch: DocumentPatch): Reading {
  const name = patch.name?.trim();
  if (name === '') return reading;
  const place = patch.place === undefined ? {} : { place: textOrNull(patch.place) };
  return unless(reading, reading.document, { ...patch, ...(name ? { name } : {}), ...place }, (document) => ({ ...reading, document }));
}

/** The reading with one speaker corrected. The name as printed is kept as an alias, so that it is still found. */
export function editSpeaker(reading: Reading, id: SpeakerId, patch: SpeakerPatch): Reading {
  const before = reading.speakers.find((speaker) => speaker.id === id);
  const name = patch.name?.trim();
  if (!before || name === '') return reading;
  const tidy: SpeakerPatch = {
    ...patch,
    ...(name ? { name } : {}),
    ...(patch.role === undefined ? {} : { role: textOrNull(patch.role) }),
    ...(patch.organisation === undefined ? {} : { organisation: textOrNull(patch.organisation) }),
  };
  const aliases = name && name !== before.name ? aliasesAfter(before, name) : before.aliases;
  const full: Partial<Speaker> = aliases === before.aliases ? tidy : { ...tidy, aliases };
  return unless(reading, before, full, (speaker) => ({
    ...reading, speakers: reading.speakers.map((other) => (other.id === id ? speaker : other)),
  }));
}

function aliasesAfter(before: Speaker, name: string): string[] {
  return [...new Set([...before.aliases, before.name])].filter((alias) => alias !== name);
}

/** The same reading where the patch says nothing new, so that no step is made of it. */
function unless<R extends object>(reading: Reading, record: R, patch: Partial<R>, make: (record: R) => Reading): Reading {
  const keys = Object.keys(patch) as (keyof R)[];
  return keys.every((key) => patch[key] === record[key]) ? reading : make({ ...record, ...patch });
}

const textOrNull = (text: string | null) => text?.trim() || null;
