import type { CodeId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import type { ProjectState } from './state.ts';

/** A theme with its place in the codebook. `path` ends with its own name; top themes have depth 0. */
export interface CodeNode { code: Code; depth: number; path: string[]; children: CodeNode[] }

/** What stands between the names of a path, on screen and in files. */
export const pathSeparator = ' > ';

type Codes = Pick<ProjectState, 'codes'>;

/** The codebook as a tree, siblings in their order. A theme whose parent is not there stands at the top. */
export function codeTree(state: Codes): CodeNode[] {
  const children = new Map<CodeId | null, Code[]>();
  for (const code of state.codes.values()) {
    const parent = code.parentId !== null && state.codes.has(code.parentId) ? code.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  }
  const below = (parent: CodeId | null, depth: number, path: string[]): CodeNode[] =>
    (children.get(parent) ?? []).toSorted(compareCodes).map((code) => {
      const own = [...path, code.name];
      return { code, depth, path: own, children: below(code.id, depth + 1, own) };
    });
  return below(null, 0, []);
}

/** The nodes of a tree in the order in which a list shows them. */
export function flattenTree(nodes: readonly CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...flattenTree(node.children)]);
}

/** The names from the top down to this theme, joined by ` > `; empty where there is no such theme. */
export function codePath(state: Codes, id: CodeId): string {
  return ancestry(state, id).toReversed().map((code) => code.name).join(pathSeparator);
}

/** This theme and all above it, from the theme upwards. Ends where a circle would begin. */
export function ancestry(state: Codes, id: CodeId): Code[] {
  const seen = new Set<CodeId>();
  const line: Code[] = [];
  for (let at = state.codes.get(id); at && !seen.has(at.id); at = at.parentId === null ? undefined : state.codes.get(at.parentId)) {
    seen.add(at.id);
    line.push(at);
  }
  return line;
}

/** This theme and all below it. */
export function subtree(state: Codes, id: CodeId): Set<CodeId> {
  const found = new Set<CodeId>([id]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const code of state.codes.values()) {
      if (code.parentId !== null && found.has(code.parentId)) found.add(code.id);
    }
  }
  return found;
}

/** The themes directly below a parent (null: at the top), in their order. */
export function siblingsUnder(state: Codes, parentId: CodeId | null): Code[] {
  return [...state.codes.values()].filter((code) => code.parentId === parentId).toSorted(compareCodes);
}

/** By order, then name, then id: the same on every machine, so no collation. */
function compareCodes(a: Code, b: Code): number {
  return a.order - b.order || compare(a.name, b.name) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
