import { describe, expect, it } from 'vitest';
import { moduleLines } from '../../build/launch/gateway-reporter.mjs';

/** What `npm run test:gateways` prints of one file of tests. */

type Outcome = { state: string; errors?: { message: string }[] };

type Test = { type: 'test'; name: string; fullName: string; result(): Outcome };
type Suite = { type: 'suite'; name: string; children: Children };
type Children = (Test | Suite)[] & { allTests(): Iterable<Test> };

const test = (name: string, outcome: Outcome): Test => ({ type: 'test', name, fullName: name, result: () => outcome });
const children = (list: (Test | Suite)[]): Children =>
  Object.assign(list, {
    allTests: () => list.flatMap((each): Test[] => (each.type === 'test' ? [each] : [...each.children.allTests()])),
  });
const suite = (name: string, list: (Test | Suite)[]): Suite => ({ type: 'suite', name, children: children(list) });
const file = (list: Suite[], errors: { message: string }[] = []) => ({
  relativeModuleId: 'tests/gateways/a.test.ts',
  children: children(list),
  errors: () => errors,
});

describe('a line of the gateway tests', () => {
  it.each<[string, Suite, string[]]>([
    [
      'what works',
      suite('receipts', [test('delivered', { state: 'passed' })]),
      ['kannel             ok       receipts'],
    ],
    [
      'what failed, with its reason',
      suite('receipts', [
        test('delivered', { state: 'passed' }),
        test('twice', { state: 'failed', errors: [{ message: 'expected 1' }] }),
      ]),
      ['kannel             FAILED   receipts', '  twice: expected 1'],
    ],
    [
      'what it does not do',
      suite('can be asked (no: it is mute)', [test('says so', { state: 'passed' })]),
      ['kannel             no       can be asked: it is mute'],
    ],
    [
      'what is skipped, and why',
      suite('replies', [test('heard (skipped: no modem)', { state: 'skipped' })]),
      ['kannel             skipped  replies: no modem'],
    ],
  ])('%s', (_, capability, lines) => {
    const { programs, lines: said } = moduleLines(file([suite('program kannel', [capability])]));
    expect([programs, said]).toEqual([['kannel'], lines]);
  });

  it('says why a whole program is skipped, and leaves out what is no program’s', () => {
    const missing = suite('program gammu (skipped: gammu-smsd is not installed on this machine)', []);
    const { lines } = moduleLines(file([missing, suite('something else', [])]));
    expect(lines).toEqual(['gammu              skipped  gammu-smsd is not installed on this machine']);
  });

  it('tells a file that broke', () => {
    const { lines } = moduleLines(file([], [{ message: 'no such module' }]));
    expect(lines).toEqual(['tests/gateways/a.test.ts FAILED   no such module']);
  });
});
