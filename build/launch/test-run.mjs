import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBundle, ensureRenderer } from './builds.mjs';
import { checkAll } from './check.mjs';
import { prepare } from './commands.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';
import { strippedOnce } from './stripped.mjs';

/**
 * The last lines of a test run: each skipped test with its reason, then the counts. Each check counts as one test.
 * @param {import('./count-reporter.mjs').Counts | null} counts null: the test runner died before it could count
 * @param {{ passed: string[], failed: string[] }} checks
 * @returns {{ lines: string[], isGood: boolean }}
 */
export const summarise = (counts, checks) => {
  const passed = (counts?.passed ?? 0) + checks.passed.length;
  const failed = (counts === null ? 1 : counts.failed) + checks.failed.length;
  const skipped = counts?.skipped ?? [];
  const lines = [
    ...skipped.map(({ name, reason }) => `skipped: ${name}: ${reason}`),
    ...checks.failed.map((name) => `failed check: ${name}`),
    ...(counts === null ? ['failed: the test runner ended before it could count'] : []),
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ];
  return { lines, isGood: failed === 0 };
};

/**
 * @param {string} node
 * @param {string[]} args
 */
const runVitest = async (node, args) => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-test-'));
  const file = join(folder, 'counts.json');
  const reporter = join(ROOT, 'build', 'launch', 'count-reporter.mjs');
  const code = await handOver(
    node,
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      `--reporter=${reporter}`,
      ...args,
    ],
    { cwd: ROOT, env: { ...(await strippedOnce(ROOT, node)), NIGHTDESK_TEST_COUNTS: file } },
  );
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  return { code, counts };
};

/**
 * `npm test [-- FILTER…]`: every check, every test, one line of counts at the end.
 * @param {string[]} args passed on to vitest
 */
export const runTests = async (args) => {
  await ensureDebianPackages();
  const node = await prepare(ROOT);
  if (node === null) return 1;
  const checks = await checkAll(ROOT, node);
  const isBuilt = await ensureRenderer(ROOT, node);
  (isBuilt ? checks.passed : checks.failed).push('build of the window');
  const isBundled = await ensureBundle(ROOT, node);
  (isBundled ? checks.passed : checks.failed).push('bundle of the core');
  const { code, counts } = await runVitest(node, args);
  const { lines, isGood } = summarise(counts, checks);
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return isGood && code === 0 ? 0 : 1;
};
