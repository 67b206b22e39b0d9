import process from 'node:process';
import { skipReason } from './count-reporter.mjs';

/**
 * @typedef {{ state: string, note?: string | undefined, errors?: readonly { message: string }[] | undefined }} Outcome
 * @typedef {{ type: 'test', name: string, fullName: string, result(): Outcome }} Test
 * @typedef {{ type: 'suite', name: string, children: Children }} Suite
 * @typedef {Iterable<Test | Suite> & { allTests(): Iterable<Test> }} Children
 * @typedef {{ children: Children, errors(): readonly { message: string }[], relativeModuleId: string }} Module
 */

/** What has to be tried here even where nobody has written a test for it, so that a gap shows. */
const PROGRAMS = Object.freeze(['kannel', 'smpp', 'gammu', 'baresip']);
const TITLE = /^program (.+?)(?: \(skipped: ([^)]+)\))?$/;
const NAME_WIDTH = 18;

/**
 * @param {string} program
 * @param {string} words
 */
const line = (program, words) => `${program.padEnd(NAME_WIDTH)} ${words}`;

/**
 * How one thing a program has to do went. What a gateway does not do stands in the title and is told as such.
 * @param {string} program
 * @param {string} capability
 * @param {readonly Test[]} tests
 */
const capabilityLines = (program, capability, tests) => {
  const absent = /^(.+) \(no: (.+)\)$/.exec(capability);
  const failed = tests.filter((test) => test.result().state === 'failed');
  const skipped = tests.filter((test) => test.result().state === 'skipped');
  const reasons = failed.map((test) => `  ${test.name}: ${test.result().errors?.[0]?.message ?? 'failed'}`);
  if (failed.length > 0) return [line(program, `FAILED   ${capability}`), ...reasons];
  if (absent !== null) return [line(program, `no       ${absent[1]}: ${absent[2]}`)];
  const [first] = skipped;
  if (first !== undefined && skipped.length === tests.length)
    return [line(program, `skipped  ${capability}: ${skipReason(first.fullName, first.result().note)}`)];
  return [line(program, `ok       ${capability}`)];
};

/**
 * The lines of one file of tests, and the programs they are about.
 * @param {Module} module
 */
export const moduleLines = (module) => {
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const programs = [];
  for (const error of module.errors()) lines.push(line(module.relativeModuleId, `FAILED   ${error.message}`));
  for (const suite of module.children) {
    const [, program, missing] = TITLE.exec(suite.name) ?? [];
    if (program === undefined || suite.type !== 'suite') continue;
    programs.push(program);
    if (missing !== undefined) lines.push(line(program, `skipped  ${missing}`));
    else
      for (const child of suite.children)
        if (child.type === 'suite') lines.push(...capabilityLines(program, child.name, [...child.children.allTests()]));
  }
  return { lines, programs };
};

/**
 * The tests of a file that are no program's: told only when they fail.
 * @param {Module} module
 */
const otherFailures = (module) => {
  const others = [...module.children].filter((child) => !TITLE.test(child.name));
  const tests = others.flatMap((child) => (child.type === 'suite' ? [...child.children.allTests()] : [child]));
  return tests
    .filter((test) => test.result().state === 'failed')
    .map((test) => `${module.relativeModuleId}: FAILED ${test.fullName}: ${test.result().errors?.[0]?.message ?? ''}`);
};

/** Vitest reporter of `npm run test:gateways`: a line for each program and each thing it has to do, then the counts. */
export default class GatewayReporter {
  #seen = new Set();
  #counts = { passed: 0, failed: 0, skipped: 0 };

  /** @param {Module} module */
  onTestModuleEnd(module) {
    const { lines, programs } = moduleLines(module);
    for (const program of programs) this.#seen.add(program);
    for (const each of [...lines, ...otherFailures(module)]) process.stdout.write(`${each}\n`);
    this.#counts.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed' || state === 'failed' || state === 'skipped') this.#counts[state] += 1;
    }
  }

  /**
   * @param {readonly Module[]} _modules
   * @param {readonly { message: string }[]} strayErrors
   */
  onTestRunEnd(_modules, strayErrors) {
    for (const program of PROGRAMS)
      if (!this.#seen.has(program)) process.stdout.write(`${line(program, 'skipped  nothing tries it yet')}\n`);
    for (const error of strayErrors) process.stdout.write(`FAILED outside any test: ${error.message}\n`);
    const { passed, failed, skipped } = this.#counts;
    process.stdout.write(`\n${passed} passed, ${failed + strayErrors.length} failed, ${skipped} skipped\n`);
  }
}
