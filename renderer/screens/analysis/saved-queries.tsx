import { BookmarkPlus, Ellipsis, Pencil, Plus, RotateCcw, Save, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { differs } from '../../../app/coding/planning.ts';
import { goneConditions } from '../../../app/coding/query-names.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import type { SavedQueryId } from '../../../schemas/ids.ts';
import type { ConditionGroup } from '../../../schemas/query.ts';
import type { SavedQuery } from '../../../schemas/records/saved-query.ts';
import { formatNumber, language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocusOn } from '../../ui/keep-focus.ts';
import { Menu } from '../../ui/menu.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { registerCommands } from '../palette/commands.ts';
import { openQuery, useAnalysis } from './analysis-state.ts';
import { useGone } from './gone-note.tsx';
import { QueryName } from './query-name.tsx';
import { deleteQuery, renameQuery, saveQuery, saveQueryChange } from './saved-query-actions.ts';
import { useHits } from './use-hits.ts';

export interface SavedQueriesProps { snapshot: ProjectSnapshot; query: ConditionGroup }

/** What is being named: a query that is not saved yet, or one that gets another name. */
type Naming = 'new' | SavedQueryId;

/** The project's saved queries, each with what it finds now, and ways to keep the one that stands below. */
export function SavedQueries({ snapshot, query }: SavedQueriesProps) {
  const t = useT();
  const { queries } = snapshot.state;
  const isReadOnly = useWorkbench(({ project }) => project?.readOnly !== null);
  const open = useAnalysis(({ queryId }) => (queryId === null ? undefined : queries.get(queryId)));
  const hits = useHits(snapshot, queries);
  const [naming, setNaming] = useState<Naming | null>(null);
  useEffect(() => registerCommands([
    { id: 'analysis.saveQuery', title: 'analysis.saved.save', group: 'analysis.group', run: () => setNaming('new'), enabled: () => !isReadOnly },
  ]), [isReadOnly]);
  const section = useRef<HTMLElement>(null);
  // To the query that got its name, or back to where naming began.
  const end = (kept: boolean) => {
    setNaming(null);
    keepFocusOn(() => section.current?.querySelector<HTMLElement>(naming !== 'new' ? `[data-query="${naming}"]` : kept ? '.saved-query.open .saved-name' : '.saved-begin'));
  };
  const sorted = [...queries.values()].toSorted((a, b) => a.name.localeCompare(b.name, language()));
  return (
    <section ref={section} className="saved-queries no-print" aria-label={t('analysis.saved')}>
      {sorted.length > 0 && (
        <ul>
          {sorted.map((saved) => (naming === saved.id
            ? <li key={saved.id}><QueryName first={saved.name} onName={async (name) => renameQuery(saved.id, name)} onEnd={end} /></li>
            : <SavedRow key={saved.id} saved={saved} hits={hits?.get(saved.id)} snapshot={snapshot} isOpen={open?.id === saved.id} isReadOnly={isReadOnly} onRename={() => setNaming(saved.id)} />))}
        </ul>
      )}
      <div className="saved-now">
        {naming === 'new'
          ? <QueryName first="" onName={async (name) => saveQuery(name, query)} onEnd={end} />
          : (
            <>
              {open && differs(open.query, query) && (
                <>
                  <Button icon={Save} isDisabled={isReadOnly} onPress={() => void saveQueryChange(open.id, query)}>{t('analysis.saved.change', { name: open.name })}</Button>
                  <Button variant="quiet" icon={RotateCcw} onPress={() => openQuery(open.id)}>{t('analysis.saved.back')}</Button>
                </>
              )}
              <Button variant="quiet" icon={BookmarkPlus} className="saved-begin" isDisabled={isReadOnly} onPress={() => setNaming('new')}>{t('analysis.saved.save')}</Button>
              {open && <Button variant="quiet" icon={Plus} onPress={() => openQuery(null)}>{t('analysis.saved.fresh')}</Button>}
            </>
          )}
      </div>
    </section>
  );
}

interface SavedRowProps { saved: SavedQuery; hits: number | undefined; snapshot: ProjectSnapshot; isOpen: boolean; isReadOnly: boolean; onRename(): void }

function SavedRow({ saved, hits, snapshot: { state }, isOpen, isReadOnly, onRename }: SavedRowProps) {
  const t = useT();
  const nameOf = useGone();
  const gone = [...new Set(goneConditions(state, saved.query).map(({ condition, kind }) => nameOf(condition, kind).what))].join('; ');
  return (
    <li className={isOpen ? 'saved-query open' : 'saved-query'}>
      <button type="button" className="saved-name" data-query={saved.id} onClick={() => openQuery(saved.id)} {...(isOpen ? { 'aria-current': 'true' as const } : {})}>
        {saved.name}
        <span className="saved-hits">{hits === undefined ? '…' : formatNumber(hits)}<span className="hidden-text"> {t('analysis.saved.found')}</span></span>
        {gone !== '' && <span className="saved-gone"><TriangleAlert aria-hidden />{t('analysis.saved.gone', { what: gone })}</span>}
      </button>
      {!isReadOnly && (
        <Menu
          label={t('analysis.saved.more', { name: saved.name })} trigger={<IconButton icon={Ellipsis} label={t('analysis.saved.more', { name: saved.name })} />}
          items={[
            { id: 'rename', label: t('analysis.saved.rename'), icon: Pencil, onAction: onRename },
            { id: 'delete', label: t('analysis.saved.delete'), icon: Trash2, danger: true, onAction: () => void deleteQuery(saved.id) },
          ]}
        />
      )}
    </li>
  );
}
