import { describe, expect, test } from 'vitest';
import type { Ladder, LadderStep, TargetSpec } from '#shared/contract';
import {
  alarmsOf,
  minutesIn,
  of,
  openNight,
  PEOPLE,
  policyWith,
  residentTexts,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

const ROUND = (from: number) => [
  [from, 'chen'],
  [from + 8, 'marcus'],
  [from + 15, 'ines'],
  [from + 22, 'paul'],
  [from + 30, 'olga vera'],
];

const step = (afterPreviousMin: number, ...targets: readonly TargetSpec[]): LadderStep => ({
  afterPreviousMin,
  targets: targets.map((target) => ({ target, channels: ['sms'], whateverElse: false })),
});
const PRIMARY: TargetSpec = { kind: 'onCall', role: 'primary' };
const BACKUP: TargetSpec = { kind: 'onCall', role: 'backup' };
const NOBODY = Object.fromEntries(Object.keys(targetsWith({})).map((key) => [key, []]));

describe('rule 4: nobody answers', () => {
  test('a P1 climbs at 0, 8, 15, 22, 30, is unanswered at 38, goes two more rounds, then every 15 minutes', () => {
    const night = openNight();
    night.pass(150);
    expect(stepsOf(night)).toEqual([
      ...ROUND(0),
      ...ROUND(38),
      ...ROUND(76),
      [114, 'paul vera'],
      [129, 'paul vera'],
      [144, 'paul vera'],
    ]);
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([38, 76, 114, 122, 137]);
    expect(night.state.status).toBe('unanswered');
    expect(alarmsOf(night)).toContain('unanswered');
  });

  test('a P2 climbs at 0, 15, 20, 35 and is unanswered at 50', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(50);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [15, 'chen'],
      [20, 'marcus'],
      [35, 'paul'],
      [50, 'chen'],
    ]);
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([50]);
  });

  test('each round asks the rota again', () => {
    const night = openNight();
    night.pass(37);
    night.targets = targetsWith({ 'onCall:primary': [PEOPLE.vera] });
    night.pass(1);
    expect(stepsOf(night).at(-1)).toEqual([38, 'vera']);
  });

  test('a new round rings the alarm again even where it was heard', () => {
    const night = openNight();
    night.pass(38);
    night.run({ type: 'hearAlarms' });
    expect(night.state.alarms.every((each) => each.heardAt !== null)).toBe(true);
    night.pass(38);
    expect(night.state.alarms.find((each) => each.kind === 'unanswered')?.heardAt).toBeNull();
  });

  test('a round in which nobody could be reached is repeated after 5 minutes, not at once', () => {
    const night = openNight({ targets: NOBODY });
    night.pass(30);
    expect(of(night.events, 'roundStarted').map((each) => minutesIn(each.at))).toEqual([5, 10, 15, 30]);
    expect(alarmsOf(night)).toEqual(expect.arrayContaining(['stepEmpty', 'unanswered']));
  });

  test('a round in which no message left (all failed) is repeated after 5 minutes, not at once', () => {
    const night = openNight({ hasGateway: false, hasVoice: false });
    failAll(night);
    expect(minutesIn(night.now)).toBe(0);
    expect(of(night.events, 'roundStarted')).toEqual([]);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [0, 'marcus'],
      [0, 'ines'],
      [0, 'paul'],
      [0, 'olga vera'],
    ]);
    night.pass(5);
    expect(of(night.events, 'roundStarted').map((each) => minutesIn(each.at))).toEqual([5]);
  });

  test.each(['P1', 'P2'] as const)('a %s policy without steps alarms, and comes to the last resort', (tier) => {
    const night = openNight({ tier, policy: policyWith(tier, { steps: [], lastWindowMin: 8 }) });
    expect(alarmsOf(night)).toContain('unanswered');
    night.pass(30);
    expect(stepsOf(night)[0]?.[1]).toBe('paul vera');
  });

  test('a P3 whose optional ladder nobody answers waits for the morning and wakes nobody else', () => {
    const ladder: Ladder = { steps: [step(30, PRIMARY), step(30, BACKUP)], lastWindowMin: 15 };
    const night = openNight({ tier: 'P3', policy: policyWith('P3', ladder) });
    night.pass(180);
    expect(stepsOf(night)).toEqual([
      [30, 'chen'],
      [60, 'marcus'],
    ]);
    expect(night.state.status).toBe('morning');
  });

  test('the desk alarm, untouched for 60 s, lets the next step fire; heard, it does not', () => {
    const targets = targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, isAtDesk: true }] });
    const untouched = openNight({ targets });
    expect(alarmsOf(untouched)).toEqual(['deskStep']);
    expect(textsTo(untouched, 'chen')).toEqual([]);
    untouched.pass(7);
    expect(stepsOf(untouched)).toEqual([
      [0, 'chen'],
      [1, 'marcus'],
    ]);
    const heard = openNight({ targets });
    heard.run({ type: 'hearAlarms' });
    heard.pass(7);
    expect(stepsOf(heard)).toEqual([[0, 'chen']]);
  });
});

describe('rule 1: a step', () => {
  test('asks who is on call when it fires, not before', () => {
    const night = openNight();
    night.targets = targetsWith({ 'onCall:backup': [PEOPLE.vera] });
    night.pass(8);
    expect(stepsOf(night).at(-1)).toEqual([8, 'vera']);
  });

  test('keeps the policy the ladder began with', () => {
    const night = openNight();
    night.policy = policyWith('P1', { steps: [step(0, PRIMARY)], lastWindowMin: 1 });
    night.pass(30);
    expect(stepsOf(night)).toEqual(ROUND(0));
  });

  test.each([
    ['nobody on call', { 'onCall:backup': [] }, 'nobodyOnCall'],
    ['nobody with a number', { 'onCall:backup': [{ ...PEOPLE.marcus, phone: null }] }, 'noWorkingNumber'],
  ] as const)('%s: skipped at once with an alarm, later steps keep their distance', (_, changed, why) => {
    const night = openNight({ targets: targetsWith(changed) });
    night.pass(30);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [8, '-'],
      [8, 'ines'],
      [15, 'paul'],
      [23, 'olga vera'],
    ]);
    expect(of(night.events, 'stepSkipped')[0]?.why).toBe(why);
    expect(of(night.events, 'alarmRaised').map((each) => each.kind)).toContain('stepEmpty');
  });

  test('an empty first step takes no time, and the resident still reads the receipt first', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [] }) });
    expect(stepsOf(night)).toEqual([
      [0, '-'],
      [0, 'marcus'],
    ]);
    expect(residentTexts(night)).toEqual([[0, 'receipt']]);
    expect(night.state.heldResidentText).toBeNull();
  });

  test('an empty last step leaves those already reached their window', () => {
    const night = openNight({ targets: targetsWith({ 'role:owner': [], emergencyVendor: [] }) });
    night.pass(37);
    expect(stepsOf(night).at(-1)).toEqual([30, '-']);
    expect(of(night.events, 'unanswered')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([38]);
  });

  test('all messages failed: the next fires now and later ones keep their distance to it', () => {
    const night = openNight({ hasVoice: false });
    night.pass(3);
    const message = night.state.messages.find((each) => each.purpose === 'step');
    night.settle(message?.key ?? '', 'failed');
    night.pass(7);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [3, 'marcus'],
      [10, 'ines'],
    ]);
    expect(of(night.events, 'stepFired')[1]?.why).toBe('previousFailed');
    expect(alarmsOf(night)).toContain('messageFailed');
  });

  test('a message that failed in an earlier ladder does not keep a later one waiting', () => {
    const night = openNight({ hasGateway: false });
    night.pass(1);
    const first = night.state.messages.find((each) => each.purpose === 'step');
    night.settle(first?.key ?? '', 'accepted');
    night.run({ type: 'changeTier', tier: 'P2', reason: 'only a drip' });
    night.pass(1);
    const second = night.state.messages.filter((each) => each.purpose === 'step').at(-1);
    night.settle(second?.key ?? '', 'failed');
    expect(stepsOf(night).map((each) => each[0])).toEqual([0, 1, 2]);
  });

  test('declined by the only one it reached: the next fires now', () => {
    const night = openNight();
    night.pass(2);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [2, 'marcus'],
    ]);
    expect(of(night.events, 'stepFired')[1]?.why).toBe('previousDeclined');
    night.pass(7);
    expect(stepsOf(night).at(-1)).toEqual([9, 'ines']);
  });

  test('one of several declines: the window runs on until the others have answered', () => {
    const night = openNight();
    night.pass(31);
    night.reply('olga', { verb: 'decline' });
    expect(of(night.events, 'unanswered')).toEqual([]);
    night.reply('vera', { verb: 'decline' });
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([31]);
    expect(stepsOf(night).at(-1)).toEqual([31, 'chen']);
  });

  test('one declined and the message to the other failed: nobody is left, the next fires now', () => {
    const targets = targetsWith({ 'onCall:primary': [PEOPLE.chen, PEOPLE.vera] });
    const night = openNight({ targets, hasVoice: false });
    night.reply('chen', { verb: 'decline' });
    const toVera = night.state.messages.find((each) => each.to.kind === 'responder' && each.to.responderId === 'vera');
    night.settle(toVera?.key ?? '', 'failed');
    expect(stepsOf(night)).toEqual([
      [0, 'chen vera'],
      [0, 'marcus'],
    ]);
  });

  test('the coordinator at the desk declines: the next fires now', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, isAtDesk: true }] }) });
    night.run({ type: 'declineFor', responderId: 'chen', name: 'Wei Chen', words: 'on the phone' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [0, 'marcus'],
    ]);
  });

  test('somebody of an earlier step declines: the window of the present one runs on', () => {
    const night = openNight();
    night.pass(9);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [8, 'marcus'],
    ]);
  });

  test('by hand: the next fires now, later ones keep their distance', () => {
    const night = openNight();
    night.pass(1);
    night.run({ type: 'escalateNow' });
    night.pass(7);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [1, 'marcus'],
      [8, 'ines'],
    ]);
  });

  test('a person named by two targets of a step is reached once', () => {
    const night = openNight({ targets: targetsWith({ emergencyVendor: [PEOPLE.olga] }) });
    night.pass(30);
    expect(stepsOf(night).at(-1)).toEqual([30, 'olga']);
    expect(textsTo(night, 'olga').filter((each) => each === 'step')).toHaveLength(1);
  });
});

function failAll(night: ReturnType<typeof openNight>): void {
  for (let tries = 0; tries < 50; tries += 1) {
    const message = night.state.messages.find((each) => each.state === 'queued' && each.purpose === 'step');
    if (!message) return;
    night.settle(message.key, 'failed');
  }
  throw new Error('messages kept coming');
}
