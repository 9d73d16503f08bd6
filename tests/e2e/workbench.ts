import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
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
  folders: { root: string; data: string; profile: string };
  launch(options?: Partial<LaunchOptions>, host?: keyof typeof drivers): Promise<Running>;
}

export const test = base.extend<{ workbenches: Workbenches }>({
  // eslint wants no empty pattern, Playwright wants a pattern: the fixture takes none of the others.
  workbenches: async ({ locale }, use, info) => {
    void locale;
    const root = mkdtempSync(path.join(tmpdir(), 'hoorwerk-e2e-'));
    const folders = { root, data: path.join(root, 'data'), profile: path.join(root, 'profile') };
    const running: Running[] = [];
    await use({
      folders,
      async launch(options = {}, host = info.project.name) {
        const driver = drivers[host];
        if (!driver) throw new Error(`no driver for ${host}`);
        const started = await driver.launch({ data: folders.data, profile: folders.profile, ...options });
        running.push(started);
        return started;
      },
    });
    for (const started of running) await started.close().catch(() => undefined);
    rmSync(root, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
