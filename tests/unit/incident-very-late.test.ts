import { describe, expect, test } from 'vitest';
import { narrate } from '#shared/incident';
import { alarmsOf, minutesIn, of, openNight, PEOPLE, residentTexts, stepsOf, targetsWith } from './incident-model.ts';

/** Rule 8 for what somebody has: more than two hours late, the alarm comes first and a person has a minute. */

const reopenings = (night: ReturnType<typeof openNight>) =>
  of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why]);

describe.each([
  ['a missed estimate', { verb: 'accept', minutes: 20 }, 'etaMissed', 30],
  ['no estimate at all', { verb: 'accept', minutes: null }, 'noEta', 10],
] as const)('%s, hours after it was due', (_, understood, why, dueAfter) => {
  test('alarms first, and opens the ladder again a minute later', () => {
    const night = openNight();
    night.reply('chen', understood);
    night.sleep(300);
    expect(reopenings(night)).toEqual([]);
    expect(alarmsOf(night)).toContain('lateByHours');
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(0.9);
    expect(reopenings(night)).toEqual([]);
    night.pass(0.1);
    expect(reopenings(night)).toEqual([[301, why]]);
    expect(stepsOf(night)[1]).toEqual([301, 'marcus']);
  });

  test('says how late it is, and the alarm outlives the new ladder', () => {
    const night = openNight();
    night.reply('chen', understood);
    night.sleep(300);
    night.pass(1);
    const [reopened] = of(night.events, 'reopened');
    expect(reopened?.lateMs).toBe((301 - dueAfter) * 60_000);
    expect(reopened && narrate(reopened, 'en', 'UTC').sentence).toMatch(new RegExp(`, ${301 - dueAfter} min late$`));
    expect(alarmsOf(night)).toEqual(expect.arrayContaining(['lateByHours', why]));
  });

  test('is told as what it is', () => {
    const night = openNight();
    night.reply('chen', understood);
    night.sleep(300);
    const held = of(night.events, 'stepHeld').find((each) => each.step === null);
    expect(held && narrate(held, 'en', 'UTC').sentence).toMatch(/^The ladder begins again at .* unless a person acts/);
    expect(held && narrate(held, 'es', 'UTC').sentence).toMatch(/^La escalera empieza de nuevo a las/);
  });

  test.each([
    ['a new estimate', (night) => night.reply('chen', { verb: 'eta', minutes: 15 })],
    ['an arrival', (night) => night.reply('chen', { verb: 'here' })],
    ['the end', (night) => night.reply('chen', { verb: 'done' })],
  ] as readonly (readonly [string, (night: ReturnType<typeof openNight>) => void])[])(
    'and a person acts within the minute, %s: nothing opens',
    (_what, act) => {
      const night = openNight();
      night.reply('chen', understood);
      night.sleep(300);
      act(night);
      night.pass(5);
      expect(reopenings(night)).toEqual([]);
    },
  );

  test('the resident gets one text, when it is decided', () => {
    const night = openNight();
    night.pass(6);
    night.reply('chen', understood);
    night.sleep(300);
    night.pass(7);
    expect(residentTexts(night).filter(([at]) => at > 6)).toEqual([[307, 'reopened']]);
  });

  test('a clock set meanwhile moves the minute with it', () => {
    const night = openNight();
    night.reply('chen', understood);
    night.sleep(300);
    night.now += 60 * 60_000;
    night.run({ type: 'moveClock', deltaMs: 60 * 60_000 });
    expect(reopenings(night)).toEqual([]);
    night.pass(1);
    expect(reopenings(night)).toEqual([[361, why]]);
  });

  test('less than two hours late opens at once, and says how late too', () => {
    const night = openNight();
    night.reply('chen', understood);
    night.sleep(60);
    expect(reopenings(night)).toEqual([[60, why]]);
    expect(of(night.events, 'reopened')[0]?.lateMs).toBe((60 - dueAfter) * 60_000);
    expect(alarmsOf(night)).not.toContain('lateByHours');
  });
});

test('on time there is nothing to say about lateness', () => {
  const night = openNight();
  night.reply('chen', { verb: 'accept', minutes: 20 });
  night.pass(30);
  const [reopened] = of(night.events, 'reopened');
  expect(reopened && narrate(reopened, 'en', 'UTC').sentence).toBe('Re-opened by Nightdesk: the ETA was missed');
});

test('the desk alarm untouched for hours: the alarm first, the next step a minute later', () => {
  const night = openNight({ targets: targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, isAtDesk: true }] }) });
  night.sleep(180);
  expect(stepsOf(night)).toEqual([[0, 'chen']]);
  expect(alarmsOf(night)).toContain('lateByHours');
  night.pass(1);
  expect(stepsOf(night)[1]).toEqual([181, 'marcus']);
});

test('a step that is hours late: what was promised to the resident waits for it', () => {
  const night = openNight();
  night.sleep(180);
  expect(residentTexts(night)).toEqual([[0, 'receipt']]);
  night.pass(8);
  expect(residentTexts(night)).toEqual([
    [0, 'receipt'],
    [181, 'stepping'],
  ]);
});
