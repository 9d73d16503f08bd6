import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../main/services/data-folder.ts';

describe('the data folder\'s place', () => {
  it.each([
    ['linux', {}, '/home/noor/.local/share/Hoorwerk'],
    ['linux', { XDG_DATA_HOME: '/mnt/data' }, '/mnt/data/Hoorwerk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/noor/.local/share/Hoorwerk'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/noor/.local/share/Hoorwerk'],
    ['darwin', {}, '/home/noor/Library/Application Support/Hoorwerk'],
    ['win32', { APPDATA: 'D:\\noor\\Roaming' }, 'D:\\noor\\Roaming\\Hoorwerk'],
    ['win32', {}, '/home/noor\\AppData\\Roaming\\Hoorwerk'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(dataFolder(null, { platform, env, home: '/home/noor' }).replaceAll('\\', '/')).toBe(expected.replaceAll('\\', '/'));
  });

  it('is the one that is named, before the one of the environment, whatever the system', () => {
    const place = { platform: 'linux', env: { HOORWERK_DATA: '/a' }, home: '/home/noor' } as const;
    expect(dataFolder(null, place)).toBe(path.resolve('/a'));
    expect(dataFolder('b', place)).toBe(path.resolve('b'));
  });
});
