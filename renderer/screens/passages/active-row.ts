import type { CodingId } from '../../../schemas/ids.ts';
import { useUi } from '../ui-state.ts';
import type { ListRow, PassageRow } from './passage-list.ts';
import { usePassages, type PassagesState } from './passages-state.ts';

/** Makes a row the one that Tab reaches, and lights its coding up everywhere. */
export function activate(row: ListRow, index: number): void {
  if (row.kind !== 'passage') return;
  usePassages.setState({ activeKey: row.key, activeIndex: index });
  useUi.setState({ focusedCodingId: row.item.id });
}

/**
 * The index of the row that Tab reaches: the one last used, or the coding that was chosen elsewhere since; where it is
 * gone (removed, filtered out) the one that took its place. -1 where the list is empty.
 */
export function useActiveRow(rows: readonly ListRow[]): number {
  const { activeKey, activeIndex } = usePassages();
  return activeRow(rows, { activeKey, activeIndex, focused: useUi((state) => state.focusedCodingId) });
}

/** The same, of these rows at this moment; null where the list is empty. */
export function activePassage(rows: readonly ListRow[]): { row: PassageRow; index: number } | null {
  const index = activeRow(rows, { ...usePassages.getState(), focused: useUi.getState().focusedCodingId });
  const row = rows[index];
  return row?.kind === 'passage' ? { row, index } : null;
}

interface Stand extends Pick<PassagesState, 'activeKey' | 'activeIndex'> { focused: CodingId | null }

function activeRow(rows: readonly ListRow[], { activeKey, activeIndex, focused }: Stand): number {
  const used = rows.findIndex((row) => row.kind === 'passage' && row.key === activeKey);
  const row = rows[used];
  if (row?.kind === 'passage' && row.item.id === focused) return used;
  const elsewhere = focused === null ? -1 : rows.findIndex((other) => other.kind === 'passage' && other.item.id === focused);
  if (elsewhere >= 0) return elsewhere;
  if (used >= 0) return used;
  const after = rows.findIndex((other, index) => index >= activeIndex && other.kind === 'passage');
  return after >= 0 ? after : rows.findLastIndex((other) => other.kind === 'passage');
}
