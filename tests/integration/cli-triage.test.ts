import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nightdesk } from './past-night.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-triage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ text: 'water everywhere', lang: 'en', category: 'plumbing', tier: 'P1', ...more });

function file(lines: readonly string[]): string {
  const path = join(folder, 'labelled.jsonl');
  writeFileSync(path, lines.join('\n'));
  return path;
}

const Rate = z.number().min(0).max(1).nullable();
const Scores = z.object({
  rows: z.number(),
  tierLenient: Rate,
  tierStrict: Rate,
  category: Rate,
  p1Recall: Rate,
  p1Precision: Rate,
  p2Recall: Rate,
  p1AsP3: Rate,
});
const Evaluation = Scores.extend({ msP50: z.number(), msP99: z.number(), byLang: z.record(z.string(), Scores) });

describe('nightdesk triage', () => {
  test('says tier, category, why and what to ask', async () => {
    const { code, out } = await nightdesk('triage', 'the sink is leaking');
    expect(code).toBe(0);
    expect(out).toContain('P2 plumbing');
    expect(out).toContain('"leaking"');
    expect(out).toContain('? Is water running or spreading right now?');
  });

  test('measures a file: rates from 0 to 1, by language, a wanted question counts', async () => {
    const path = file([
      row({}),
      row({ text: 'fuego en la cocina', lang: 'es', category: 'fire' }),
      row({ text: 'sink is leaking', tier: 'P1', needs_clarification: true }),
      row({ text: 'the hallway light is out', category: 'electrical', tier: 'P2', alt_tiers: ['P3'] }),
      '',
    ]);
    const { code, out } = await nightdesk('triage', '--evaluate', path, '--json');
    expect(code).toBe(0);
    const scores = Evaluation.parse(JSON.parse(out));
    expect(scores).toMatchObject({ rows: 4, tierLenient: 1, tierStrict: 0.75, p1Precision: 1, p1AsP3: 0 });
    expect(Object.keys(scores.byLang)).toEqual(['en', 'es']);
  });

  test('lists each miss with its reasons, the gravest figure first', async () => {
    const { code, out } = await nightdesk('triage', '--evaluate', file([row({ text: 'my gas bill looks wrong' })]));
    expect(code).toBe(0);
    expect(out).toMatch(/^clear P1 called P3: 100\.0 %/);
    expect(out).toContain('my gas bill looks wrong |');
  });

  test.each([
    ['no JSON', 'water', /line 2 .*\(JSON\)/i],
    ['no tier', JSON.stringify({ text: 'water', lang: 'en', category: 'plumbing' }), /line 2 .*\(tier\)/i],
    ['a category nobody knows', row({ category: 'dragons' }), /line 2 .*\(category\)/i],
  ])('%s ends with 1 and names the line', async (_name, line, expected) => {
    const { code, out, err } = await nightdesk('triage', '--evaluate', file([row({}), line]), '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(expected);
  });

  test.each([
    ['a file that is not there', join(folder, 'nowhere.jsonl')],
    ['a folder', folder],
  ])('%s ends with 1 and a sentence', async (_name, path) => {
    const { code, err } = await nightdesk('triage', '--evaluate', path);
    expect(code).toBe(1);
    expect(err).toContain('cannot be read');
    expect(err).not.toContain('at ');
  });

  test('an empty file measures nothing', async () => {
    const { code, err } = await nightdesk('triage', '--evaluate', file(['']));
    expect(code).toBe(1);
    expect(err).toContain('holds no labelled texts');
  });

  test.each([[['triage']], [['triage', '--evaluate', 'x.jsonl', 'words']]])(
    '%j is refused with the usage',
    async (args) => {
      const { code, err } = await nightdesk(...args);
      expect(code).toBe(2);
      expect(err).toContain('Usage: nightdesk triage');
    },
  );
});
