import { describe, expect, test } from 'vitest';
import type { LadderStep, TargetSpec } from '#shared/contract';
import { isLookedAfter } from '#shared/incident';
import {
  alarmsOf,
  MINUTE_MS,
  minutesIn,
  of,
  openNight,
  PEOPLE,
  policyWith,
  residentTexts,
  START_AT,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

const stepTextOf = (night: ReturnType<typeof openNight>): string =>
  night.state.messages.find((each) => each.purpose === 'step')?.key ?? '';

describe('rule 8: late', () => {
  test('a P1 fires every overdue step in order, says how late, and the resident gets one text', () => {
    const night = openNight();
    night.sleep(24);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [24, 'marcus'],
      [24, 'ines'],
      [24, 'paul'],
    ]);
    expect(of(night.events, 'stepFired').map((each) => each.lateMs / 60_000)).toEqual([0, 16, 9, 2]);
    const step = night.state.messages.find((each) => each.to.kind === 'responder' && each.to.responderId === 'marcus');
    expect(step?.text).toMatch(/late 16 min/);
    night.pass(5.5);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [24, 'stepping'],
    ]);
    night.pass(0.5);
    expect(stepsOf(night).at(-1)).toEqual([30, 'olga vera']);
  });

  test('a P1 over the end of its ladder: whoever is woken late still gets the last window', () => {
    const night = openNight();
    night.sleep(100);
    expect(stepsOf(night).map((each) => each[1])).toEqual(['chen', 'marcus', 'ines', 'paul', 'olga vera']);
    expect(of(night.events, 'unanswered')).toEqual([]);
    night.pass(8);
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([108]);
  });

  test('a late P1 with an empty step fires what is overdue behind it too', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:backup': [] }) });
    night.sleep(24);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [24, '-'],
      [24, 'ines'],
      [24, 'paul'],
      [24, 'olga vera'],
    ]);
  });

  test('a P2 fires the first overdue step only, and later ones keep their distance', () => {
    const night = openNight({ tier: 'P2' });
    night.sleep(40);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [40, 'chen'],
    ]);
    expect(of(night.events, 'stepFired')[1]?.lateMs).toBe(25 * 60_000);
    night.pass(20);
    expect(stepsOf(night).slice(2)).toEqual([
      [45, 'marcus'],
      [60, 'paul'],
    ]);
  });

  test.each(['P1', 'P2'] as const)('a %s more than 2 h late: the alarm first, the step 60 s later', (tier) => {
    const night = openNight({ tier });
    night.sleep(180);
    expect(stepsOf(night)).toEqual([[0, 'chen']]);
    expect(alarmsOf(night)).toContain('lateByHours');
    night.pass(0.9);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(0.1);
    expect(stepsOf(night)[1]?.[0]).toBe(181);
  });

  test.each(['before', 'while'] as const)(
    'more than 2 h late, and the text of the step expires %s the next one is held: the minute runs all the same',
    (when) => {
      const night = openNight({ hasGateway: false, hasVoice: false });
      const expires = () => night.settle(stepTextOf(night), 'expired');
      night.now += 180 * MINUTE_MS;
      if (when === 'before') expires();
      night.pass(0);
      if (when === 'while') expires();
      expect(of(night.events, 'stepHeld')).toHaveLength(1);
      night.pass(0.9);
      expect(stepsOf(night)).toEqual([[0, 'chen']]);
      night.pass(0.1);
      expect(stepsOf(night)[1]).toEqual([181, 'marcus']);
    },
  );

  test('less than 2 h late, and the text of the step has expired: the next fires at once', () => {
    const night = openNight({ hasGateway: false, hasVoice: false, tier: 'P2' });
    night.now += 100 * MINUTE_MS;
    night.settle(stepTextOf(night), 'expired');
    expect(stepsOf(night)[1]).toEqual([100, 'chen']);
  });

  test('a new round that is held for hours is told as its first step', () => {
    const night = openNight();
    night.pass(35);
    night.sleep(180);
    expect(of(night.events, 'stepHeld').map((each) => each.step)).toEqual([0]);
  });

  test('more than 2 h late, and a person acts within the minute: nothing fires', () => {
    const night = openNight();
    night.sleep(180);
    const { responderId, name, company } = PEOPLE.vera;
    const how = { via: 'phone', words: 'I go', etaMinutes: 20 } as const;
    night.run({ type: 'acknowledgeFor', responderId, name, company, ...how });
    night.pass(5);
    expect(stepsOf(night).filter((each) => each[1] !== '')).toEqual([[0, 'chen']]);
  });

  test('a step whatever else more than 2 h late is held for 60 s too', () => {
    const night = openNight();
    night.pass(5);
    night.reply('chen', { verb: 'accept', minutes: 300 });
    night.sleep(200);
    expect(stepsOf(night)).toEqual([[0, 'chen']]);
    expect(alarmsOf(night)).toContain('lateByHours');
    night.pass(1);
    expect(stepsOf(night).at(-1)).toEqual([206, 'vera']);
    expect(of(night.events, 'stepFired').at(-1)?.lateMs).toBe(176 * 60_000);
  });
});

describe('rule 3: whatever else', () => {
  test('fires at its time after an acknowledgement, and wakes only the target so marked', () => {
    const night = openNight();
    night.pass(4);
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(30);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [30, 'vera'],
    ]);
    expect(of(night.events, 'stepFired').at(-1)?.why).toBe('whateverElse');
    expect(night.state.status).toBe('acknowledged');
  });

  test('keeps its time where in the same moment the ladder goes on', () => {
    const night = openNight();
    night.pass(4);
    // 16 minutes and 10 of grace: over at 30, when the vendor is woken whatever else.
    night.reply('chen', { verb: 'accept', minutes: 16 });
    night.pass(26);
    expect(stepsOf(night)).toContainEqual([30, 'vera']);
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['etaMissed']);
  });

  test.each([
    ['HERE', { verb: 'here' }],
    ['DONE', { verb: 'done' }],
  ] as const)('does not fire after %s', (_, understood) => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(10);
    night.reply('chen', understood);
    night.pass(40);
    expect(stepsOf(night)).toEqual([[0, 'chen']]);
  });

  test('does not wake whoever has it already', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [PEOPLE.vera] }) });
    night.reply('vera', { verb: 'accept', minutes: 60 });
    night.pass(31);
    expect(textsTo(night, 'vera').filter((each) => each === 'step')).toHaveLength(1);
    expect(alarmsOf(night)).not.toContain('stepEmpty');
  });

  test('reaches the coordinator at the desk by the desk alarm, not by a text', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.targets = targetsWith({ emergencyVendor: [{ ...PEOPLE.vera, isAtDesk: true }] });
    night.pass(30);
    expect(alarmsOf(night)).toContain('deskStep');
    expect(textsTo(night, 'vera')).toEqual([]);
  });

  test('wants a call by hand where no voice gateway answers', () => {
    const night = openNight({ hasVoice: false });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(32);
    expect(of(night.events, 'callByHandDue').map((each) => each.name)).toEqual(['Vera Lind']);
  });

  test('two such steps at the same minute fire once each', () => {
    const reach = (afterPreviousMin: number, target: TargetSpec, whateverElse: boolean): LadderStep => ({
      afterPreviousMin,
      targets: [{ target, channels: ['sms'], whateverElse }],
    });
    const steps = [
      reach(0, { kind: 'onCall', role: 'primary' }, false),
      reach(10, { kind: 'emergencyVendor' }, true),
      reach(0, { kind: 'role', role: 'owner' }, true),
    ];
    const night = openNight({ policy: policyWith('P1', { steps, lastWindowMin: 8 }) });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(20);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [10, 'vera'],
      [10, 'olga'],
    ]);
  });
});

describe('a call by hand, where no voice gateway answers', () => {
  test('is due two minutes after each P1 step, for everybody the step rings', () => {
    const night = openNight({ hasVoice: false });
    night.pass(33);
    expect(of(night.events, 'callByHandDue').map((each) => [minutesIn(each.at), each.name])).toEqual([
      [2, 'Wei Chen'],
      [10, 'Marcus Bell'],
      [17, 'Ines Ortega'],
      [24, 'Paul Novak'],
      [32, 'Olga Reyes'],
      [32, 'Vera Lind'],
    ]);
  });

  test('is not due for somebody who has declined or was called, nor after an acknowledgement', () => {
    const declined = openNight({ hasVoice: false });
    declined.reply('chen', { verb: 'decline' });
    declined.pass(3);
    expect(of(declined.events, 'callByHandDue').map((each) => each.name)).toEqual(['Marcus Bell']);
    const called = openNight({ hasVoice: false });
    called.run({ type: 'logCall', responderId: 'chen', name: 'Wei Chen', result: 'reached' });
    called.pass(3);
    expect(of(called.events, 'callByHandDue')).toEqual([]);
    const taken = openNight({ hasVoice: false });
    taken.reply('chen', { verb: 'accept', minutes: 10 });
    taken.pass(3);
    expect(of(taken.events, 'callByHandDue')).toEqual([]);
  });
});

describe('time is durable', () => {
  test('the wall clock is moved by an hour: every window keeps its length', () => {
    const night = openNight();
    night.pass(3);
    night.now += 60 * 60_000;
    night.run({ type: 'moveClock', deltaMs: 60 * 60_000 });
    night.pass(5);
    expect(stepsOf(night).at(-1)).toEqual([68, 'marcus']);
    expect(of(night.events, 'stepFired')[1]?.lateMs).toBe(0);
    expect(of(night.events, 'slaMissed').map((each) => minutesIn(each.at))).toEqual([68]);
  });

  test('moved during the last resort: the next attempt is still 15 minutes after the last', () => {
    const night = openNight();
    night.pass(120);
    night.now -= 60 * 60_000;
    night.run({ type: 'moveClock', deltaMs: -60 * 60_000 });
    night.pass(9);
    expect(stepsOf(night).at(-1)).toEqual([69, 'paul vera']);
  });

  test('moved while the resident waits for "fixed?": two hours stay two hours', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 10 });
    night.pass(10);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'capped' });
    night.now += 30 * 60_000;
    night.run({ type: 'moveClock', deltaMs: 30 * 60_000 });
    night.pass(119);
    expect(of(night.events, 'followUpAsked')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'followUpAsked')).toHaveLength(1);
  });

  test('moved forward: "ok" still counts for half an hour after our message', () => {
    const night = openNight();
    night.now += 60 * 60_000;
    night.run({ type: 'moveClock', deltaMs: 60 * 60_000 });
    expect(night.state.notified[0]?.lastAt).toBe(night.now);
  });

  test('a clock set back does not fire early', () => {
    const night = openNight();
    const before = night.events.length;
    night.now = START_AT - 60_000;
    night.run({ type: 'clockDue', kind: 'step', token: '1.1.1' });
    expect(night.events).toHaveLength(before);
  });
});

describe('rule 14: the SLA runs from first contact', () => {
  test.each([
    ['P1', 7, 'kept'],
    ['P1', 9, 'missed'],
    ['P2', 19, 'kept'],
    ['P2', 21, 'missed'],
  ] as const)('%s acknowledged after %i min: %s', (tier, after, expected) => {
    const night = openNight({ tier });
    night.pass(after);
    night.reply('chen', { verb: 'accept', minutes: 10 });
    expect(night.state.sla.state).toBe(expected);
    expect(of(night.events, 'acknowledged')[0]?.isSlaKept).toBe(expected === 'kept');
    expect(of(night.events, 'slaMissed')).toHaveLength(expected === 'kept' ? 0 : 1);
  });

  test('counts from the first contact, not from the dispatch', () => {
    const night = openNight({ facts: { firstContactAt: START_AT - 5 * 60_000 } });
    night.pass(4);
    expect(night.state.sla.state).toBe('missed');
  });
});

describe('rule 13: the self-check', () => {
  test('a text to the resident that waits is not what looks after an incident', () => {
    const night = openNight({ facts: { verdict: { ...lifeSafety() } } });
    expect(night.state.heldResidentText).not.toBeNull();
    expect(isLookedAfter(night.state)).toBe(true);
    const bare = { ...night.state, alarms: [], ladder: null };
    expect(isLookedAfter(bare)).toBe(false);
  });
});

function lifeSafety() {
  const base = { category: 'gas', tier: 'P1', trade: 'general', confidence: 1, packVersion: 'test' } as const;
  return { ...base, reasons: [{ code: 'gas-odor', start: 0, end: 3 }], lifeSafety: 'gas' } as const;
}
