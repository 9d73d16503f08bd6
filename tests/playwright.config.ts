import { defineConfig } from '@playwright/test';
import { electronRuntime } from './e2e/drivers/electron-runtime.ts';

/**
 * What asks about the screen alone, which is the same files in every host: run in the browser and in Electron itself, and
 * left out in the stand-in, to keep the suite short. What a host does (files, data folder, windows, policy, restarts) runs in each.
 */
const ofTheScreen = [
  'accessibility', 'analyses', 'coding', 'keys', 'languages', 'long-text', 'notes', 'passages', 'print', 'projects', 'reach', 'review', 'source-page', 'speakers',
].map((name) => `${name}.spec.ts`);

/** What is about one host, and what the walk of `accessibility` shows too where that runs. */
const ofTheBrowser = 'local-host.spec.ts';
const ofTheStandIn = ['stand-in-shell.spec.ts', 'console.spec.ts'];
const ofElectron = 'electron-runtime.spec.ts';

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
  // A trace costs half as much again as the test; `--trace on` makes one of what is looked into.
  use: { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', trace: 'on-first-retry' },
  projects: [
    { name: 'browser', testIgnore: [ofElectron, ...ofTheStandIn] },
    { name: 'electron-stand-in', testIgnore: [ofElectron, ofTheBrowser, ...ofTheScreen] },
    ...(electronRuntime() ? [{ name: 'electron', testIgnore: [ofTheBrowser, ...ofTheStandIn] }] : []),
  ],
});
