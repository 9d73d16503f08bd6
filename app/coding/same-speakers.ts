import type { Speaker } from '../../schemas/records/speaker.ts';
import { partOf } from '../structure/speaker-names.ts';
import { sameName } from './planning.ts';
import type { ProjectState } from './state.ts';

/** A speaker who came in, and one who was there already and may be the same. */
export interface SamePair { came: Speaker; known: Speaker }

/**
 * Which of those who come in with a document may be in the project already: the same name and the same organisation, or
 * neither has one. Names that anybody can bear (*De voorzitter*, *Deelnemer 2*) say nothing of who it is, and are left out.
 */
export function sameSpeakers({ speakers }: ProjectState, coming: readonly Speaker[]): SamePair[] {
  const known = [...speakers.values()];
  return coming.flatMap((came) => {
    if (partOf(came.name) !== null || speakers.has(came.id)) return [];
    const twin = known.find((other) => sameName(other.name, came.name) && sameName(other.organisation ?? '', came.organisation ?? ''));
    return twin ? [{ came, known: twin }] : [];
  });
}
