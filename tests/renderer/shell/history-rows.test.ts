import { describe, expect, test } from 'vitest';
import type { Change } from '../../../schemas/change.ts';
import type { ChangeId, CoderId } from '../../../schemas/ids.ts';
import { historyRows } from '../../../renderer/screens/history/history-rows.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as ChangeId;
const ada = id(900) as string as CoderId;
const coders = new Map([[ada, { id: ada, name: 'Ada Brink', initials: 'AB' }]]);
const change = (seq: number, at: string, more: Partial<Change> = {}): Change => ({
  id: id(seq), seq, previous: seq > 1 ? id(seq - 1) : null, at, coderId: ada, label: { key: 'code.add', values: { name: `n${seq}` } },
  ops: [{ op: 'delete', table: 'codes', id: id(500) }], inverse: [], undoes: null, redoes: null, ...more,
});
const shape = (changes: Change[]) => historyRows(changes, coders).map((row) => (row.kind === 'day' ? 'day' : `${row.change.seq}${row.undone ? ' undone' : ''}`));

describe('the lines of the history', () => {
  test('stand newest first under their days', () => {
    expect(shape([change(1, '2026-03-01T12:00:00.000Z'), change(2, '2026-03-02T12:00:00.000Z'), change(3, '2026-03-02T13:00:00.000Z')]))
      .toEqual(['day', '3', '2', 'day', '1']);
  });

  test('mark what was undone, and no longer once it was done again', () => {
    const at = '2026-03-01T12:00:00.000Z';
    const undone = [change(1, at), change(2, at), change(3, at, { undoes: id(2) })];
    expect(shape(undone)).toEqual(['day', '3', '2 undone', '1']);
    expect(shape([...undone, change(4, at, { redoes: id(2) })])).toEqual(['day', '4', '3', '2', '1']);
    expect(shape([...undone, change(4, at, { redoes: id(2) }), change(5, at, { undoes: id(2) })])).toEqual(['day', '5', '4', '3', '2 undone', '1']);
  });

  test('name the coder, also one whom only the change itself knows, and nobody where nobody is known', () => {
    const bo = id(901) as string as CoderId;
    const at = '2026-03-01T12:00:00.000Z';
    const rows = historyRows([
      change(1, at), change(2, at, { coderId: bo }),
      change(3, at, { coderId: bo, ops: [{ op: 'put', table: 'coders', record: { id: bo, name: 'Bo', initials: 'B' } }] }),
    ], coders);
    expect(rows.flatMap((row) => (row.kind === 'change' ? [row.coder] : []))).toEqual(['Bo', null, 'Ada Brink']);
  });
});
