import { writeFileSync } from 'node:fs';
import process from 'node:process';

/**
 * @typedef {{ state: 'passed' | 'failed' | 'skipped' | 'pending', note?: string | undefined }} Outcome
 * @typedef {{ fullName: string, result(): Outcome }} Test
 * @typedef {{ state(): string, children: { allTests(): Iterable<Test> }, errors(): readonly unknown[], relativeModuleId: string }} Module
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Counts
 */

const REASON_IN_NAME = / ?\(skipped: ([^)]+)\)/g;

/**
 * Why a test was skipped: the note it gave, else the words in brackets in its name, else that nobody said.
 * @param {string} name
 * @param {string | undefined} note
 */
export const skipReason = (name, note) => {
  if (note !== undefined && note !== '') return note;
  return [...name.matchAll(REASON_IN_NAME)][0]?.[1] ?? 'no reason given';
};

/**
 * A file that broke before its tests could be collected counts as one failure; so does each error outside any test.
 * @param {readonly Module[]} modules
 * @param {readonly unknown[]} strayErrors
 * @returns {Counts}
 */
export const countTests = (modules, strayErrors) => {
  /** @type {Counts} */
  const counts = { passed: 0, failed: strayErrors.length, skipped: [] };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state, note } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'skipped') {
        counts.skipped.push({
          name: `${module.relativeModuleId} › ${test.fullName.replaceAll(REASON_IN_NAME, '')}`,
          reason: skipReason(test.fullName, note),
        });
      } else failedHere += 1;
    }
    counts.failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
  }
  return counts;
};

/** Vitest reporter: writes the counts to the file named by NIGHTDESK_TEST_COUNTS for the launcher to print last. */
export default class CountReporter {
  /**
   * @param {readonly Module[]} modules
   * @param {readonly unknown[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const file = process.env.NIGHTDESK_TEST_COUNTS;
    if (file !== undefined) writeFileSync(file, JSON.stringify(countTests(modules, strayErrors)));
  }
}
