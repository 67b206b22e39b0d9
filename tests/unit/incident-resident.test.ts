import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '#shared/contract';
import {
  alarmsOf,
  LEAK,
  MINUTE_MS,
  minutesIn,
  of,
  openNight,
  residentTexts,
  START_AT,
  targetsWith,
} from './incident-model.ts';

const GAS = {
  ...LEAK.verdict,
  category: 'gas',
  reasons: [{ code: 'gas-odor', start: 0, end: 3 }],
  lifeSafety: 'gas',
} as const;

describe('rule 10: what the resident hears', () => {
  test('at receipt and at every step of a P1', () => {
    const night = openNight();
    night.pass(46);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [8, 'stepping'],
      [15, 'stepping'],
      [22, 'stepping'],
      [30, 'stepping'],
      [38, 'stepping'],
      [46, 'stepping'],
    ]);
  });

  test('an acknowledgement within five minutes waits, and is sent as soon as the five minutes are over', () => {
    const night = openNight();
    night.pass(2);
    night.reply('chen', { verb: 'accept', minutes: 30 });
    expect(residentTexts(night)).toEqual([[0, 'receipt']]);
    night.pass(10);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [5, 'acknowledged'],
    ]);
    const text = night.state.messages.at(-1)?.text;
    expect(text).toContain('Wei has your request and estimates 12:14 AM');
    expect(text).toContain('text you by 12:19 AM');
  });

  test('only the newest of what waits is sent, and it says what is true then', () => {
    const night = openNight();
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.pass(1);
    night.reply('chen', { verb: 'here' });
    night.pass(10);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [5, 'arrived'],
    ]);
  });

  test('HERE without an acceptance before is one piece of news, not two', () => {
    const night = openNight();
    night.pass(6);
    night.reply('chen', { verb: 'here' });
    night.pass(20);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [6, 'arrived'],
    ]);
  });

  test('P2 at night: only receipt and change, steps are quiet and logged as such', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(36);
    expect(residentTexts(night)).toEqual([[0, 'receipt']]);
    expect(of(night.events, 'residentTextSuppressed').map((each) => each.why)).toEqual([
      'quietTier',
      'quietTier',
      'quietTier',
    ]);
    night.reply('paul', { verb: 'accept', minutes: 20 });
    expect(residentTexts(night).at(-1)).toEqual([36, 'acknowledged']);
  });

  test('a quiet step does not swallow the news that waits', () => {
    const night = openNight({ tier: 'P2', facts: { verdict: GAS } });
    night.run({ type: 'escalateNow' });
    night.pass(6);
    expect(residentTexts(night)).toEqual([
      [0, 'lifeSafety'],
      [5, 'receipt'],
    ]);
  });

  test('news that waited and is quiet by the time is not asked for again and again', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.pass(1);
    night.reply('chen', { verb: 'decline' });
    night.pass(30);
    expect(night.state.heldResidentText).toBeNull();
  });

  test('every text but the last ones promises the next, in the future', () => {
    const night = openNight();
    night.pass(40);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(15);
    night.reply('chen', { verb: 'here' });
    night.pass(300);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.pass(130);
    const promises = of(night.events, 'promised').filter((each) => each.byAt !== null);
    expect(promises.length).toBeGreaterThan(8);
    for (const each of promises) expect(each.byAt ?? 0, `promised at ${minutesIn(each.at)}`).toBeGreaterThan(each.at);
  });

  test.each(['P1', 'P2'] as const)('%s: a promised text comes by the promised time, whatever happened', (tier) => {
    const night = openNight({ tier });
    night.pass(600);
    expectPromisesKept(night);
  });

  test('after an acknowledgement the promised text comes too, and never names an hour that has passed', () => {
    const night = openNight();
    night.pass(6);
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.pass(20);
    expect(residentTexts(night).at(-1)).toEqual([26, 'acknowledged']);
    const text = night.state.messages.filter((each) => each.purpose === 'acknowledged').at(-1)?.text;
    expect(text).toContain('asking for an estimate');
    expect(text).not.toContain('12:03');
    // What the resident is told is done: whoever has it is asked.
    expect(night.state.messages.at(-1)).toMatchObject({ purpose: 'askEta', to: { responderId: 'chen' } });
    expectPromisesKept(night);
  });

  test('after the estimate has passed the next text is promised for when the ladder opens again', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(6);
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.pass(50);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [6, 'acknowledged'],
      [26, 'acknowledged'],
      [36, 'reopened'],
    ]);
    expectPromisesKept(night);
  });

  test('on site for hours: each promise is kept', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.pass(12);
    night.reply('chen', { verb: 'here' });
    night.pass(500);
    expectPromisesKept(night);
  });

  test('P3: told the morning, and the promise is for a person when it comes', () => {
    const night = openNight({ tier: 'P3' });
    expect(residentTexts(night)).toEqual([[0, 'morning']]);
    expect(night.state.messages[0]?.text).toContain('10:00 AM on Monday');
    night.pass((Date.UTC(2026, 10, 23, 15) - START_AT) / MINUTE_MS);
    expect(alarmsOf(night)).toEqual(['promiseDue']);
    expect(night.state.status).toBe('morning');
  });

  test.each([
    ['has no number', { facts: { caller: { ...LEAK.caller, phone: null } } }, 'noPhone'],
    ['has written STOP', { isResidentOptedOut: true }, 'optedOut'],
  ] as const)('a resident who %s is not texted, and the log says why', (_, options, why) => {
    const night = openNight({ ...options, facts: { ...('facts' in options ? options.facts : {}), verdict: GAS } });
    night.pass(60);
    expect(residentTexts(night)).toEqual([]);
    const suppressed = of(night.events, 'residentTextSuppressed');
    expect(suppressed.map((each) => each.purpose)).toContain('lifeSafety');
    expect(new Set(suppressed.map((each) => each.why))).toEqual(new Set([why]));
  });

  test('life safety comes first, word for word, and nothing else for five minutes', () => {
    const night = openNight({ facts: { verdict: GAS } });
    expect(night.state.messages[0]).toMatchObject({ purpose: 'lifeSafety', lane: 1 });
    expect(night.state.messages[0]?.text).toMatch(/^GAS: get everyone out now/);
    night.pass(6);
    expect(residentTexts(night)).toEqual([
      [0, 'lifeSafety'],
      [5, 'receipt'],
    ]);
  });

  test('the receipt that waits behind life safety is not overtaken by a step', () => {
    const night = openNight({ facts: { verdict: GAS }, targets: targetsWith({ 'onCall:primary': [] }) });
    night.run({ type: 'escalateNow' });
    night.pass(6);
    expect(residentTexts(night).map((each) => each[1])).toEqual(['lifeSafety', 'receipt']);
  });

  test('what waits in a closed incident is that it is closed', () => {
    const night = openNight();
    night.pass(1);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.pass(6);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [5, 'resolved'],
    ]);
  });

  test('the question "fixed?" keeps its distance to the text before', () => {
    const night = openNight({ tier: 'P2' });
    night.pass((Date.UTC(2026, 10, 23, 15) - START_AT) / MINUTE_MS - 2);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.pass(10);
    const texts = residentTexts(night).slice(-2);
    expect(texts.map((each) => each[1])).toEqual(['resolved', 'followUp']);
    expect((texts[1]?.[0] ?? 0) - (texts[0]?.[0] ?? 0)).toBeGreaterThanOrEqual(5);
  });

  test.each(OUTCOMES)('closed as %s: nothing is called fixed that is not', (outcome) => {
    const night = openNight();
    night.pass(6);
    night.run({ type: 'resolve', outcome, words: 'done' });
    const last = residentTexts(night).at(-1)?.[1];
    if (outcome === 'duplicate') expect(last).toBe('receipt');
    else if (['vendorScheduled', 'followUpNeeded', 'noAccess'].includes(outcome)) expect(last).toBe('morning');
    else expect(last).toBe(['falseAlarm', 'cancelled'].includes(outcome) ? 'closed' : 'resolved');
  });

  test('closed for the morning: the text promised for then is the question whether it is fixed', () => {
    const night = openNight();
    night.pass(6);
    night.run({ type: 'resolve', outcome: 'followUpNeeded', words: 'done' });
    night.pass((Date.UTC(2026, 10, 23, 15) - night.now) / MINUTE_MS);
    expect(residentTexts(night).at(-1)?.[1]).toBe('followUp');
    expectPromisesKept(night);
  });
});

/** Every promised hour that has passed saw a text, an alarm for a person, or was replaced by a newer promise. */
function expectPromisesKept(night: ReturnType<typeof openNight>): void {
  const texts = residentTexts(night).map((each) => each[0]);
  for (const { at, byAt } of of(night.events, 'promised')) {
    if (byAt === null || byAt > night.now) continue;
    const said = texts.filter((minute) => minute > minutesIn(at) && minute <= minutesIn(byAt));
    expect(said.length, `promised at ${minutesIn(at)} for ${minutesIn(byAt)}`).toBeGreaterThan(0);
  }
}
