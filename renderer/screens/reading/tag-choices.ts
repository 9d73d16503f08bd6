import type { CodeId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { takesAway, type TagEffect } from '../../../app/coding/plan-toggle.ts';
import { sameName } from '../../../app/coding/planning.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { codeTree, flattenTree } from '../../../app/coding/tree.ts';
import { fuzzyMatch } from '../palette/fuzzy.ts';

/** A theme that can be put on the selection, or a new one by the name that was typed. */
export type TagChoice =
  | { kind: 'code'; code: Code; words: string; hits: readonly number[] }
  | { kind: 'new'; name: string };

/** What taking a theme does to the passage; without an entry it is put there. */
export type TagEffects = ReadonlyMap<CodeId, TagEffect>;

/** Between the names of a path in the palette. */
const pathMark = ' › ';

/**
 * What fits the typed words. First the theme whose whole name was typed, whatever that does; then those that would be put
 * on the passage, best first; a new theme of this name, where there is none; and last, since nobody asked for that yet,
 * those that are not active and those that would be taken off. With nothing typed: the active ones, those used last
 * before the others in the order of the codebook, and last again those that would be taken off.
 */
export function tagChoices(state: Pick<ProjectState, 'codes'>, typed: string, recent: readonly CodeId[], effects: TagEffects = new Map()): TagChoice[] {
  const query = typed.trim().replaceAll(/\s+/g, ' ');
  const nodes = flattenTree(codeTree(state)).map(({ code, path }) => ({ kind: 'code' as const, code, words: path.join(pathMark) }));
  const rank = (id: CodeId) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const stand = ({ code }: { code: Code }) => standing(code, query, effects);
  if (query === '') {
    return nodes.filter(({ code }) => code.inactive !== true)
      .toSorted((a, b) => stand(a) - stand(b) || rank(a.code.id) - rank(b.code.id)).map((node) => ({ ...node, hits: [] }));
  }
  const fitting = nodes.flatMap((node) => {
    const match = fuzzyMatch(query, node.words);
    const own = fuzzyMatch(query, node.code.name);
    if (!match) return [];
    return [{ ...node, hits: match.hits, score: Math.max(match.score, own?.score ?? -Infinity) }];
  }).toSorted((a, b) => stand(a) - stand(b) || b.score - a.score || rank(a.code.id) - rank(b.code.id));
  // Scattered letters help who types initials; beside a theme that has the letters in one piece they are noise.
  const inOnePiece = fitting.filter(({ hits }) => hits.every((hit, index) => index === 0 || hit === (hits[index - 1] ?? 0) + 1));
  const shown = inOnePiece.length > 0 ? inOnePiece : fitting;
  const choices = (of: typeof shown): TagChoice[] => of.map(({ kind, code, words, hits }) => ({ kind, code, words, hits }));
  if ([...state.codes.values()].some((code) => sameName(code.name, query))) return choices(shown);
  return [
    ...choices(shown.filter((choice) => stand(choice) < place.new)), { kind: 'new', name: query }, ...choices(shown.filter((choice) => stand(choice) > place.new)),
  ];
}

/** Which choice Enter takes where none was moved to: the first one, unless nothing says that it should be taken off. */
export function defaultChoice(choices: readonly TagChoice[], typed: string, effects: TagEffects = new Map()): TagChoice | undefined {
  const [first] = choices;
  return first?.kind === 'code' && standing(first.code, typed, effects) > place.new ? undefined : first;
}

/** Where a choice stands in the list: what Enter should do without further thought comes first. */
const place = { exact: 0, added: 1, new: 2, inactive: 3, takenOff: 4 } as const;

function standing(code: Code, typed: string, effects: TagEffects): number {
  if (sameName(code.name, typed.trim().replaceAll(/\s+/g, ' '))) return place.exact;
  if (takesAway(effects.get(code.id) ?? 'add')) return place.takenOff;
  return code.inactive === true ? place.inactive : place.added;
}
