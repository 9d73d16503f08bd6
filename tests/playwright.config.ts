import { defineConfig } from '@playwright/test';
import { electronRuntime } from './e2e/drivers/electron-runtime.ts';

/** The same specs in each host that this machine can run: the browser, the Electron stand-in, and Electron itself. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../.cache/test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.cache/results/e2e.json' }]],
  use: { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', testIgnore: ['electron-runtime.spec.ts', 'stand-in-shell.spec.ts'] },
    { name: 'electron-stand-in', testIgnore: 'electron-runtime.spec.ts' },
    ...(electronRuntime() ? [{ name: 'electron', testIgnore: 'stand-in-shell.spec.ts' }] : []),
  ],
});
