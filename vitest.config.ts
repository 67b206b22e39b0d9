import { defineConfig } from 'vitest/config';

/** Tests run on the real SQLite, the real gateways and a real browser; only the clock is fake. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
