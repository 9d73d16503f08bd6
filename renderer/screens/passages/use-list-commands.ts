import { useEffect } from 'react';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { registerCommands, type Command } from '../palette/commands.ts';
import { activePassage } from './active-row.ts';
import { isBeside, toggleWide } from './beside.ts';
import { noneChosen, targets, toggled } from './choosing.ts';
import { copyPassages, deletePassages, joinPassages } from './passage-actions.ts';
import { usePassages, type Editing } from './passages-state.ts';
import { closePassages, readOnAt } from './to-text.ts';
import type { Passages } from './use-passages.ts';

type Listed = Pick<Passages, 'rows' | 'shown'>;

/** Registers what can be done in the list, for as long as it is there: with the chosen passages, else with the one at the keyboard. */
export function useListCommands({ rows, shown }: Listed): void {
  useEffect(() => registerCommands(commands({ rows, shown })), [rows, shown]);
}

/** A key of a row; the row's own buttons and the fields above the list have theirs. */
const onRow = '.passage-quote';

function commands({ rows, shown }: Listed): Command[] {
  const ids = () => targets(shown, usePassages.getState().selected, activePassage(rows)?.row.item);
  const hasAny = () => shown.length > 0;
  const canWrite = () => hasAny() && useWorkbench.getState().project?.readOnly === null;
  const edit = (kind: Editing) => () => {
    const at = activePassage(rows);
    if (at) usePassages.setState({ editing: { kind, key: at.row.key } });
  };
  const ask = (kind: 'theme' | 'new-theme' | 'memo') => () => usePassages.setState({ asking: { kind, ids: ids() } });
  const one = (id: string, title: Command['title'], keys: string, run: () => void, rest: Partial<Command> = {}): Command =>
    ({ id: `passages.${id}`, title, keys, run, group: 'passages.group.commands', within: onRow, enabled: hasAny, ...rest });
  return [
    one('choose', 'passages.command.choose', 'Space', () => {
      const at = activePassage(rows);
      if (at) usePassages.setState((state) => toggled(state, at.row.item.id, at.index));
    }),
    one('choose-all', 'passages.command.chooseAll', '$mod+a', () => usePassages.setState({ ...noneChosen, selected: new Set(shown.map(({ id }) => id)) })),
    one('recode', 'passages.command.recode', 't', ask('theme'), { enabled: canWrite }),
    one('new-theme', 'passages.command.newTheme', 'Shift+T', ask('new-theme'), { enabled: canWrite }),
    one('split', 'passages.command.split', 'x', edit('split'), { enabled: () => canWrite() && activePassage(rows)?.row.item.orphan === false }),
    one('join', 'passages.command.join', 'v', () => void joinPassages(ids()), { enabled: canWrite }),
    one('memo', 'passages.command.memo', 'm', () => (ids().length > 1 ? ask('memo') : edit('memo'))(), { enabled: canWrite }),
    one('copy', 'passages.copy', 'c', () => copyPassages(ids())),
    one('delete', 'passages.delete', 'Delete', () => void deletePassages(ids()), { enabled: canWrite }),
    one('read-on', 'passages.readOn', 'Shift+Enter', () => {
      const at = activePassage(rows);
      if (at) readOnAt(at.row.item);
    }),
    one('wide', 'passages.command.wide', 'w', toggleWide, { within: '.passages', enabled: () => true }),
    one('close', 'passages.close', 'Escape', leave, { within: '.passages', enabled: () => usePassages.getState().selected.size > 0 || isBeside() }),
  ];
}

/** Escape lets go of the chosen passages first. */
function leave(): void {
  if (usePassages.getState().selected.size > 0) usePassages.setState(noneChosen);
  else closePassages();
}
