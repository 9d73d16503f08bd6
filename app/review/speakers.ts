import type { SpeakerId } from '../../schemas/ids.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { Reading } from '../importers/importer.ts';
import { edit } from './edit.ts';
import { patched, textOrNull } from './patch.ts';
import { turnsOf } from './pairs.ts';

export type SpeakerPatch = Partial<Pick<Speaker, 'name' | 'role' | 'organisation' | 'moderator'>>;

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
  const renamed = name !== undefined && name !== before.name;
  const speaker = patched(before, renamed ? { ...tidy, aliases: namesBut(name, before) } : tidy);
  return speaker === before ? reading : { ...reading, speakers: reading.speakers.map((other) => (other.id === id ? speaker : other)) };
}

/**
 * Makes several speakers one: their turns are `into`'s, and their names its other names. What `into` does not say of
 * role and organisation it takes from the first that does.
 */
export function mergeSpeakers(reading: Reading, into: SpeakerId, ids: readonly SpeakerId[]): Reading {
  const kept = reading.speakers.find(({ id }) => id === into);
  const others = reading.speakers.filter(({ id }) => id !== into && ids.includes(id));
  if (!kept || others.length === 0) return reading;
  const all = [kept, ...others];
  const merged: Speaker = {
    ...kept, aliases: namesBut(kept.name, ...all),
    role: all.find(({ role }) => role !== null)?.role ?? null, organisation: all.find(({ organisation }) => organisation !== null)?.organisation ?? null,
  };
  const gone = new Set(others.map(({ id }) => id));
  const speakers = reading.speakers.filter(({ id }) => !gone.has(id)).map((one) => (one.id === into ? merged : one));
  return withTurns({ ...reading, speakers }, (turn) => turn.speaker !== null && gone.has(turn.speaker), into);
}

/**
 * Gives some of a speaker's turns to a new one. Names that are printed at those turns only go along as the new one's
 * other names. Without a turn or a name: the same reading.
 */
export function splitSpeaker(reading: Reading, id: SpeakerId, turns: readonly number[], { id: newId, name }: Pick<Speaker, 'id' | 'name'>): Reading {
  const before = reading.speakers.find((speaker) => speaker.id === id);
  const given = new Set(turns.filter((index) => reading.content.turns[index]?.speaker === id));
  const clean = name.trim();
  if (!before || given.size === 0 || clean === '') return reading;
  const labels = (wanted: boolean) => new Set(reading.content.turns.flatMap(({ speaker, label }, at) => (speaker === id && label !== null && given.has(at) === wanted ? [label] : [])));
  const stay = labels(false);
  const go = [...labels(true)].filter((label) => !stay.has(label));
  const fresh: Speaker = { id: newId, name: clean, role: before.role, organisation: null, aliases: go.filter((label) => label !== clean), moderator: before.moderator };
  const rest: Speaker = { ...before, aliases: before.aliases.filter((alias) => !go.includes(alias)) };
  const speakers = reading.speakers.flatMap((one) => (one.id === id ? [rest, fresh] : [one]));
  return withTurns({ ...reading, speakers }, (_, index) => given.has(index), newId);
}

/** A new speaker, without turns yet. */
export function addSpeaker(reading: Reading, { id, name }: Pick<Speaker, 'id' | 'name'>): Reading {
  const clean = name.trim();
  if (clean === '') return reading;
  return { ...reading, speakers: [...reading.speakers, { id, name: clean, role: null, organisation: null, aliases: [], moderator: false }] };
}

/** The turns that are wanted, given to a speaker. */
function withTurns(reading: Reading, wanted: (turn: Reading['content']['turns'][number], index: number) => boolean, speaker: SpeakerId): Reading {
  const { turns } = reading.content;
  return edit(reading, (open) => {
    turnsOf(open.blocks).forEach((turn, index) => {
      const was = turns[index];
      if (was && wanted(was, index)) turn.speaker = speaker;
    });
    return true;
  });
}

/** Every name of these speakers, each once, but for this one. */
export function namesBut(name: string, ...speakers: readonly Speaker[]): string[] {
  return [...new Set(speakers.flatMap((one) => [...one.aliases, one.name]))].filter((other) => other !== name);
}
