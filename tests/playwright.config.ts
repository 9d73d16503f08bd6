import { defineConfig } from '@playwright/test';
import { electronRuntime } from './e2e/drivers/electron-runtime.ts';

/**
 * What asks about the screen alone, which is the same files in every host: run in the browser and in Electron itself, and
 * left out in the stand-in, to keep the suite short. What a host does (files, data folder, windows, policy, restarts) runs in each.
 */
const ofTheScreen = [
  'accessibility', 'analyses', 'coding', 'keys', 'languages', 'long-text', 'notes', 'passages', 'reach', 'review', 'source-page', 'speakers',
].map((name) => `${name}.spec.ts`);

/** The same specs in each host that this machine can run: the browser, the Electron stand-in, and Electron itself. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../.cache/test-results',
  timeout: 240_000,
  // A machine that stalls for a moment is not a fault of the program; what needed a second try is named in the list.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.cache/results/e2e.json' }]],
  use: { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', testIgnore: ['electron-runtime.spec.ts', 'stand-in-shell.spec.ts'] },
    { name: 'electron-stand-in', testIgnore: ['electron-runtime.spec.ts', ...ofTheScreen] },
    ...(electronRuntime() ? [{ name: 'electron', testIgnore: 'stand-in-shell.spec.ts' }] : []),
  ],
});
