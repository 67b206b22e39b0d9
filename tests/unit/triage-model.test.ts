import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TIERS, type Tier } from '#shared/contract';
import { classify, meaningOfReason, TRIAGE_MODEL } from '#shared/triage';
import { PACKED_BYTES, pack, recognise, unpack } from '#shared/triage/model';
import { readSentences, SENTENCES } from '../../build/triage/read-sentences.ts';
import { train } from '../../build/triage/trainer.ts';
import { scoresOfFolder, UNSEEN } from '../triage-scores.ts';

/** The statistical model: small, the same bytes from the same sentences, and unable to lower anything. */
test('its weights stay under two megabytes', () => {
  expect(PACKED_BYTES).toBeLessThan(2_000_000);
});

test('the same sentences give the same bytes, others do not', () => {
  const some = readSentences(SENTENCES).filter((_, index) => index % 199 === 0);
  const first = pack(train(some));
  expect(Buffer.compare(pack(train(some)), first)).toBe(0);
  expect(Buffer.compare(pack(train(some.slice(1))), first)).not.toBe(0);
  expect(pack(unpack(first))).toEqual(first);
});

test('bytes of another shape are refused', () => {
  expect(() => unpack(new Uint8Array(12))).toThrow(/has 12 bytes/);
});

test('the weights that ship are written by the script, never by hand', () => {
  const source = readFileSync(new URL('../../shared/triage/model/weights.js', import.meta.url), 'utf8');
  expect(source.split('\n')).toHaveLength(4);
  const bytes = Buffer.from(/WEIGHTS = '([A-Za-z0-9+/=]+)'/.exec(source)?.[1] ?? '', 'base64');
  expect(pack(unpack(bytes))).toEqual(new Uint8Array(bytes));
  expect(TRIAGE_MODEL).toMatchObject({
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    bytes: bytes.length,
    sentences: readSentences(SENTENCES).length,
  });
});

test('no verdict is below what the rules recognised', () => {
  const rank = (tier: Tier): number => TIERS.indexOf(tier);
  for (const { text } of readSentences(UNSEEN)) {
    const standing = recognise(text).findings.filter((one) => one.standing === 'stands');
    const worst = Math.min(...standing.map((one) => rank(meaningOfReason(one.code).tier)), rank('P3'));
    expect(rank(classify(text, {}).tier), text).toBeLessThanOrEqual(worst);
  }
});

// Floors below what was measured when the weights were made: a change that costs more has to say so.
test.each([
  ['en', { p1Recall: 0.96, p1Precision: 0.89, category: 0.88, tierLenient: 0.9 }],
  ['es', { p1Recall: 0.94, p1Precision: 0.86, category: 0.88, tierLenient: 0.88 }],
] as const)('sentences it was not trained on, %s', (lang, floors) => {
  const scores = scoresOfFolder(UNSEEN, lang);
  expect(scores.rows).toBeGreaterThanOrEqual(400);
  for (const name of ['p1Recall', 'p1Precision', 'category', 'tierLenient'] as const)
    expect(scores[name], name).toBeGreaterThanOrEqual(floors[name]);
});
