import { defineConfig } from 'vitest/config';

/** Tests run on the real SQLite, the real gateways and a real browser; only the clock is fake. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    // Guards, longer than any wait inside a test: whoever waits in vain is to say what for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
