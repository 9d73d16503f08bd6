import type { CodeId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { codeTree, flattenTree } from '../../../app/coding/tree.ts';
import { fuzzyMatch } from '../palette/fuzzy.ts';

/** A theme that can be put on the selection, or a new one by the name that was typed. */
export type TagChoice =
  | { kind: 'code'; code: Code; words: string; hits: readonly number[] }
  | { kind: 'new'; name: string };

/** Between the names of a path in the palette. */
const pathMark = ' › ';

/**
 * What fits the typed words, best first; with nothing typed, the themes used last and then the others in the order of
 * the codebook. A name that no theme bears can be made into one: last in the list, first where nothing else fits.
 */
export function tagChoices(state: Pick<ProjectState, 'codes'>, typed: string, recent: readonly CodeId[]): TagChoice[] {
  const query = typed.trim().replaceAll(/\s+/g, ' ');
  const nodes = flattenTree(codeTree(state)).filter(({ code }) => code.inactive !== true).map(({ code, path }) => ({ kind: 'code' as const, code, words: path.join(pathMark) }));
  const rank = (id: CodeId) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  if (query === '') return nodes.toSorted((a, b) => rank(a.code.id) - rank(b.code.id)).map((node) => ({ ...node, hits: [] }));
  const fitting = nodes.flatMap((node) => {
    const match = fuzzyMatch(query, node.words);
    const own = fuzzyMatch(query, node.code.name);
    if (!match) return [];
    return [{ ...node, hits: match.hits, score: Math.max(match.score, own?.score ?? -Infinity) }];
  }).toSorted((a, b) => b.score - a.score || rank(a.code.id) - rank(b.code.id));
  // Scattered letters help who types initials; beside a theme that has the letters in one piece they are noise.
  const inOnePiece = fitting.filter(({ hits }) => hits.every((hit, index) => index === 0 || hit === (hits[index - 1] ?? 0) + 1));
  const choices: TagChoice[] = (inOnePiece.length > 0 ? inOnePiece : fitting).map(({ kind, code, words, hits }) => ({ kind, code, words, hits }));
  const exists = [...state.codes.values()].some((code) => code.name.toLocaleLowerCase() === query.toLocaleLowerCase());
  return exists ? choices : [...choices, { kind: 'new', name: query }];
}
