import { describe, expect, it } from 'vitest';
import { recordsVersion, upgradeFrom, upgrades, type RawProject, type Upgrade } from '../../schemas/upgrades/index.ts';

describe('the upgrades of records', () => {
  it('have a step to every version up to the one that this program writes', () => {
    expect(upgrades.map(({ to }) => to)).toEqual(Array.from({ length: recordsVersion }, (_, at) => at + 1));
    expect(upgrades.map(({ upgrade }) => upgrade === null)).toEqual(upgrades.map(({ to }) => to === 1));
  });

  it('are taken from the version of the file on, in order', () => {
    const steps = [{ to: 1, upgrade: null }, mark(2), mark(3), mark(4)];
    expect(upgradeFrom(2, { records: {}, changes: [] }, steps).changes).toEqual([3, 4]);
    expect(upgradeFrom(9, { records: {}, changes: [] }, steps).changes).toEqual([]);
  });
});

const mark = (to: number): Upgrade => ({ to, upgrade: (raw: RawProject) => ({ ...raw, changes: [...raw.changes, to] }) });
