import { useVirtualizer } from '@tanstack/react-virtual';
import { History, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Change } from '../../../schemas/change.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, isEnabled, runCommand } from '../palette/commands.ts';
import { HistoryLine } from './history-line.tsx';
import { historyRows } from './history-rows.ts';
import { useHistory } from './use-history.ts';
import './history.css';

/** Every step of the project as a sentence, the newest first; undone ones stay readable. */
export function HistoryScreen() {
  const t = useT();
  const changes = useHistory();
  return (
    <div className="history">
      <header className="history-head">
        <div>
          <h1>{t('history.title')}</h1>
          <p>{t('history.lead')}</p>
        </div>
        <Toolbar label={t('history.title')} className="no-print">
          <UndoButton id="edit.undo" /><UndoButton id="edit.redo" />
        </Toolbar>
      </header>
      {changes.length > 0 ? <Steps changes={changes} /> : <EmptyState icon={History}>{t('history.none')}</EmptyState>}
    </div>
  );
}

function UndoButton({ id }: { id: 'edit.undo' | 'edit.redo' }) {
  const t = useT();
  useWorkbench((workbench) => workbench.project);
  const command = findCommand(id);
  const words = t(id === 'edit.undo' ? 'history.undo' : 'history.redo');
  return <Button icon={id === 'edit.undo' ? Undo2 : Redo2} isDisabled={!command || !isEnabled(command)} onPress={() => runCommand(id)}>{words}</Button>;
}

/** Only the lines in sight are drawn: a history of years has tens of thousands. */
function Steps({ changes }: { changes: readonly Change[] }) {
  const t = useT();
  const coders = useWorkbench((workbench) => workbench.project?.state.coders);
  const rows = useMemo(() => historyRows(changes, coders ?? new Map()), [changes, coders]);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, overscan: 12,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? 44 : 34), getItemKey: (index) => rows[index]?.key ?? index,
  });
  return (
    <>
      <output className="hidden-text">{t('history.count', { count: changes.length })}</output>
      <section ref={scroller} className="history-scroll" aria-label={t('history.list')}>
        <ol className="history-list" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map((line) => {
            const row = rows[line.index];
            return row && <HistoryLine key={line.key} row={row} top={line.start} measure={lines.measureElement} index={line.index} />;
          })}
        </ol>
      </section>
    </>
  );
}
