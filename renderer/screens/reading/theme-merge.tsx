import type { CodeId } from '../../../schemas/ids.ts';
import { codeTree, flattenTree, pathSeparator } from '../../../app/coding/tree.ts';
import { useT } from '../../i18n/index.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { mergeThemes } from './theme-actions.ts';

/** Asks into which theme another one goes. */
export function ThemeMerge({ id, project, onEnd }: { id: CodeId; project: OpenProject; onEnd(): void }) {
  const t = useT();
  const name = project.state.codes.get(id)?.name ?? '';
  const items = flattenTree(codeTree(project.state)).filter(({ code }) => code.id !== id).map(({ code, path }) => ({
    id: code.id, label: code.name, ...(path.length > 1 ? { detail: path.slice(0, -1).join(pathSeparator) } : {}),
  }));
  return (
    <MergeDialog
      name={name} lead={t('codebook.merge-lead', { name })} items={items} placeholder={t('codebook.merge-choose')}
      onMerge={(into) => void mergeThemes(id, into)} onEnd={onEnd}
    />
  );
}
