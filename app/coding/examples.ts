import type { Op } from '../../schemas/change.ts';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import type { ProjectState } from './state.ts';

/** The codings that show what a theme means: those of its examples that are there and have the theme. */
export function examplesOf({ codings }: ProjectState, { id, examples = [] }: Code): Coding[] {
  return examples.flatMap((example) => codings.get(example) ?? []).filter(({ codeId }) => codeId === id);
}

/** Steps that make codings that were examples of the theme they had, by id in `from`, examples of the theme they get. */
export function moveExamples({ codes }: ProjectState, from: ReadonlyMap<CodingId, CodeId>, to: Code): Op[] {
  const giving = [...codes.values()].filter(({ id, examples = [] }) => examples.some((example) => from.get(example) === id));
  if (giving.length === 0) return [];
  const left = giving.map(({ examples = [], ...code }): Code => {
    const kept = examples.filter((example) => from.get(example) !== code.id);
    return kept.length > 0 ? { ...code, examples: kept } : code;
  });
  const taken = giving.flatMap(({ id, examples = [] }) => examples.filter((example) => from.get(example) === id));
  return [...left, { ...to, examples: [...new Set([...(to.examples ?? []), ...taken])] }].map((record): Op => ({ op: 'put', table: 'codes', record }));
}
