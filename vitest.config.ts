import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    pool: 'threads',
    // The default leaves one processor idle.
    maxWorkers: '100%',
    projects: [
      // Pure functions leave nothing behind for one another, so that their modules are loaded once for all files.
      { extends: true, test: { name: 'pure', include: ['tests/{app,schemas}/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'hosts', include: ['tests/{main,renderer}/**/*.test.{ts,tsx}'] } },
    ],
  },
});
