import { describe, expect, test } from 'vitest';
import { clocksOf } from '#shared/incident';
import { alarmsOf, minutesIn, of, openNight, PEOPLE, stepsOf, textsTo } from './incident-model.ts';

const taken = (tier: 'P1' | 'P2', minutes: number | null = 40) => {
  const night = openNight({ tier });
  night.pass(3);
  night.reply('chen', { verb: 'accept', minutes });
  return night;
};

describe('rule 6: raised while somebody has it', () => {
  test('they keep it, hear of it at once, and have five minutes to say so', () => {
    const night = taken('P2');
    const made = night.run({ type: 'changeTier', tier: 'P1', reason: 'through the ceiling now' });
    const text = of(made, 'messageQueued').find((each) => each.purpose === 'raised');
    expect(text).toMatchObject({ lane: 0, to: { responderId: 'chen' } });
    expect(text?.text).toMatch(/P1 NOW.*1 20.*5 min/);
    expect(night.state.holder?.responderId).toBe('chen');
    expect(minutesIn(night.state.holder?.confirmByAt ?? 0)).toBe(8);
  });

  test.each([
    ['1', { verb: 'accept', minutes: null }],
    ['1 20', { verb: 'accept', minutes: 20 }],
    ['ETA 20', { verb: 'eta', minutes: 20 }],
    ['HERE', { verb: 'here' }],
  ] as const)('%s confirms it', (words, understood) => {
    const night = taken('P2');
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    night.pass(2);
    night.reply('chen', understood, words);
    expect(of(night.events, 'tierConfirmed')).toHaveLength(1);
    night.pass(10);
    expect(night.state.holder?.responderId).toBe('chen');
    expect(stepsOf(night)).toHaveLength(1);
  });

  test('so does what the desk hears of them by telephone', () => {
    const night = taken('P2');
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    const { responderId, name, company } = PEOPLE.chen;
    const said = { type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'yes, I run' } as const;
    night.run({ ...said, etaMinutes: 15 });
    expect(of(night.events, 'tierConfirmed')).toMatchObject([{ how: 'onBehalf' }]);
    expect(minutesIn(night.state.holder?.etaAt ?? 0)).toBe(18);
    // Asked no more, a second yes of theirs is no news.
    expect(night.refusal({ ...said, etaMinutes: 15 })).toBe('alreadyTaken');
  });

  test('without an answer the higher ladder starts, with those who have not been asked about it', () => {
    const night = taken('P2');
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    night.pass(5);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([
      [8, 'tierNotConfirmed'],
    ]);
    expect(of(night.events, 'dispatched').at(-1)).toMatchObject({ tier: 'P1', firstStep: 1 });
    expect(stepsOf(night).at(-1)).toEqual([8, 'marcus']);
    expect(alarmsOf(night)).toContain('tierNotConfirmed');
    expect(textsTo(night, 'chen').slice(-2)).toEqual(['raised', 'stillComing']);
  });

  test('a ladder of that tier that ran before does not count: the higher one begins at its first step', () => {
    const night = openNight();
    night.pass(23);
    night.reply('paul', { verb: 'accept', minutes: 40 });
    night.run({ type: 'changeTier', tier: 'P2', reason: 'only a drip' });
    expect(textsTo(night, 'chen').at(-1)).toBe('standDown');
    night.run({ type: 'changeTier', tier: 'P1', reason: 'through the ceiling after all' });
    night.pass(6);
    expect(of(night.events, 'dispatched').at(-1)).toMatchObject({ tier: 'P1' });
    expect(of(night.events, 'dispatched').at(-1)?.firstStep).toBeUndefined();
    expect(stepsOf(night).at(-1)?.[1]).toBe('chen');
  });

  test('who gave no estimate has ten minutes from now, not an hour from then', () => {
    const night = taken('P2', null);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(minutesIn(night.state.holder?.noEtaAt ?? 0)).toBe(13);
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(11);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[13, 'noEta']]);
  });

  test('without a voice gateway they are to be called by hand as well, which their answer ends', () => {
    const night = taken('P2');
    night.hasVoice = false;
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(night.state.callsByHand).toMatchObject([{ responderId: 'chen' }]);
    night.reply('chen', { verb: 'accept', minutes: null });
    expect(night.state.callsByHand).toEqual([]);
  });

  test('on site they read it and are asked nothing', () => {
    const night = taken('P2');
    night.reply('chen', { verb: 'here' });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(textsTo(night, 'chen').at(-1)).toBe('raised');
    expect(night.state.holder?.confirmByAt).toBeNull();
  });

  test('a moved clock moves the time to confirm; hours late a person decides first', () => {
    const night = taken('P2', 300);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    night.now += 3_600_000;
    night.run({ type: 'moveClock', deltaMs: 3_600_000 });
    expect(minutesIn(night.state.holder?.confirmByAt ?? 0)).toBe(68);
    night.sleep(130);
    expect(alarmsOf(night)).toContain('lateByHours');
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(1);
    expect(stepsOf(night).at(-1)?.[1]).toBe('marcus');
  });
});

describe('rule 6: lowered while somebody has it', () => {
  test('everybody else stands down, they keep it, and nobody is woken whatever else', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 60 });
    expect(clocksOf(night.state).map((each) => each.kind)).toContain('whateverElse');
    night.run({ type: 'changeTier', tier: 'P2', reason: 'only a drip' });
    expect(textsTo(night, 'chen').at(-1)).toBe('standDown');
    expect(textsTo(night, 'marcus').at(-1)).toBe('raised');
    expect(night.state.messages.findLast((each) => each.purpose === 'raised')?.text).toMatch(
      /P2 now: no longer urgent/,
    );
    expect(night.state.holder?.responderId).toBe('marcus');
    night.pass(40);
    expect(stepsOf(night).map(([, who]) => who)).toEqual(['chen', 'marcus']);
  });

  test('what has not left is called back, and a tier to be confirmed is not asked for any more', () => {
    const night = openNight({ tier: 'P2', hasGateway: false });
    night.reply('chen', { verb: 'accept', minutes: 40 });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    night.run({ type: 'changeTier', tier: 'P2', reason: 'not so bad' });
    expect(night.state.holder?.confirmByAt).toBeNull();
    expect(night.state.messages.filter((each) => each.purpose === 'step' && each.state === 'queued')).toEqual([]);
  });

  test('so with P3', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.run({ type: 'changeTier', tier: 'P3', reason: 'can wait' });
    expect(night.state.ladder?.whateverElse).toEqual([]);
    expect(textsTo(night, 'chen').at(-1)).toBe('raised');
  });
});
