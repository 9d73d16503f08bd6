import { describe, expect, it } from 'vitest';
import { createLeases } from '../../../main/services/leases.ts';

describe('the lease', () => {
  it('is one window\'s, and asking again changes nothing', () => {
    const leases = createLeases();
    expect(leases.take('a')).toBe(true);
    expect(leases.take('b')).toBe(false);
    expect(leases.take('a')).toBe(true);
    expect(leases.take('b')).toBe(false);
    expect(leases.isWriter('a')).toBe(true);
    expect(leases.isWriter('b')).toBe(false);
  });

  it('goes to the window that has waited longest, which is told', () => {
    const leases = createLeases();
    const told: string[] = [];
    leases.onWriter((windowId) => told.push(windowId));
    for (const windowId of ['a', 'b', 'c']) leases.take(windowId);
    leases.release('a');
    expect(told).toEqual(['b']);
    expect(leases.isWriter('b')).toBe(true);
  });

  it('stays where it is when a window that waits closes, and passes that one by', () => {
    const leases = createLeases();
    const told: string[] = [];
    const end = leases.onWriter((windowId) => told.push(windowId));
    for (const windowId of ['a', 'b', 'c']) leases.take(windowId);
    leases.release('b');
    expect(told).toEqual([]);
    leases.release('a');
    expect(told).toEqual(['c']);
    end();
    leases.take('d');
    leases.release('c');
    expect(told).toEqual(['c']);
    expect(leases.take('d')).toBe(true);
  });
});
