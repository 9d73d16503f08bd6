import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import { useT } from '../../i18n/index.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { registerCommands } from '../palette/commands.ts';
import { NewTheme } from './new-theme.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { ThemeMerge } from './theme-merge.tsx';
import type { ThemeTask } from './theme-task.ts';
import { ThemeTree } from './theme-tree.tsx';

/** The codebook: choose, make, change, move, merge and delete themes. */
export function ThemePane({ project }: { project: OpenProject }) {
  const t = useT();
  const [task, setTask] = useState<ThemeTask | null>(null);
  const { codes, codings } = project.state;
  const counts = useMemo(() => countByCode(codings.values()), [codings]);
  const end = () => setTask(null);
  useEffect(() => registerCommands([{ id: 'code.new', title: 'codebook.new', group: 'reading.group', run: () => setTask({ kind: 'add', parentId: null }) }]), []);
  const isReadOnly = project.readOnly !== null;
  return (
    <section className="pane-part" aria-labelledby="themes-title">
      <h2 className="k" id="themes-title">{t('codebook.themes')} <span>{t('codebook.count', { count: codings.size })}</span></h2>
      {codes.size === 0 && <p className="pane-hint">{t('codebook.empty')}</p>}
      {codes.size > 0 && <ThemeTree project={project} counts={counts} isReadOnly={isReadOnly} onTask={setTask} />}
      {task?.kind === 'add'
        ? <NewTheme key={task.parentId ?? 'top'} parent={task.parentId === null ? null : (codes.get(task.parentId) ?? null)} onEnd={end} />
        : !isReadOnly && (
          <AriaButton className="row row-add" onPress={() => setTask({ kind: 'add', parentId: null })}>
            <Plus aria-hidden /><span>{t('codebook.new')}</span>
          </AriaButton>
        )}
      {task?.kind === 'edit' && codes.has(task.id) && <ThemeEditor key={task.id} id={task.id} project={project} onEnd={end} />}
      {task?.kind === 'merge' && codes.has(task.id) && <ThemeMerge id={task.id} project={project} onEnd={end} />}
    </section>
  );
}

function countByCode(codings: Iterable<{ codeId: CodeId }>): ReadonlyMap<CodeId, number> {
  const counts = new Map<CodeId, number>();
  for (const { codeId } of codings) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}
