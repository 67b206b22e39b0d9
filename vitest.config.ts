import { defineConfig } from 'vitest/config';
import { testFolder } from './tests/in-memory.ts';

/** Their time passes in programs they start: first, so that none of them is what the others have finished without. */
const STARTS_PROGRAMS = [
  'tests/faults/*.test.ts',
  'tests/gateways/{gammu,voice}.test.ts',
  'tests/integration/{bad-start,chromium-shell,cli,cli-oncall,cli-triage,crash,feed-caldav,packaging,watch}.test.ts',
  'tests/unit/{launcher,launcher-install,launcher-import-rules,shell-processes}.test.ts',
];

/** The window's stores and its languages are one for each page, so each file gets a page of its own; one plays Electron. */
const OWN_PAGE = ['tests/unit/{screen-*,renderer-*,report-card,shell-electron}.test.{ts,tsx}'];

const WINDOWS = ['tests/e2e/*.test.ts'];

const IN_MEMORY = { globalSetup: ['tests/in-memory.ts'], env: { TMPDIR: testFolder() } };

const ALL = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];

/**
 * Tests run on the real SQLite, the real gateways and a real browser; only the clock is fake.
 *
 * Importing a module does nothing, and a core keeps what it knows in what `openCore` returns: so files share a process, and
 * load and warm up the desk once instead of once each, which was half of the time. They run in the order of the names.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/bundled.ts'],
    // Guards, longer than any wait inside a test: whoever waits in vain is to say what for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { ...IN_MEMORY, name: 'in windows', include: WINDOWS, isolate: false } },
      { extends: true, test: { name: 'own process', include: [...STARTS_PROGRAMS, ...OWN_PAGE], isolate: true } },
      {
        extends: true,
        test: {
          ...IN_MEMORY,
          name: 'shared process',
          include: ALL,
          exclude: [...WINDOWS, ...STARTS_PROGRAMS, ...OWN_PAGE],
          isolate: false,
        },
      },
    ],
  },
});
