import { FolderOpen, MoreHorizontal, Plus, Share } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyCaps } from '../../ui/key-caps.ts';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../use-cases/notices.ts';
import { readCodebookFile } from '../../use-cases/read-codebook.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { registerCommands } from '../palette/commands.ts';
import { NewTheme } from './new-theme.tsx';
import { showAll } from './shown-themes.ts';
import { ThemeEditor } from './theme-editor.tsx';
import { ThemeMerge } from './theme-merge.tsx';
import type { ThemeTask } from './theme-task.ts';
import { ThemeTree } from './theme-tree.tsx';

/** The codebook: choose, make, change, move, merge and delete themes. */
export function ThemePane({ project }: { project: OpenProject }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [task, setTask] = useState<ThemeTask | null>(null);
  const { codes, codings } = project.state;
  const counts = useMemo(() => countByCode(codings.values()), [codings]);
  const documentId = useUi((ui) => ui.documentId);
  const hasOthers = project.state.documents.size > 1;
  const here = useMemo(
    () => (hasOthers && documentId ? countByCode([...codings.values()].filter((coding) => coding.documentId === documentId)) : null), [codings, hasOthers, documentId],
  );
  const only = useUi((ui) => ui.onlyCodes);
  const shown = only && [...codes.keys()].filter((id) => only.has(id)).length;
  const end = () => setTask(null);
  useEffect(() => registerCommands([{ id: 'code.new', title: 'codebook.new', group: 'reading.group', run: () => setTask({ kind: 'add', parentId: null }) }]), []);
  const isReadOnly = project.readOnly !== null;
  const items: MenuEntry[] = [
    { id: 'read', label: t('codebook.read'), icon: FolderOpen, disabled: isReadOnly, onAction: () => void takeCodebook() },
    { id: 'export', label: t('command.export.dialog'), icon: Share, onAction: () => useUi.setState({ dialog: 'export' }) },
  ];
  return (
    <section className="pane-part" aria-labelledby="themes-title">
      <div className="pane-head">
        <h2 className="k" id="themes-title">{t('codebook.themes')} <span>{t('codebook.count', { count: codings.size })}</span></h2>
        <Menu label={t('codebook.actions')} placement="bottom end" trigger={<IconButton className="pane-menu" icon={MoreHorizontal} label={t('codebook.actions')} />} items={items} />
      </div>
      {codes.size > searchFrom && <TextField label={t('codebook.search')} hideLabel value={typed} onChange={setTyped} placeholder={t('codebook.search')} type="search" className="theme-search" />}
      {shown !== null && (
        <p className="pane-hint theme-filter">
          {t('codebook.shown', { shown, all: codes.size })} <AriaButton className="link-button" onPress={showAll}>{t('codebook.show-all')}</AriaButton>
        </p>
      )}
      {codes.size === 0 && <p className="pane-hint">{t('codebook.empty')}</p>}
      {codes.size > 0 && <ThemeTree project={project} typed={codes.size > searchFrom ? typed : ''} counts={counts} here={here} isReadOnly={isReadOnly} onTask={setTask} />}
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

/** A list this short is seen at once. */
const searchFrom = 8;

/** Brings in a codebook and says what came of it. */
async function takeCodebook(): Promise<void> {
  const read = await readCodebookFile();
  if (!read) return;
  notify({ kind: 'info', key: 'codebook.was-read', values: { added: read.added, filled: read.filled, keys: keyCaps('$mod+z') } });
  if (read.notes.length > 0) notify({ kind: 'info', key: 'codebook.notes', values: { notes: read.notes.join('; ') } });
}

function countByCode(codings: Iterable<{ codeId: CodeId }>): ReadonlyMap<CodeId, number> {
  const counts = new Map<CodeId, number>();
  for (const { codeId } of codings) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}
