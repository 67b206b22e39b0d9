import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readSentences } from '../../build/triage/read-sentences.ts';

/** The files the model is trained from: one sentence a line, or a line that says what is wrong. */
const folder = mkdtempSync(join(tmpdir(), 'nightdesk-sentences-'));
const write = (words: string): void => writeFileSync(join(folder, 'es-some.txt'), words);

afterEach(() => rmSync(join(folder, 'es-some.txt'), { force: true }));

test('reads label, other answers and whether to ask', () => {
  write('P2/P1? plumbing/sewer | hay una fuga\n\nP3 pest | hormigas\n');
  expect(readSentences(folder)).toEqual([
    {
      text: 'hay una fuga',
      lang: 'es',
      tier: 'P2',
      alt_tiers: ['P1'],
      category: 'plumbing',
      alt_categories: ['sewer'],
      needs_clarification: true,
      file: 'es-some.txt',
    },
    expect.objectContaining({ text: 'hormigas', tier: 'P3', alt_tiers: [], needs_clarification: false }),
  ]);
});

test.each(['hormigas', 'P4 pest | hormigas', 'P3 pest hormigas', 'P3 pest | '])('%s names file and line', (line) => {
  write(`P3 pest | hormigas\n${line}\n`);
  expect(() => readSentences(folder)).toThrow('es-some.txt line 2');
});

test('an unknown category is refused', () => {
  write('P3 dragons | hormigas');
  expect(() => readSentences(folder)).toThrow();
});
