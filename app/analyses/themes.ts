import type { CodeId } from '../../schemas/ids.ts';
import { codeTree, flattenTree, pathSeparator } from '../coding/tree.ts';
import type { ProjectState } from '../coding/state.ts';
import type { AnalysisColumn } from './analysis.ts';

/** A theme as it is counted: `codes` are those whose codings count for it, itself first. */
export interface Theme { id: CodeId; name: string; path: string; codes: readonly CodeId[] }

/** The themes in the order of the codebook, each alone or with all below it. */
export function themesOf(state: Pick<ProjectState, 'codes'>, withSubtree: boolean): Theme[] {
  return flattenTree(codeTree(state)).map((node): Theme => ({
    id: node.code.id, name: node.code.name, path: node.path.join(pathSeparator),
    codes: withSubtree ? flattenTree([node]).map(({ code }) => code.id) : [node.code.id],
  }));
}

/** A theme in a row. `suffix` tells two of them apart: `code_a`, `path_a`, `code_a_id`. */
export function themeCells({ id, name, path }: Theme, suffix = ''): Record<string, string> {
  return { [`code${suffix}`]: name, [`path${suffix}`]: path, [`code${suffix}_id`]: id };
}

/** A theme's name, and its path for files, where names may occur twice. */
export const themeColumns: readonly AnalysisColumn[] = [
  { id: 'code', name: { nl: 'Thema', en: 'Theme' }, unit: 'text' },
  { id: 'path', name: { nl: 'Pad', en: 'Path' }, unit: 'text', only: 'files' },
];
