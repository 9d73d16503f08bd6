import { useMemo } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { codeTree, flattenTree, subtree, type CodeNode } from '../../../app/coding/tree.ts';
import { textOf } from '../../../app/document/text-of.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { passageItems, type PassageItem } from './passage-item.ts';
import { choosePassages, listRows, type ListRow } from './passage-list.ts';
import { usePassages } from './passages-state.ts';

export interface Passages {
  snapshot: ProjectSnapshot;
  /** The codebook in its order. */
  nodes: readonly CodeNode[];
  /** The themes that are shown, in the order of the codebook; empty for all. */
  themes: readonly Code[];
  /** The theme that is shown; null for all, and for several. */
  code: Code | null;
  /** Every coding of the project, or those that an analysis led to. */
  items: readonly PassageItem[];
  /** Those of the theme, before the search. */
  ofTheme: readonly PassageItem[];
  shown: readonly PassageItem[];
  rows: readonly ListRow[];
  /** Codings a theme, with those below it where they are shown too. */
  counts: ReadonlyMap<CodeId, number>;
}

/** The open project as analyses read it; the same object until something changes. Null where no project is open. */
export function useSnapshot(): ProjectSnapshot | null {
  const projectId = useWorkbench((workbench) => workbench.project?.projectId);
  const state = useWorkbench((workbench) => workbench.project?.state);
  const contents = useWorkbench((workbench) => workbench.project?.contents);
  return useMemo(() => (projectId && state && contents ? { projectId, state, contents } : null), [projectId, state, contents]);
}

/** What the list shows, from the project and the choices made. */
export function usePassageRows(snapshot: ProjectSnapshot): Passages {
  const codeId = useUi((state) => state.codeId);
  const { query, grouping, order, withSubthemes, together, chosen } = usePassages();
  const every = useMemo(() => passageItems(snapshot, (document) => textOf(snapshot, document)), [snapshot]);
  const items = useMemo(() => (chosen ? every.filter(({ id }) => chosen.ids.has(id)) : every), [every, chosen]);
  const nodes = useMemo(() => flattenTree(codeTree(snapshot.state)), [snapshot.state]);
  const themes = useMemo(() => {
    const ids = together?.with === codeId ? together.ids : new Set([codeId]);
    return nodes.flatMap((node) => (ids.has(node.code.id) ? [node.code] : []));
  }, [nodes, codeId, together]);
  const code = (themes.length === 1 && themes[0]) || null;
  const codes = useMemo(() => {
    if (themes.length === 0) return null;
    return new Set(themes.flatMap(({ id }) => (withSubthemes ? [...subtree(snapshot.state, id)] : [id])));
  }, [themes, withSubthemes, snapshot.state]);
  const ofTheme = useMemo(() => choosePassages(items, { codes, query: '', order }), [items, codes, order]);
  const shown = useMemo(() => choosePassages(ofTheme, { codes: null, query, order }), [ofTheme, query, order]);
  const rows = useMemo(() => listRows(shown, grouping, nodes.map((node) => node.code.id)), [shown, grouping, nodes]);
  const counts = useMemo(() => countsByCode(items, nodes, withSubthemes), [items, nodes, withSubthemes]);
  return { snapshot, nodes, themes, code, items, ofTheme, shown, rows, counts };
}

/** Shows these themes together; none: all. */
export function showThemes(ids: readonly CodeId[]): void {
  const [first = null] = ids;
  usePassages.setState({ together: first !== null && ids.length > 1 ? { with: first, ids: new Set(ids) } : null });
  useUi.setState({ codeId: first });
}

function countsByCode(items: readonly PassageItem[], nodes: readonly CodeNode[], withSubthemes: boolean): Map<CodeId, number> {
  const own = new Map<CodeId, number>();
  for (const { codeId } of items) own.set(codeId, (own.get(codeId) ?? 0) + 1);
  if (!withSubthemes) return own;
  return new Map(nodes.map((node) => [node.code.id, flattenTree([node]).reduce((sum, { code }) => sum + (own.get(code.id) ?? 0), 0)]));
}
