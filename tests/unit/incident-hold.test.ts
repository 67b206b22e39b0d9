import { describe, expect, test } from 'vitest';
import { clocksOf, isLookedAfter, narrate } from '#shared/incident';
import { alarmsOf, CORE, minutesIn, of, openNight, PEOPLE, residentTexts, stepsOf } from './incident-model.ts';

const hold = (minutes: number) => ({ type: 'hold', minutes, reason: 'calling her back' }) as const;

describe('rule 6: hold', () => {
  test('the ladder waits and goes on by itself; its window has as long to run as it had', () => {
    const night = openNight();
    night.pass(3);
    night.run(hold(10));
    expect(clocksOf(night.state).map((each) => each.kind)).toEqual(expect.arrayContaining(['hold', 'promise', 'sla']));
    expect(clocksOf(night.state).some((each) => each.kind === 'step' || each.kind === 'whateverElse')).toBe(false);
    expect(isLookedAfter(night.state)).toBe(true);
    night.pass(10);
    expect(of(night.events, 'holdEnded').map((each) => [minutesIn(each.at), each.why])).toEqual([[13, 'time']]);
    expect(alarmsOf(night)).toEqual(['holdEnded']);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(6);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [18, 'marcus'],
    ]);
  });

  test.each([
    ['P1', 10, 11],
    ['P2', 60, 61],
  ] as const)('a %s for %i minutes at most', (tier, most, more) => {
    const night = openNight({ tier });
    expect(night.refusal(hold(more))).toBe('holdTooLong');
    expect(night.refusal(hold(most))).toBeNull();
  });

  test('is refused where it is held, where nothing climbs, on site and when it is closed', () => {
    const night = openNight();
    expect(night.refusal({ type: 'endHold' })).toBe('notHeld');
    night.run(hold(5));
    expect(night.refusal(hold(5))).toBe('alreadyHeld');
    expect(openNight({ tier: 'P3' }).refusal(hold(5))).toBe('nothingToHold');
    night.reply('chen', { verb: 'here' });
    expect(night.refusal(hold(5))).toBe('alreadyOnSite');
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    expect(night.refusal(hold(5))).toBe('alreadyResolved');
  });

  test('a person ends it; nothing fires for that, and the window goes on', () => {
    const night = openNight();
    night.pass(3);
    night.run(hold(10));
    night.pass(2);
    night.run({ type: 'endHold' });
    expect(of(night.events, 'holdEnded').map((each) => each.why)).toEqual(['byHand']);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(5);
    expect(stepsOf(night).at(-1)).toEqual([10, 'marcus']);
  });

  test('a yes, an arrival, a closing and another ladder end it', () => {
    const ended = (act: (night: ReturnType<typeof openNight>) => unknown) => {
      const night = openNight();
      night.run(hold(10));
      act(night);
      expect(night.state.hold).toBeNull();
      return of(night.events, 'holdEnded').map((each) => each.why);
    };
    expect(ended((night) => night.reply('chen', { verb: 'accept', minutes: 20 }))).toEqual(['taken']);
    expect(ended((night) => night.reply('chen', { verb: 'here' }))).toEqual(['taken']);
    expect(ended((night) => night.run({ type: 'resolve', outcome: 'falseAlarm', words: 'x' }))).toEqual(['resolved']);
    expect(ended((night) => night.run({ type: 'changeTier', tier: 'P2', reason: 'x' }))).toEqual(['byHand']);
    expect(ended((night) => night.run({ type: 'escalateNow' }))).toEqual(['byHand']);
  });

  test.each([
    ['a step', () => undefined, (night: ReturnType<typeof openNight>) => stepsOf(night).at(-1)?.[0]],
    [
      'a missed estimate',
      (night: ReturnType<typeof openNight>) => night.reply('chen', { verb: 'accept', minutes: 20 }),
      (night: ReturnType<typeof openNight>) => of(night.events, 'reopened').map((each) => minutesIn(each.at))[0] ?? 0,
    ],
  ])(
    '%s that is hours late: what was left of the minute for a person is left when the hold ends',
    (_, begin, goesOnAt) => {
      const night = openNight();
      begin(night);
      night.sleep(300);
      night.pass(0.5);
      night.run(hold(10));
      night.pass(10.4);
      expect(of(night.events, 'holdEnded').map((each) => minutesIn(each.at))).toEqual([310.5]);
      expect(goesOnAt(night)).toBe(0);
      night.pass(0.1);
      expect(goesOnAt(night)).toBe(311);
    },
  );

  test('everybody declines meanwhile: the next is asked when it ends, not before', () => {
    const night = openNight();
    night.pass(2);
    night.run(hold(10));
    night.reply('chen', { verb: 'decline' });
    night.pass(9);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(1);
    expect(stepsOf(night).at(-1)).toEqual([12, 'marcus']);
  });

  test('held while somebody is on the way: their estimate stands, and is waited for longer', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(10);
    night.run(hold(10));
    night.pass(10);
    expect(minutesIn(night.state.holder?.etaAt ?? 0)).toBe(20);
    night.pass(19);
    expect(night.state.status).toBe('acknowledged');
    night.pass(1);
    expect(of(night.events, 'reopened').map((each) => minutesIn(each.at))).toEqual([40]);
  });

  test.each(['reply', 'desk'] as const)('a new estimate ends it, and is waited for as ever (%s)', (how) => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(1);
    night.run(hold(10));
    night.pass(9);
    if (how === 'reply') night.reply('chen', { verb: 'eta', minutes: 5 });
    else night.run({ type: 'setEta', etaMinutes: 5 });
    expect(of(night.events, 'holdEnded').map((each) => each.why)).toEqual(['taken']);
    night.pass(20);
    expect(of(night.events, 'reopened').map((each) => minutesIn(each.at))).toEqual([25]);
  });

  test('so does what the desk hears of whoever is to confirm a higher tier', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'it spreads' });
    night.run(hold(10));
    night.pass(3);
    const { responderId, name, company } = PEOPLE.chen;
    night.run({ type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'x', etaMinutes: 5 });
    night.pass(20);
    expect(of(night.events, 'holdEnded').map((each) => each.why)).toEqual(['taken']);
    expect(of(night.events, 'reopened').map((each) => minutesIn(each.at))).toEqual([18]);
  });

  test('a word of whoever has it while it is held is a sign of that minute, not of one to come', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 200 });
    night.pass(5);
    night.run(hold(10));
    night.pass(8);
    night.reply('chen', { verb: 'status' });
    night.pass(2);
    expect(night.state.hold).toBeNull();
    expect(minutesIn(night.state.holder?.lastSignAt ?? 0)).toBe(15);
  });

  test('rule 3: what fires whatever else waits as long as the ladder', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 90 });
    night.pass(20);
    night.run(hold(10));
    night.pass(19);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(1);
    expect(stepsOf(night).at(-1)).toEqual([40, 'vera']);
  });

  test('rule 8: slept through, it has held no longer than it was to; what is overdue then fires', () => {
    const night = openNight();
    night.pass(3);
    night.run(hold(10));
    night.sleep(30);
    const later = of(night.events, 'stepFired').slice(1);
    expect(later.map((each) => [minutesIn(each.dueAt), each.recipients[0]?.responderId])).toEqual([
      [18, 'marcus'],
      [25, 'ines'],
      [32, 'paul'],
    ]);
  });

  test('rule 8: slept through by hours, a person decides first', () => {
    const night = openNight();
    night.pass(3);
    night.run(hold(10));
    night.sleep(300);
    expect(stepsOf(night)).toHaveLength(1);
    expect(alarmsOf(night)).toEqual(expect.arrayContaining(['holdEnded', 'lateByHours']));
    night.pass(1);
    expect(stepsOf(night).length).toBeGreaterThan(1);
  });

  test('a moved clock moves its end', () => {
    const night = openNight();
    night.pass(3);
    night.run(hold(10));
    night.now += 3_600_000;
    night.run({ type: 'moveClock', deltaMs: 3_600_000 }, CORE);
    expect(minutesIn(night.state.hold?.untilAt ?? 0)).toBe(73);
    night.pass(15);
    expect(stepsOf(night).at(-1)).toEqual([78, 'marcus']);
  });

  test('the resident hears as promised, and the log says who held it and why', () => {
    const night = openNight();
    night.pass(3);
    const [held] = of(night.run(hold(10)), 'held');
    expect(held && narrate(held, 'en', 'America/New_York')).toMatchObject({
      sentence: expect.stringMatching(/^Held by Rosa Alvarez until 23:55/),
      words: 'calling her back',
    });
    night.pass(10);
    expect(residentTexts(night).map(([, purpose]) => purpose)).toEqual(['receipt', 'stepping']);
    expect(PEOPLE.chen.phone).not.toBeNull();
  });
});
