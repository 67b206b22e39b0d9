import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/app/locales/en.ts';
import { es } from '../../renderer/app/locales/es.ts';
import { pseudoText, pseudoTree } from '../../renderer/app/locales/pseudo.ts';

const RENDERER = join(import.meta.dirname, '../../renderer');

/** A tree of texts as `a.b.c` → text. */
function leaves(tree: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
}

const english = leaves(en);
const spanish = leaves(es);
const variables = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

/** Every literal in the sources that could name a text; `${…}` of a template stands for any one step of the path. */
function namedInSources(): {
  readonly quoted: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
} {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/(text|words|frame)\.(en|es)\.ts$/.test(file),
  );
  const source = files.map((file) => readFileSync(join(RENDERER, file), 'utf8')).join('\n');
  const all = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map((m) => m[1] ?? ''));
  const quoted = all(/'([A-Za-z]\w*(?:\.\w+)+)'/g);
  const read = all(/\ben\.([A-Za-z]\w*(?:\.\w+)+)/g);
  const templates = [...source.matchAll(/`([A-Za-z]\w*(?:\.(?:\w|\$\{[^`]*?\})+)+)`/g)].map((m) => m[1] ?? '');
  const patterns = [...new Set(templates)].map(
    (template) =>
      new RegExp(
        `^${template
          .replace(/\$\{.*?\}(?=\.|$)/g, '*')
          .replaceAll('.', '\\.')
          .replaceAll('*', '[^.]+')}$`,
      ),
  );
  return { quoted, read, patterns };
}

describe('texts of the console', () => {
  it('has every text in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('');
  });

  it('puts the same values into both', () => {
    for (const [key, text] of english) expect(variables(spanish.get(key) ?? ''), key).toEqual(variables(text));
  });

  it('keeps no text that nobody shows', () => {
    const { quoted, read, patterns } = namedInSources();
    expect(patterns.length).toBeGreaterThan(5);
    const unused = [...english.keys()].filter((key) => {
      const name = key.replace(/_(zero|one|other)$/, '');
      return !quoted.has(name) && !read.has(name) && !patterns.some((pattern) => pattern.test(name));
    });
    expect(unused).toEqual([]);
  });

  it('names no text that is missing', () => {
    const roots = Object.keys(en).join('|');
    const names = [...namedInSources().quoted].filter((name) => new RegExp(`^(${roots})\\.`).test(name));
    expect(names.length).toBeGreaterThan(100);
    const missing = names.filter((name) => !english.has(name) && !english.has(`${name}_other`));
    expect(missing).toEqual([]);
  });

  it('says usted, never tú', () => {
    for (const [key, text] of spanish)
      expect(text, key).not.toMatch(/\b(tú|tu|tus|tienes|puedes|quieres|escribe tu)\b/i);
  });
});

describe('the made-up language', () => {
  it('is longer, foreign, and keeps the values', () => {
    const text = pseudoText('Waiting for {{who}}');
    expect(text).toContain('{{who}}');
    expect(text).not.toContain('Waiting');
    expect(text.length).toBeGreaterThan('Waiting for {{who}}'.length * 1.25);
  });

  it('covers every text', () => {
    const made = leaves(pseudoTree(en));
    expect([...made.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of made) expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
  });
});
