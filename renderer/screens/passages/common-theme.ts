import type { CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import type { ProjectState } from '../../../app/coding/state.ts';

/** The theme that all these codings have; null where they have several, or none. */
export function commonTheme({ codings, codes }: Pick<ProjectState, 'codings' | 'codes'>, ids: readonly CodingId[]): Code | null {
  const [first, ...others] = new Set(ids.flatMap((id) => codings.get(id)?.codeId ?? []));
  return first === undefined || others.length > 0 ? null : (codes.get(first) ?? null);
}
