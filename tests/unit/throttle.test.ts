import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS, type Bucket, bucketsFor, heldUntil } from '#shared/escalation';
import { type BundledIncident, bundleText, MOST_BUNDLED, parseReply, segmentsOf } from '#shared/messages';

const SEED = Number(process.env.THROTTLE_SEED ?? 20_261_126);
const RUNS = Number(process.env.THROTTLE_RUNS ?? 400);
const MINUTE_MS = 60_000;
const GOOD_FOR_MS = 30 * MINUTE_MS;

type Text = { readonly at: number; readonly purpose: string; readonly isP1: boolean; readonly incident: number };

const TEXT: fc.Arbitrary<Text> = fc.record({
  at: fc.integer({ min: 0, max: 4 * 60 }).map((count) => count * MINUTE_MS),
  purpose: fc.constantFrom('step', 'step', 'step', 'taken', 'units', 'askDone', 'standDown', 'confirm', 'manual'),
  isP1: fc.boolean(),
  incident: fc.integer({ min: 1, max: 5 }),
});

type Sent = Text & { readonly sentAt: number; readonly buckets: readonly Bucket[]; readonly isForced: boolean };

/** What nobody on the phone had asked for: an answer uses up nothing. */
const isOurs = ({ purpose }: Text): boolean => !ANSWERS.includes(purpose);

/** One phone, second by second as the outbox does it: what is due leaves, or waits until it is told. */
function play(texts: readonly Text[]): { readonly sent: readonly Sent[]; readonly left: number } {
  const waiting = texts.map((each) => ({ ...each, nextAt: each.at })).toSorted((a, b) => a.at - b.at);
  const sent: Sent[] = [];
  for (let turn = 0; turn < 100_000 && waiting.length > 0; turn += 1) {
    waiting.sort((a, b) => a.nextAt - b.nextAt);
    const next = waiting[0];
    if (!next) break;
    const now = next.nextAt;
    const hadP1 = sent.some((each) => each.incident === next.incident && each.isP1 && each.purpose === 'step');
    const buckets = bucketsFor({ purpose: next.purpose, to: 'responder', isP1: next.isP1, isFirst: !hadP1 });
    const latestAt = next.at + GOOD_FOR_MS - MINUTE_MS;
    const until = heldUntil(
      sent.filter(isOurs).map((each) => each.sentAt),
      buckets,
      { now, latestAt },
    );
    if (until === null) {
      waiting.shift();
      sent.push({ ...next, sentAt: now, buckets, isForced: now >= latestAt });
    } else {
      expect(until).toBeGreaterThan(now);
      next.nextAt = until;
    }
  }
  return { sent, left: waiting.length };
}

describe('rule 9: a phone that has had enough', () => {
  test('rule 9: gets no more than the buckets hold in any stretch, but for what nothing may hold', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { maxLength: 60 }), (texts) => {
        const { sent } = play(texts);
        for (const [index, each] of sent.entries()) {
          if (each.isForced) continue;
          for (const { count, perMs } of each.buckets) {
            const before = sent.slice(0, index).filter((one) => isOurs(one) && one.sentAt > each.sentAt - perMs);
            expect(before.length, `${count} in ${perMs} ms`).toBeLessThan(count);
          }
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('rule 9: loses nothing, lets nothing expire, and never holds the first text of a P1', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { maxLength: 60 }), (texts) => {
        const { sent, left } = play(texts);
        expect(left).toBe(0);
        expect(sent).toHaveLength(texts.length);
        for (const each of sent) expect(each.sentAt).toBeLessThan(each.at + GOOD_FOR_MS);
        for (const incident of [1, 2, 3, 4, 5]) {
          const first = sent.find((each) => each.incident === incident && each.isP1 && each.purpose === 'step');
          if (first) expect(first.sentAt).toBe(first.at);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test.each([
    ['the first of a P1', { purpose: 'step', to: 'responder', isP1: true, isFirst: true }, 0],
    ['a P1 that asks again', { purpose: 'step', to: 'responder', isP1: true, isFirst: false }, 1],
    ['a P2', { purpose: 'step', to: 'responder', isP1: false, isFirst: true }, 4],
    ['who has it', { purpose: 'taken', to: 'responder', isP1: true, isFirst: false }, 0],
    ['more units of a P1', { purpose: 'units', to: 'responder', isP1: true, isFirst: false }, 1],
    ['more units of a P2', { purpose: 'units', to: 'responder', isP1: false, isFirst: false }, 4],
    ['whether it is done', { purpose: 'askDone', to: 'responder', isP1: true, isFirst: false }, 3],
    ['a stand-down', { purpose: 'standDown', to: 'responder', isP1: false, isFirst: false }, 0],
    ['a danger', { purpose: 'hazard', to: 'responder', isP1: false, isFirst: false }, 0],
    ['an answer', { purpose: 'status', to: 'responder', isP1: false, isFirst: false }, 0],
    ['news to a resident', { purpose: 'stepping', to: 'resident', isP1: true, isFirst: false }, 1],
    ['danger to a resident’s life', { purpose: 'lifeSafety', to: 'resident', isP1: true, isFirst: false }, 0],
    ['a person’s words', { purpose: 'manual', to: 'resident', isP1: false, isFirst: false }, 0],
  ] as const)('rule 9: %s', (_, text, count) => {
    expect(bucketsFor(text)).toHaveLength(count);
  });

  test('rule 9: one incident’s own five minutes never meet the hour of a resident’s phone', () => {
    const buckets = bucketsFor({ purpose: 'stepping', to: 'resident', isP1: true, isFirst: false });
    const everyFiveMinutes = Array.from({ length: 40 }, (_, turn) => turn * 5 * MINUTE_MS);
    for (const [turn, now] of everyFiveMinutes.entries())
      expect(heldUntil(everyFiveMinutes.slice(0, turn), buckets, { now, latestAt: now + GOOD_FOR_MS })).toBeNull();
  });

  test('rule 9: a clock that was set back makes nobody wait for what seems to come', () => {
    expect(heldUntil([90 * MINUTE_MS], [{ count: 1, perMs: MINUTE_MS }], { now: 0, latestAt: GOOD_FOR_MS })).toBeNull();
  });
});

const incident = (code: string, number: number, changed: Partial<BundledIncident> = {}): BundledIncident => ({
  code,
  number,
  tier: 'P2',
  place: { propertyName: 'Maple Court', unitLabel: `${number - 1000}B`, address: '120 Maple Street' },
  words: 'no hot water in the whole unit since this morning and it is getting cold',
  hazard: null,
  callBack: '+14235550142',
  ...changed,
});

describe('rule 9: several incidents in one text', () => {
  test('rule 9: the worst first, each with its letter, and how to answer', () => {
    const text = bundleText('en', [incident('A', 1001), incident('B', 1002, { tier: 'P1', hazard: 'doNotEnter' })]);
    expect(text.split('\n')).toEqual([
      '2 open for you. Reply by letter: 1B yes, 1A 30 yes in 30 min, 2B no',
      expect.stringMatching(/^B #1002 P1 DO NOT ENTER Maple Court 2B: ".*" \(?423/),
      expect.stringMatching(/^A #1001 P2 Maple Court 1B: "no hot water.*" \(?423/),
    ]);
    const live = bundleText('es', [incident('A', 1001), incident('B', 1002, { hazard: 'electric' })]);
    expect(live).toContain('\nB #1002 P2 ELECTRICIDAD Maple Court 2B');
    for (const reply of ['1B', '1A 30', '2B']) expect(parseReply(reply)).toMatchObject({ code: reply[1] });
  });

  test.each(['en', 'es'] as const)('rule 9: fits three parts whatever stands in it (%s)', (language) => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ words: fc.string({ maxLength: 300 }), name: fc.string({ minLength: 1, maxLength: 80 }) }),
          {
            minLength: 2,
            maxLength: MOST_BUNDLED,
          },
        ),
        (list) => {
          const text = bundleText(
            language,
            list.map(({ words, name }, index) =>
              incident('ABCDEFGJ'[index] ?? '', 1000 + index, {
                words,
                place: { propertyName: name, unitLabel: '1204-West', address: '' },
                hazard: index % 2 === 0 ? 'electric' : 'doNotEnter',
              }),
            ),
          );
          const { segments, encoding } = segmentsOf(text);
          expect([encoding, segments <= 3]).toEqual(['GSM-7', true]);
          for (const index of list.keys()) expect(text).toContain(`\n${'ABCDEFGJ'[index]} #${1000 + index} P2`);
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });
});
