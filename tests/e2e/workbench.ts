import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { codeOnce, copyWork, newFolders, type Folders } from './begun.ts';
import { browserDriver } from './drivers/browser-driver.ts';
import type { Driver, LaunchOptions, Running } from './drivers/driver.ts';
import { electronDriver } from './drivers/electron-driver.ts';
import { standInDriver } from './drivers/stand-in-driver.ts';

const drivers: Record<string, Driver> = {
  'browser': browserDriver,
  'electron-stand-in': standInDriver,
  'electron': electronDriver,
};

/** Starts workbenches on folders of this test's own, and ends and removes them whatever happens. */
export interface Workbenches {
  folders: Folders;
  /** Puts in these folders what `codeOnce` leaves behind. */
  begin(): Promise<void>;
  launch(options?: Partial<LaunchOptions>, host?: keyof typeof drivers): Promise<Running>;
}

export const test = base.extend<{ workbenches: Workbenches }, { kept: Folders[] }>({
  // What the first test of a worker began is copied for the others: to begin takes longer than most of what they then do.
  // eslint wants no empty pattern, Playwright wants a pattern: the fixture takes none of the others.
  kept: [async ({ browserName }, use) => {
    void browserName;
    const kept: Folders[] = [];
    await use(kept);
    for (const { root } of kept) rmSync(root, { recursive: true, force: true });
  }, { scope: 'worker' }],
  workbenches: async ({ kept }, use, info) => {
    const folders = newFolders();
    const running: Running[] = [];
    const driverOf = (host: keyof typeof drivers) => {
      const driver = drivers[host];
      if (!driver) throw new Error(`no driver for ${host}`);
      return driver;
    };
    const workbenches: Workbenches = {
      folders,
      async begin() {
        const driver = driverOf(info.project.name);
        const [begun] = kept;
        if (begun) {
          await copyWork(driver, begun, folders);
          return;
        }
        await codeOnce(await workbenches.launch());
        const copy = newFolders();
        kept.push(copy);
        await copyWork(driver, folders, copy);
      },
      async launch(options = {}, host = info.project.name) {
        const started = await driverOf(host).launch({ data: folders.data, profile: folders.profile, ...options });
        running.push(started);
        return started;
      },
    };
    await use(workbenches);
    for (const started of running) await started.close().catch(() => undefined);
    rmSync(folders.root, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
