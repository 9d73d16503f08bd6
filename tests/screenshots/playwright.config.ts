import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: makes docs/screenshots anew from the sample project. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../../.cache/screenshots',
  timeout: 240_000,
  workers: 1,
  reporter: 'list',
  use: { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' },
  projects: [{ name: 'browser' }],
});
