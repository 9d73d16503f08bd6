import { useUi } from '../ui-state.ts';
import type { ListRow } from './passage-list.ts';
import { usePassages } from './passages-state.ts';

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
  const focused = useUi((state) => state.focusedCodingId);
  const used = rows.findIndex((row) => row.kind === 'passage' && row.key === activeKey);
  const row = rows[used];
  if (row?.kind === 'passage' && row.item.id === focused) return used;
  const elsewhere = focused === null ? -1 : rows.findIndex((other) => other.kind === 'passage' && other.item.id === focused);
  if (elsewhere >= 0) return elsewhere;
  if (used >= 0) return used;
  const after = rows.findIndex((other, index) => index >= activeIndex && other.kind === 'passage');
  return after >= 0 ? after : rows.findLastIndex((other) => other.kind === 'passage');
}
