import type { ListRow } from './passage-list.ts';

/** A page of rows, for Page Up and Page Down: about what stands on a screen. */
const page = 6;

/** The passage that a key leads to from another; null where the key leads nowhere. Group headings are stepped over. */
export function nextRow(key: string, from: number, rows: readonly Pick<ListRow, 'kind'>[]): number | null {
  const passages = rows.flatMap((row, index) => (row.kind === 'passage' ? [index] : []));
  const at = passages.indexOf(from);
  const to = destination(key, at, passages.length - 1);
  return to === null ? null : (passages[Math.max(0, Math.min(passages.length - 1, to))] ?? null);
}

function destination(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown': return at + 1;
    case 'ArrowUp': return at - 1;
    case 'PageDown': return at + page;
    case 'PageUp': return at - page;
    case 'Home': return 0;
    case 'End': return last;
    default: return null;
  }
}
