import type { KeyboardEvent, MouseEvent } from 'react';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { activate } from './active-row.ts';
import { toggled } from './choosing.ts';
import type { ListRow, PassageRow as Row } from './passage-list.ts';
import { PassageRow } from './passage-row.tsx';
import { usePassages } from './passages-state.ts';
import type { Passages } from './use-passages.ts';

export interface ListRowViewProps {
  row: ListRow;
  index: number;
  isActive: boolean;
  passages: Passages;
  readOnly: boolean;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent, row: Row, index: number): void;
}

/** A group's heading or a passage, which leaves out what its group says already. */
export function ListRowView({ row, index, isActive, passages, readOnly, onKeyDown, onClick }: ListRowViewProps) {
  const t = useT();
  const grouping = usePassages((state) => state.grouping);
  const isChosen = usePassages((state) => row.kind === 'passage' && state.selected.has(row.item.id));
  const editing = usePassages((state) => (state.editing?.key === row.key ? state.editing.kind : null));
  if (row.kind === 'group') {
    return (
      <h2 className="passages-group">
        {row.color !== null && <Swatch color={row.color} />}
        {row.label ?? t(grouping === 'role' ? 'passages.noRole' : 'passages.noSpeaker')}
        {row.detail !== null && <small>{row.detail}</small>}
        <span>{formatNumber(row.count)}</span>
      </h2>
    );
  }
  return (
    <PassageRow
      item={row.item} isActive={isActive} isChosen={isChosen} editing={editing} readOnly={readOnly}
      showTheme={grouping !== 'theme' && (passages.code === null || passages.code.id !== row.item.codeId)}
      showSpeaker={grouping !== 'speaker' || row.item.voices.length !== 1}
      showDocument={grouping !== 'document' && passages.snapshot.state.documents.size > 1}
      onFocus={() => activate(row, index)} onKeyDown={onKeyDown} onClick={(event) => onClick(event, row, index)}
      onChoose={() => usePassages.setState((state) => toggled(state, row.item.id, index))}
      onEdit={(kind) => usePassages.setState({ editing: { kind, key: row.key } })}
    />
  );
}
