import { describe, expect, test } from 'vitest';
import type { Tier, TriageMark } from '#shared/contract';
import { clocksOf, decide, isBelowJudged, isReviewed, marksThatFit, narrate, queueRowOf } from '#shared/incident';
import { CORE, contextOf, LEAK, type Night, of, openNight } from './incident-model.ts';

const DANA = { kind: 'resident', name: 'Dana Ruiz' } as const;
const judged = (verdict: Tier, tier: Tier = verdict): Night =>
  openNight({ tier, facts: { verdict: { ...LEAK.verdict, tier: verdict } } });
const close = (night: Night) => night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
const hear = (night: Night, tier: Tier) =>
  night.run(
    {
      type: 'joinContact',
      contactId: 'c-2',
      words: 'more of it',
      heard: { verdict: { ...LEAK.verdict, tier }, name: 'Dana', phone: '+12025550142', language: 'en' },
    },
    DANA,
  );

describe('what the morning manager marks', () => {
  test.each<readonly [string, boolean, () => Night]>([
    ['a P1', true, () => judged('P1')],
    ['a P2', true, () => judged('P2')],
    ['a P3', false, () => judged('P3')],
    ['a P1 that the desk made a P3 when it was reported', true, () => judged('P1', 'P3')],
    ['a P3 that the desk made a P1 when it was reported', true, () => judged('P3', 'P1')],
    [
      'a P3 that was raised later',
      true,
      () => {
        const night = judged('P3');
        night.run({ type: 'changeTier', tier: 'P2', reason: 'it spreads' });
        night.run({ type: 'changeTier', tier: 'P3', reason: 'it has stopped' });
        return night;
      },
    ],
    [
      'a P3 of which the resident writes that it is worse',
      true,
      () => {
        const night = judged('P3');
        hear(night, 'P1');
        return night;
      },
    ],
    [
      'a P3 of which the resident writes nothing new',
      false,
      () => {
        const night = judged('P3');
        hear(night, 'P3');
        return night;
      },
    ],
    [
      'a P3 that was closed',
      false,
      () => {
        const night = judged('P3');
        close(night);
        return night;
      },
    ],
    [
      'a P3 that a person opened again',
      true,
      () => {
        const night = judged('P3');
        close(night);
        night.run({ type: 'reopen', words: 'it drips again' });
        return night;
      },
    ],
    [
      'a P3 of which the resident says that it is not fixed',
      true,
      () => {
        const night = judged('P3');
        night.run({ type: 'resolve', outcome: 'followUpNeeded', words: '' });
        night.run({ type: 'answerFollowUp', isFixed: false, rating: null, words: 'no', contactId: 'c-3' }, DANA);
        return night;
      },
    ],
    [
      'a P3 of which the resident says that it is fixed',
      false,
      () => {
        const night = judged('P3');
        night.run({ type: 'resolve', outcome: 'followUpNeeded', words: '' });
        night.run({ type: 'answerFollowUp', isFixed: true, rating: null, words: 'yes', contactId: 'c-3' }, DANA);
        return night;
      },
    ],
  ])('%s: %s', (_, isMarked, play) => {
    const night = play();
    expect(isReviewed(night.state)).toBe(isMarked);
    expect(night.refusal({ type: 'markTriage', mark: null })).toBe(isMarked ? null : 'notReviewed');
    expect(night.refusal({ type: 'markTriage', mark: 'right' })).toBe(isMarked ? null : 'notReviewed');
  });

  test.each<readonly [Tier, readonly TriageMark[]]>([
    ['P1', ['right', 'tooHigh']],
    ['P2', ['right', 'tooHigh', 'tooLow']],
    ['P3', ['right', 'tooLow']],
  ])('of a %s, what can be meant', (tier, marks) => {
    expect(marksThatFit({ tier })).toEqual(marks);
    // The tier that triage gave counts, whatever the desk made of it.
    const night = judged(tier, 'P2');
    const fits = (['right', 'tooHigh', 'tooLow'] as const).filter(
      (mark) => night.refusal({ type: 'markTriage', mark }) === null,
    );
    expect(fits).toEqual(marks);
  });

  test('whether a person put it below what was judged', () => {
    const night = judged('P1');
    expect(isBelowJudged(night.state)).toBe(false);
    night.run({ type: 'changeTier', tier: 'P3', reason: 'the tap was open' });
    expect(isBelowJudged(night.state)).toBe(true);
    expect([isBelowJudged(judged('P3', 'P1').state), isBelowJudged(judged('P1', 'P2').state)]).toEqual([false, true]);
  });
});

describe('a mark', () => {
  test('carries a name, and what was judged, and is kept in the log when it is replaced', () => {
    const night = judged('P2');
    night.pass(1);
    night.run({ type: 'markTriage', mark: 'tooHigh' });
    expect(night.state.review.mark).toEqual({ mark: 'tooHigh', at: night.now, by: 'Rosa Alvarez' });
    night.run({ type: 'markTriage', mark: 'right' });
    night.run({ type: 'markTriage', mark: null });
    expect(night.state.review.mark).toBeNull();
    const marked = of(night.events, 'triageMarked');
    expect(marked.map(({ mark, tier, category }) => [mark, tier, category])).toEqual([
      ['tooHigh', 'P2', 'plumbing'],
      ['right', 'P2', 'plumbing'],
      [null, 'P2', 'plumbing'],
    ]);
    expect(marked.map((event) => narrate(event, 'en', 'UTC').sentence)).toEqual([
      'Rosa Alvarez marked the P2 that triage gave: too high',
      'Rosa Alvarez marked the P2 that triage gave: right',
      'Rosa Alvarez took back the mark on the tier that triage gave',
    ]);
  });

  test('is refused without a name', () => {
    const night = judged('P1');
    for (const by of [CORE, { kind: 'lockedDesk' }, DANA] as const) {
      const decision = decide(night.state, { type: 'markTriage', mark: 'right' }, contextOf(night, by));
      expect(decision).toMatchObject({ ok: false, code: 'markWithoutName' });
    }
  });

  test('given twice is no news, and neither is one taken back that was never given', () => {
    const night = judged('P1');
    expect(night.run({ type: 'markTriage', mark: null })).toEqual([]);
    night.run({ type: 'markTriage', mark: 'right' });
    expect(night.run({ type: 'markTriage', mark: 'right' })).toEqual([]);
  });

  test('moves nothing else: no clock, no row of the queue, no alarm, and leaves unread what nobody has read', () => {
    const night = judged('P2');
    hear(night, 'P1');
    const before = night.state;
    expect(before.residentWords.unread).toEqual(['c-2']);
    night.run({ type: 'markTriage', mark: 'tooLow' });
    const { version, review, ...rest } = night.state;
    expect({ ...before, ...rest }).toEqual(before);
    expect([version, review.mark?.mark]).toEqual([before.version + 1, 'tooLow']);
    expect(clocksOf(night.state)).toEqual(clocksOf(before));
    expect(queueRowOf(night.state)).toEqual(queueRowOf(before));
  });

  test('can be given when it is closed, and stays when it opens again', () => {
    const night = judged('P1');
    close(night);
    night.run({ type: 'markTriage', mark: 'tooHigh' });
    expect(night.state.status).toBe('resolved');
    night.run({ type: 'reopen', words: 'again' });
    expect(night.state.review.mark?.mark).toBe('tooHigh');
  });
});
