import { describe, expect, it } from 'vitest';
import { extended, noneChosen, targets, toggled, type Choosing } from '../../../renderer/screens/passages/choosing.ts';
import { passageItems } from '../../../renderer/screens/passages/passage-item.ts';
import { choosePassages, listRows, type Order } from '../../../renderer/screens/passages/passage-list.ts';
import { building, money, night, snapshot, textOf } from './invented-project.ts';

const items = passageItems(snapshot, textOf);
const sorted = (order: Order) => choosePassages(items, { codes: null, query: '', order });
const shown = sorted('place');
/** Nachtrust 3, Bouwlawaai 1, Geld 2, each under its heading. */
const rows = listRows(shown, 'theme', [night.id, building.id, money.id]);
const idAt = (index: number) => {
  const row = rows[index];
  if (row?.kind !== 'passage') throw new Error('a heading stands there');
  return row.item.id;
};
const indexes = ({ selected }: Choosing) => rows.flatMap((row, index) => (row.kind === 'passage' && selected.has(row.item.id) ? [index] : []));

describe('choosing passages in the list', () => {
  it('takes one in and lets it go again', () => {
    const one = toggled(noneChosen, idAt(1), 1);
    expect(indexes(one)).toEqual([1]);
    expect(indexes(toggled(one, idAt(1), 1))).toEqual([]);
  });

  it('grows and shrinks a stretch with Shift, over headings, and keeps what was chosen before', () => {
    const before = toggled(noneChosen, idAt(8), 8);
    const begun = extended({ ...before, stretch: null }, rows, 2, 3);
    expect(indexes(begun)).toEqual([2, 3, 8]);
    const grown = extended(begun, rows, 3, 5);
    expect(indexes(grown)).toEqual([2, 3, 5, 8]);
    expect(indexes(extended(grown, rows, 5, 1))).toEqual([1, 2, 8]);
  });

  it('goes on from the passage that Control chose', () => {
    expect(indexes(extended(toggled(noneChosen, idAt(7), 7), rows, 3, 8))).toEqual([7, 8]);
  });
});

describe('what a step is done with', () => {
  it('is what is chosen and shown, in the order of the list', () => {
    const selected = new Set([idAt(8), idAt(1)]);
    expect(targets(shown, selected, shown[2])).toEqual([idAt(1), idAt(8)]);
    expect(targets(shown.filter(({ id }) => id !== idAt(1)), selected, undefined)).toEqual([idAt(8)]);
  });

  it('is the passage at the keyboard where none is chosen', () => {
    expect(targets(shown, new Set(), shown[2])).toEqual([shown[2]?.id]);
    expect(targets([], new Set(), undefined)).toEqual([]);
  });
});

describe('the order of the list', () => {
  it('is by theme, speaker or role when asked, by place within them, and what has none comes last', () => {
    expect(sorted('theme').map(({ codeName }) => codeName)).toEqual(['Bouwlawaai', 'Geld', 'Geld', 'Nachtrust', 'Nachtrust', 'Nachtrust']);
    expect(sorted('speaker').map(({ voices: [first] }) => first?.name)).toEqual(
      ['Anna Veenstra', 'Anna Veenstra', 'Anna Veenstra', 'Bram Patiëntenbond', 'Brief wethouder', undefined],
    );
    expect(sorted('role').map(({ voices: [first] }) => first?.role ?? null)).toEqual(['mantelzorger', 'mantelzorger', 'mantelzorger', 'patiëntenorganisatie', null, null]);
  });
});
