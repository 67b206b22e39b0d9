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
  expect(found.filter((path) => !path.startsWith('electron/core/store/'))).toEqual([]);
});

it('each invariant of ARCHITECTURE is named by a test', () => {
  const written = [...read('ARCHITECTURE.md').matchAll(/(?:^|\s)(\d+)\. (?=[A-Z*`])/gm)].map((match) =>
    Number(match[1]),
  );
  const invariants = Math.max(...written);
  expect(invariants).toBeGreaterThanOrEqual(11);
  const named = new Set(
    sources('tests/**/*.test.ts').flatMap((path) =>
      [...read(path).matchAll(/ARCHITECTURE, invariants? (\d+(?:(?:, | and )\d+)*)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/\d+/g)].map((number) => Number(number[0])),
      ),
    ),
  );
  expect([...Array(invariants).keys()].map((index) => index + 1).filter((number) => !named.has(number))).toEqual([]);
});
