import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rules of ARCHITECTURE that no linter knows, read off the sources themselves. */

const ROOT = join(import.meta.dirname, '../..');
const sources = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** Files that break a rule; a comment may name what code may not do. */
const breaking = (pattern: string, rule: RegExp): readonly string[] =>
  sources(pattern).filter((path) => rule.test(read(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));

describe('time is an argument', () => {
  const OWN_TIME = /\bDate\.now\(|\bnew Date\(\)|\bset(Timeout|Interval)\(/;

  it('the core asks its one clock, and events.ts keeps the pace of a window', () => {
    expect(breaking('electron/core/**/*.ts', OWN_TIME).toSorted()).toEqual([
      'electron/core/clockwork/clock.ts',
      'electron/core/serve/events.ts',
    ]);
  });

  it('what decides has no clock at all, nor chance', () => {
    expect(breaking('shared/**/*.ts', new RegExp(`${OWN_TIME.source}|Math\\.random|randomUUID`))).toEqual([]);
  });
});

it('SQL stands in the store alone', () => {
  const SQL = /\b(SELECT [\s\S]{1,400}? FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/;
  const found = breaking('electron/{core,cli,main}/**/*.ts', SQL);
  expect(found.length).toBeGreaterThan(5);
  // Another program's tables, which a gateway is driven through.
  const foreign = ['electron/core/notify/gateways/gammu-database.ts'];
  expect(found.filter((path) => !path.startsWith('electron/core/store/'))).toEqual(foreign);
});

const code = (path: string): string => read(path).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, '');

describe('invariant 2: who writes', () => {
  it('opens a transaction: the desk, and the managers about rows of their own or around commands of the desk', () => {
    expect(breaking('electron/**/*.ts', /\.write\s*\.transact\(/).toSorted()).toEqual([
      'electron/core/clockwork/heartbeat.ts',
      'electron/core/clockwork/ladders.ts',
      'electron/core/clockwork/moved-clock.ts',
      'electron/core/core.ts',
      'electron/core/desk/desk.ts',
      'electron/core/intake/sms.ts',
      'electron/core/notify/outbox-book.ts',
      'electron/core/notify/outbox-send.ts',
      'electron/core/notify/outbox.ts',
      'electron/core/notify/voice/voice-calls.ts',
      'electron/core/serve/api/acts.ts',
      'electron/core/serve/api/inbox.ts',
    ]);
  });

  it('writes rows and lines: whoever was handed the connection by the desk', () => {
    const ownHand = /\b(putRow|removeRow|appendLine|keepPersonal|storeContact)\(\s*[\w.]*\.write\b/;
    expect(breaking('electron/**/*.ts', ownHand)).toEqual([]);
    expect(breaking('electron/**/*.ts', /\b(putRow|removeRow)\(\s*db\b/).length).toBeGreaterThan(3);
  });
});

it('invariant 11: only the desk commits, and beside it only evidence loads an incident', () => {
  const takes = (name: string) =>
    breaking('electron/**/*.ts', new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '#core/store'`)).toSorted();
  expect(takes('commit')).toEqual(['electron/core/desk/desk.ts']);
  expect(takes('load')).toEqual(['electron/core/desk/desk.ts', 'electron/core/handoff/gather-evidence.ts']);
});

it('invariant 9: JSON that the store did not write itself goes through a schema', () => {
  const unread = sources('{electron,shared}/**/*.ts').filter(
    (path) =>
      !path.startsWith('electron/core/store/') &&
      code(path)
        .split('\n')
        .some((line) => /\bJSON\.parse\(/.test(line) && !/[pP]arse\(JSON\.parse\(/.test(line)),
  );
  expect(unread.toSorted()).toEqual([
    // Evidence that a person hands in: the function it stands in is asked by the one that gives it to the schema.
    'electron/cli/verify.ts',
    'electron/core/handoff/evidence.ts',
    // A line of the log, in the store's own hand.
    'electron/core/handoff/gather-evidence.ts',
  ]);
});

describe('tests', () => {
  const TESTS = 'tests/**/*.test.ts';

  it('each invariant of ARCHITECTURE stands in the name of a test', () => {
    const written = [...read('ARCHITECTURE.md').matchAll(/(?:^|\s)(\d+)\. (?=[A-Z*`])/gm)].map(([, number]) =>
      Number(number),
    );
    const invariants = Array.from({ length: Math.max(...written) }, (_, index) => index + 1);
    expect(invariants.length).toBeGreaterThanOrEqual(11);
    // The first words of a name, in the brackets of describe, it or test, or of the call that `each` gives back.
    const NAME = /(?:\b(?:describe|it|test)|\))\(\s*(['"`])invariants? (\d+(?:(?:, | and )\d+)*): (?!\1)/g;
    const named = new Set(
      sources(TESTS).flatMap((path) =>
        [...code(path).matchAll(NAME)].flatMap(([, , list = '']) => list.split(/, | and /).map(Number)),
      ),
    );
    expect(invariants.filter((number) => !named.has(number))).toEqual([]);
    expect([...named].filter((number) => !invariants.includes(number))).toEqual([]);
  });

  it('what is skipped says why in its name', () => {
    const skips = sources(TESTS).flatMap((path) =>
      [...code(path).matchAll(/\.(?:skipIf|runIf)\([^\n]*?\)\(\s*([^\n]*)/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(skips.length).toBeGreaterThan(8);
    expect(skips.filter(({ name }) => !/\$\{NO_\w+\}|\(skipped: /.test(name))).toEqual([]);
    expect(breaking(TESTS, /\b(describe|it|test)\.(only|skip|todo)\b/)).toEqual([]);
  });

  it('wait for what they want to see, with the one limit there is', () => {
    const waits = sources('tests/{unit,integration,e2e}/**/*.ts').filter((path) => {
      const count = (words: RegExp): number => code(path).match(words)?.length ?? 0;
      const limited = count(/\b(waitFor|poll)\([\s\S]*?PATIENCE_MS/g);
      return (
        count(/waitForTimeout\(|AbortSignal\.timeout\(/g) > 0 || count(/\b(vi\.waitFor|expect\.poll)\(/g) > limited
      );
    });
    expect(waits).toEqual([]);
  });
});
