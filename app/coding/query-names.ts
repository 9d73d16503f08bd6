import type { Op } from '../../schemas/change.ts';
import type { CodeId, DocumentId, SpeakerId } from '../../schemas/ids.ts';
import type { Condition, SimpleCondition } from '../../schemas/query.ts';
import type { ProjectState } from './state.ts';

/** What a condition may name and the project no longer has. */
export type GoneKind = 'theme' | 'speaker' | 'role' | 'organisation' | 'document' | 'coder';

/** What a condition names that is not in the project (any more); null where it names nothing or that is there. */
export function goneFrom(state: ProjectState, condition: SimpleCondition): GoneKind | null {
  const isSaid = (of: 'role' | 'organisation', value: string) => [...state.speakers.values()].some((speaker) => speaker[of] === value);
  const gone = (kind: GoneKind, isThere: boolean) => (isThere ? null : kind);
  switch (condition.kind) {
    case 'theme': return gone('theme', state.codes.has(condition.theme));
    case 'relation': return gone('theme', condition.theme === null || state.codes.has(condition.theme));
    // A document without turns is a voice too.
    case 'speaker': return gone('speaker', state.speakers.has(condition.voice as SpeakerId) || state.documents.has(condition.voice as DocumentId));
    case 'role': return gone('role', isSaid('role', condition.role));
    case 'organisation': return gone('organisation', isSaid('organisation', condition.organisation));
    case 'document': return gone('document', state.documents.has(condition.document));
    case 'coder': return gone('coder', state.coders.has(condition.coder));
    default: return null;
  }
}

/** The same for a whole query; each kind once, in the order in which the query names them. */
export function allGone(state: ProjectState, query: Condition): GoneKind[] {
  return [...new Set(goneConditions(state, query).map(({ kind }) => kind))];
}

/** The conditions of a query that name what is gone, in its order. */
export function goneConditions(state: ProjectState, query: Condition): { condition: SimpleCondition; kind: GoneKind }[] {
  return simple(query).flatMap((condition) => {
    const kind = goneFrom(state, condition);
    return kind === null ? [] : [{ condition, kind }];
  });
}

/** Steps that let saved queries name the themes or speakers that stay instead of those that were merged into them. */
export function moveInQueries(state: ProjectState, moves: ReadonlyMap<string, string>): Op[] {
  return [...state.queries.values()]
    .filter(({ query }) => simple(query).some((condition) => moves.has(namedBy(condition))))
    .map((record): Op => ({ op: 'put', table: 'queries', record: { ...record, query: { ...record.query, of: record.query.of.map((one) => moved(one, moves)) } } }));
}

function simple(condition: Condition): SimpleCondition[] {
  return condition.kind === 'group' ? condition.of.flatMap(simple) : [condition];
}

const namedBy = (condition: SimpleCondition): string =>
  (condition.kind === 'theme' || condition.kind === 'relation' ? condition.theme ?? '' : condition.kind === 'speaker' ? condition.voice : '');

function moved(condition: Condition, moves: ReadonlyMap<string, string>): Condition {
  if (condition.kind === 'group') return { ...condition, of: condition.of.map((one) => moved(one, moves)) };
  const to = moves.get(namedBy(condition));
  if (to === undefined) return condition;
  return condition.kind === 'speaker' ? { ...condition, voice: to } : { ...condition, theme: to as CodeId } as Condition;
}
