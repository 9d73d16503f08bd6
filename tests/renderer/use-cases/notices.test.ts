import { beforeEach, describe, expect, it } from 'vitest';
import { dismissInfos, dismissUnsaved, lifeOf, notify, notifyProblem, useNotices } from '../../../renderer/use-cases/notices.ts';

beforeEach(() => useNotices.setState([], true));
const keys = () => useNotices.getState().map(({ key }) => key);
const info = (key: Parameters<typeof notify>[0]['key'], values = {}) => notify({ kind: 'info', key, values });
const problem = (code: string) => notifyProblem({ code, message: code });

describe('The messages on the screen', () => {
  it('are at most three, the newest first', () => {
    info('reading.select-first');
    info('reading.copied');
    problem('empty-file');
    info('reading.no-codings');
    expect(keys()).toEqual(['reading.no-codings', 'problem.empty-file', 'reading.copied']);
  });

  it('of one kind take each other\'s place, whatever they say', () => {
    info('reading.no-such-key', { key: 7 });
    info('reading.copied');
    info('reading.no-such-key', { key: 8 });
    expect(useNotices.getState()).toMatchObject([{ key: 'reading.no-such-key', values: { key: 8 } }, { key: 'reading.copied' }]);
  });

  it('that tell of work that is not where it should be are pushed out by none', () => {
    problem('store-failed');
    info('notice.restored', { name: 'a', verified: 1, total: 1 });
    for (const key of ['reading.copied', 'reading.select-first', 'reading.no-codings'] as const) info(key);
    expect(keys()).toEqual(['reading.no-codings', 'notice.restored', 'problem.store-failed']);
    problem('host-gone');
    problem('empty-file');
    expect(keys()).toEqual(['problem.empty-file', 'problem.host-gone', 'notice.restored', 'problem.store-failed']);
    problem('binary-file');
    expect(keys()).toEqual(['problem.binary-file', 'problem.host-gone', 'notice.restored', 'problem.store-failed']);
  });

  it('about a connection go once the data folder has the work, and those about a change at an undo', () => {
    problem('host-gone');
    problem('store-failed');
    info('notice.repaired', { name: 'a', count: 1 });
    info('reading.copied');
    dismissUnsaved();
    expect(keys()).toEqual(['reading.copied', 'notice.repaired', 'problem.store-failed']);
    dismissInfos();
    expect(keys()).toEqual(['notice.repaired', 'problem.store-failed']);
  });

  it('pass by themselves where they only tell', () => {
    expect([
      lifeOf({ kind: 'info', key: 'reading.copied' }), lifeOf({ kind: 'problem', key: 'problem.empty-file' }), lifeOf({ kind: 'info', key: 'notice.restored' }),
    ]).toEqual(['passes', 'stays', 'kept']);
  });
});
