import type { SpeakerId } from '../../schemas/ids.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { ProjectState } from './state.ts';

/**
 * Who is meant by an id in a content: the speaker of that id, or the one into whom that speaker was merged. Everything
 * that reads a turn's speaker asks here. One pass over the speakers for each state of them, then a look-up.
 */
export function speakerOf(speakers: ProjectState['speakers'], id: SpeakerId | null): Speaker | undefined {
  if (id === null) return undefined;
  return speakers.get(id) ?? mergedIn(speakers).get(id);
}

const indexes = new WeakMap<ProjectState['speakers'], Map<SpeakerId, Speaker>>();

function mergedIn(speakers: ProjectState['speakers']): Map<SpeakerId, Speaker> {
  const known = indexes.get(speakers);
  if (known) return known;
  const index = new Map([...speakers.values()].flatMap((speaker) => (speaker.mergedIds ?? []).map((id): [SpeakerId, Speaker] => [id, speaker])));
  indexes.set(speakers, index);
  return index;
}
