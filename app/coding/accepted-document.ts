import type { DocumentId } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { Accepted } from '../review/accepted.ts';
import { speakerOf } from './speaker-of.ts';
import type { ProjectSnapshot } from './state.ts';

/**
 * A document of the project as it is heard now: turns of speakers who were merged are those of the one that stayed.
 * Null where the document or its content is not there.
 */
export function acceptedDocument({ state, contents }: Pick<ProjectSnapshot, 'state' | 'contents'>, id: DocumentId): Accepted | null {
  const document = state.documents.get(id);
  const stored = document && contents.get(document.contentSha256);
  if (!stored) return null;
  const content: Content = { ...stored, turns: stored.turns.map((turn) => ({ ...turn, speaker: speakerOf(state.speakers, turn.speaker)?.id ?? turn.speaker })) };
  const heard = new Set(content.turns.flatMap(({ speaker }) => speaker ?? []));
  return { document, content, speakers: [...heard].map((one) => state.speakers.get(one)).filter((one): one is Speaker => one !== undefined) };
}
