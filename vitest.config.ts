import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{app,schemas,main,renderer}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    pool: 'threads',
    // The default leaves one processor idle.
    maxWorkers: '100%',
  },
});
