import { join } from 'node:path';
import { prepare } from './commands.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';

/**
 * Everything that is checked without running the product. All steps run, so that one look shows all that is wrong.
 * @type {ReadonlyArray<{ name: string, program: string, args: readonly string[] }>}
 */
const STEPS = [
  ...['shared', 'electron', 'renderer', 'tests'].map((folder) => ({
    name: `types of ${folder}`,
    program: 'typescript/bin/tsc',
    args: ['-p', folder],
  })),
  {
    name: 'lint, format, import rules',
    program: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', args: [] },
  { name: 'licences', program: '../build/licences.mjs', args: [] },
];

/**
 * Runs every check.
 * @param {string} root
 * @param {string} node path of Node 24
 * @returns {Promise<{ passed: string[], failed: string[] }>} names of the steps
 */
export const checkAll = async (root, node) => {
  /** @type {string[]} */
  const passed = [];
  /** @type {string[]} */
  const failed = [];
  for (const { name, program, args } of STEPS) {
    const code = await handOver(node, [join(root, 'node_modules', program), ...args], { cwd: root });
    (code === 0 ? passed : failed).push(name);
    process.stdout.write(`check: ${name}: ${code === 0 ? 'ok' : 'FAILED'}\n`);
  }
  return { passed, failed };
};

/** `npm run check` */
export const runCheck = async () => {
  const node = await prepare(ROOT);
  if (node === null) return 1;
  const { failed } = await checkAll(ROOT, node);
  return failed.length === 0 ? 0 : 1;
};
