import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../electron/core/notify/driver.ts';
import { fullBucket, taken, waitMs } from '../../electron/core/notify/rate.ts';
import {
  afterAttempt,
  afterHealth,
  DOWN_LIMIT_MS,
  FAIL_BACK_MS,
  isPassedOver,
  type Places,
  type Routed,
  routeOf,
  TRUSTED,
  type Trust,
} from '../../electron/core/notify/routing.ts';
import { whereabouts } from '../../electron/core/notify/settlement.ts';

const WELL = { isPractice: false, isDown: false };
const DOWN = { isPractice: false, isDown: true };
const BOTH: Places = { primary: WELL, fallback: WELL, isPrimaryPassedOver: false };
const FRESH: Routed = { state: 'queued', slot: null, boundSlot: null, mayBeAt: null };
const refusedBy = (slot: Routed['slot']): Routed => ({ ...FRESH, state: 'retrying', slot });

const NOT_SENT: SendResult = { kind: 'notSent', reason: 'unreachable', retryAfterMs: null };
const ACCOUNT: SendResult = { kind: 'rejected', reason: 'accountRefused', scope: 'account' };
const NUMBER: SendResult = { kind: 'rejected', reason: 'numberRefused', scope: 'recipient' };
const LOST: SendResult = { kind: 'unknown', reason: 'answerLost' };
const TAKEN: SendResult = { kind: 'accepted', ref: null };

describe('where a message goes', () => {
  it.each<[string, Routed, Partial<Places>, string]>([
    ['one that is new', FRESH, {}, 'primary'],
    ['one that is new, while the primary is passed over', FRESH, { isPrimaryPassedOver: true }, 'fallback'],
    ['the same, and the fallback is down too', FRESH, { isPrimaryPassedOver: true, fallback: DOWN }, 'primary'],
    ['one that the primary did not take', refusedBy('primary'), {}, 'fallback'],
    ['the same, where there is no fallback', refusedBy('primary'), { fallback: null }, 'primary'],
    ['the same, and the fallback is down', refusedBy('primary'), { fallback: DOWN }, 'primary'],
    ['the same, and both are down', refusedBy('primary'), { primary: DOWN, fallback: DOWN }, 'fallback'],
    ['one that the fallback did not take', refusedBy('fallback'), {}, 'primary'],
    ['the same, and the primary is down', refusedBy('fallback'), { primary: DOWN }, 'fallback'],
    ['the same, and both are down', refusedBy('fallback'), { primary: DOWN, fallback: DOWN }, 'primary'],
    ['one that the primary may have', { ...FRESH, state: 'unknown', mayBeAt: 'primary' }, {}, 'primary'],
    ['the same, tried again in vain', { ...refusedBy('primary'), mayBeAt: 'primary' }, {}, 'primary'],
    ['the same, while it is passed over', { ...FRESH, mayBeAt: 'primary' }, { isPrimaryPassedOver: true }, 'primary'],
    ['one that the fallback may have', { ...FRESH, state: 'unknown', mayBeAt: 'fallback' }, {}, 'fallback'],
    ['a test of the fallback', { ...FRESH, boundSlot: 'fallback' }, {}, 'fallback'],
    ['a test of the primary that it did not take', { ...refusedBy('primary'), boundSlot: 'primary' }, {}, 'primary'],
    ['a push', { ...FRESH, boundSlot: 'push' }, { isPrimaryPassedOver: true }, 'push'],
  ])('%s', (_, message, places, slot) => {
    expect(routeOf(message, { ...BOTH, ...places })).toBe(slot);
  });

  it('never out of practice into the world, nor back', () => {
    const place = fc.record({ isPractice: fc.boolean(), isDown: fc.boolean() });
    const places = fc.record({ primary: place, fallback: fc.option(place), isPrimaryPassedOver: fc.boolean() });
    fc.assert(
      fc.property(places, messages(), (given, message) => {
        const slot = routeOf({ ...message, boundSlot: null }, given);
        const chosen = slot === 'fallback' ? given.fallback : given.primary;
        expect(chosen?.isPractice).toBe(given.primary.isPractice);
      }),
    );
  });

  it('never away from a gateway that may have it, and never where it must not be', () => {
    fc.assert(
      fc.property(messages(), fc.boolean(), fc.boolean(), fc.boolean(), (message, isDown, isOtherDown, isPassed) => {
        const places = { primary: { ...WELL, isDown }, fallback: { ...WELL, isDown: isOtherDown } };
        const slot = routeOf(message, { ...places, isPrimaryPassedOver: isPassed });
        expect(slot).toBe(message.boundSlot ?? message.mayBeAt ?? slot);
      }),
    );
  });
});

function messages(): fc.Arbitrary<Routed> {
  const slot = fc.constantFrom('primary', 'fallback', null);
  return fc.record({
    state: fc.constantFrom('queued', 'retrying', 'held', 'unknown'),
    slot,
    boundSlot: fc.constantFrom('primary', 'fallback', 'push', null, null, null),
    mayBeAt: slot,
  });
}

describe('the primary', () => {
  const DOWN_SINCE: Trust = afterHealth(TRUSTED, true, 1_000);

  it('is passed over when it has been down for a minute, not before', () => {
    const trust = DOWN_SINCE;
    expect(isPassedOver(trust, 1_000 + DOWN_LIMIT_MS)).toBe(false);
    expect(isPassedOver(trust, 1_001 + DOWN_LIMIT_MS)).toBe(true);
  });

  it('is used again when it has been well for two minutes, not before', () => {
    const back = 1_000 + 5 * DOWN_LIMIT_MS;
    const trust = afterHealth(DOWN_SINCE, false, back);
    expect(isPassedOver(trust, back + FAIL_BACK_MS - 1)).toBe(true);
    expect(isPassedOver(trust, back + FAIL_BACK_MS)).toBe(false);
  });

  it('that comes and goes stays passed over until it stays', () => {
    let trust = DOWN_SINCE;
    let now = 1_000 + 2 * DOWN_LIMIT_MS;
    for (let turn = 0; turn < 5; turn += 1) {
      trust = afterHealth(trust, false, now);
      now += FAIL_BACK_MS - 1;
      expect(isPassedOver(trust, now)).toBe(true);
      trust = afterHealth(trust, true, now);
      expect(isPassedOver(trust, now)).toBe(true);
      now += 1_000;
    }
  });

  it('whose short trouble is over is as before', () => {
    const trust = afterHealth(DOWN_SINCE, false, 1_000 + DOWN_LIMIT_MS / 2);
    expect(isPassedOver(trust, 1_000 + DOWN_LIMIT_MS)).toBe(false);
  });

  it('that took none of three in a row is passed over for two minutes, and not for texts that it refuses', () => {
    const trustAfter = (...results: readonly SendResult[]) =>
      results.reduce((trust, result) => afterAttempt(trust, result, 1_000), TRUSTED);
    expect(isPassedOver(trustAfter(NOT_SENT, NOT_SENT), 1_000)).toBe(false);
    expect(isPassedOver(trustAfter(NOT_SENT, ACCOUNT, NOT_SENT), 1_000)).toBe(true);
    expect(isPassedOver(trustAfter(NOT_SENT, NOT_SENT, TAKEN, NOT_SENT), 1_000)).toBe(false);
    expect(isPassedOver(trustAfter(NUMBER, NUMBER, NUMBER, NUMBER), 1_000)).toBe(false);
    expect(isPassedOver(trustAfter(NOT_SENT, NOT_SENT, LOST, NOT_SENT), 1_000)).toBe(true);
    expect(isPassedOver(trustAfter(NOT_SENT, NOT_SENT, NOT_SENT), 1_000 + FAIL_BACK_MS)).toBe(false);
  });

  it('is passed over at no time when nothing was ever wrong', () => {
    const happening = fc.constantFrom<'well' | SendResult>('well', TAKEN, LOST, NUMBER);
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.nat(100_000))), (story) => {
        let now = 0;
        const trust = story.reduce((before, [what, ms]) => {
          now += ms;
          return what === 'well' ? afterHealth(before, false, now) : afterAttempt(before, what, now);
        }, TRUSTED);
        expect(isPassedOver(trust, now)).toBe(false);
      }),
    );
  });
});

describe('where a message may lie after an attempt', () => {
  const at = { slot: 'primary', askAt: 1_000 } as const;
  it.each<[string, SendResult, 'present' | 'absent' | 'cannotTell', string | null]>([
    ['a lost answer, and nobody can say', LOST, 'cannotTell', 'primary'],
    ['a lost answer, and it is there', LOST, 'present', null],
    ['a lost answer, and it is not there', LOST, 'absent', null],
    ['not taken', NOT_SENT, 'cannotTell', null],
    ['refused for good', NUMBER, 'cannotTell', null],
    ['taken', TAKEN, 'cannotTell', null],
  ])('%s', (_, result, found, mayBeAt) => {
    expect(whereabouts(null, result, found, at).mayBeAt).toBe(mayBeAt);
  });

  it('one that it may have already, and does not take again, it still may have, and is asked', () => {
    expect(whereabouts('primary', NOT_SENT, 'cannotTell', at)).toEqual({ mayBeAt: 'primary', askAt: 1_000 });
    expect(whereabouts('primary', ACCOUNT, 'cannotTell', { ...at, askAt: null })).toEqual({
      mayBeAt: 'primary',
      askAt: null,
    });
    expect(whereabouts(null, NOT_SENT, 'cannotTell', at)).toEqual({ mayBeAt: null, askAt: null });
  });
});

describe('the rate of a gateway', () => {
  it('is kept by whoever waits as told, whatever comes in between', () => {
    const rates = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(rates, fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 }), (rate, gaps) => {
        let bucket = fullBucket(rate, 0);
        let now = 0;
        const left: number[] = [];
        for (const gap of gaps) {
          now += gap;
          now += waitMs(bucket, rate, now);
          bucket = taken(bucket, rate, now);
          left.push(now);
        }
        const burst = Math.max(1, Math.floor(rate / 10));
        for (const [index, at] of left.entries()) {
          const inMinute = left.slice(0, index + 1).filter((each) => each > at - 60_000).length;
          expect(inMinute).toBeLessThanOrEqual(rate + burst);
        }
      }),
    );
  });

  it('lets nobody wait for longer than two minutes, however many were let through before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(2_000), (rate, urgent) => {
        let bucket = fullBucket(rate, 0);
        for (let count = 0; count < urgent; count += 1) bucket = taken(bucket, rate, 0);
        expect(waitMs(bucket, rate, 0)).toBeLessThanOrEqual(120_000);
      }),
    );
  });
});
