import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A screen's styles stay loaded once it has been opened, and then lie over every other screen. So each of its rules has
 * to name a class that nothing outside of that screen wears.
 */

const RENDERER = join(import.meta.dirname, '../../renderer');
const files = (pattern: RegExp) =>
  readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => pattern.test(file));

/** `screens/report` of a screen's file, `app` or `parts` of any other. */
function homeOf(file: string): string {
  const steps = dirname(file).split(sep);
  return steps[0] === 'screens' ? `screens/${steps[1]}` : (steps[0] ?? '');
}

/** The class names an attribute can give: those of its string, or of the strings and templates of its expression. */
function namesIn(attribute: string): readonly string[] {
  const texts = attribute.startsWith('"')
    ? [attribute]
    : [
        // What is only compared with (`screen === 'report'`) is no class.
        ...attribute.replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'([^']*)'|`((?:[^`$]|\$\{[^}]*\})*)`/g),
      ].map((match) => match[1] ?? match[2] ?? '');
  return texts.flatMap((text) => text.replace(/\$\{([^}]*)\}/g, stringsOf).match(/[a-zA-Z][\w-]*\*?/g) ?? []);
}

/** What a value in a template gives: its strings where it chooses between some, else anything. */
function stringsOf(_: string, expression: string): string {
  const strings = [...expression.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  return strings.length > 0 ? strings.join(' ') : '*';
}

/** Every class name worn in a folder. */
const worn = new Map<string, ReadonlySet<string>>();
for (const file of files(/\.tsx$/)) {
  const source = readFileSync(join(RENDERER, file), 'utf8');
  const attributes = source.matchAll(/class(?:Name|Names)=("[^"]*"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/g);
  const names = [...attributes].flatMap((match) => namesIn(match[1] ?? ''));
  worn.set(homeOf(file), new Set([...(worn.get(homeOf(file)) ?? []), ...names]));
}

function isWornOutside(name: string, home: string): boolean {
  return [...worn].some(
    ([folder, names]) =>
      folder !== home &&
      (names.has(name) || [...names].some((each) => each.endsWith('*') && name.startsWith(each.slice(0, -1)))),
  );
}

/** The selectors of a style sheet, those inside `@media` included. */
function selectorsOf(css: string): readonly string[] {
  const heads = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
  return [...heads]
    .map((match) => (match[1] ?? '').replace(/^[\s\S]*;/, '').trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim())
    .filter((selector) => !/^(from|to|\d+%)$/.test(selector));
}

describe('the styles of a screen', () => {
  const sheets = files(/^screens.*\.css$/);

  it.each(sheets)('%s: no rule reaches another screen', (file) => {
    const home = homeOf(file);
    const selectors = selectorsOf(readFileSync(join(RENDERER, file), 'utf8'));
    expect(selectors.length).toBeGreaterThan(5);
    const leaking = selectors.filter((selector) => {
      const names = [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? '');
      return names.every((name) => isWornOutside(name, home));
    });
    expect(leaking).toEqual([]);
  });

  it('are all looked at', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(8);
    expect(worn.get('parts')).toContain('btn');
  });
});
