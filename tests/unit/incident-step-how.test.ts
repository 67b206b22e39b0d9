import { describe, expect, test } from 'vitest';
import type { Ladder, StepTarget, TargetSpec } from '#shared/contract';
import { DEFAULT_POLICY, LAST_RESORT, TIMING } from '#shared/escalation';
import { clocksOf, narrate } from '#shared/incident';
import {
  alarmsOf,
  minutesIn,
  type Night,
  of,
  openNight,
  PEOPLE,
  policyWith,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

/** How a step reaches whom it names: at once or later, to be answered or to be known. */

const { P1 } = DEFAULT_POLICY.ladders;
const PRIMARY: TargetSpec = { kind: 'onCall', role: 'primary' };
const BACKUP: TargetSpec = { kind: 'onCall', role: 'backup' };
const OWNER: TargetSpec = { kind: 'role', role: 'owner' };
const COORDINATOR: TargetSpec = { kind: 'role', role: 'coordinator' };
const MANAGER: TargetSpec = { kind: 'role', role: 'manager' };
const to = (target: TargetSpec, more: Partial<StepTarget> = {}): StepTarget => ({
  target,
  channels: ['sms', 'voice'],
  whateverElse: false,
  ...more,
});
const copyTo = (target: TargetSpec): StepTarget => to(target, { channels: ['sms'], isCopy: true });
const ladder = (...steps: readonly (readonly [number, ...StepTarget[]])[]): Ladder => ({
  steps: steps.map(([afterPreviousMin, ...targets]) => ({ afterPreviousMin, targets })),
  lastWindowMin: 8,
});
const nightWith = (own: Ladder, more: Parameters<typeof openNight>[0] = {}): Night =>
  openNight({ policy: policyWith('P1', own), hasVoice: false, ...more });
const texts = (night: Night, purpose: string) =>
  night.state.messages.filter((each) => each.purpose === purpose && each.to.kind === 'responder');

describe('rule 1: delays within a step', () => {
  const delayed = ladder(
    [0, to(PRIMARY, { afterMin: { voice: 4 } }), to(OWNER, { channels: ['sms'], afterMin: { sms: 3 } })],
    [8, to(BACKUP)],
  );

  test('a text leaves later, a call by hand is due later, and a text is worth sending as long as any', () => {
    const night = nightWith(delayed, { hasGateway: false });
    const queued = of(night.events, 'messageQueued').filter((each) => each.purpose === 'step');
    expect(queued.map((each) => [each.to.name, minutesIn(each.sendAt)])).toEqual([
      ['Wei Chen', 0],
      ['Olga Reyes', 3],
    ]);
    expect(queued.map((each) => each.expiresAt - each.sendAt)).toEqual([TIMING.expiryMs.step, TIMING.expiryMs.step]);
    expect(of(night.events, 'callByHandPlanned').map((each) => [each.name, minutesIn(each.dueAt)])).toEqual([
      ['Wei Chen', 4],
    ]);
  });

  test('both are called back when somebody has it', () => {
    const night = nightWith(delayed, { hasGateway: false });
    night.reply('chen', { verb: 'accept', minutes: 20 });
    const owners = texts(night, 'step').filter((each) => each.to.name === 'Olga Reyes');
    expect(owners.map((each) => [each.state, each.reason])).toEqual([['cancelled', 'acknowledged']]);
    expect(night.state.callsByHand).toEqual([]);
  });

  test('one that has not left yet keeps the step alive: nobody can say that it failed', () => {
    const night = nightWith(delayed, { hasGateway: false });
    const [first] = texts(night, 'step');
    night.settle(first?.key ?? '', 'failed');
    expect(stepsOf(night)).toEqual([[0, 'chen olga']]);
  });

  test('somebody whom two targets name hears as soon as either says', () => {
    const targets = targetsWith({ 'role:owner': [PEOPLE.chen] });
    const night = nightWith(delayed, { targets, hasGateway: false });
    const queued = of(night.events, 'messageQueued').filter((each) => each.purpose === 'step');
    expect(queued.map((each) => minutesIn(each.sendAt))).toEqual([0]);
  });
});

describe('rule 1: copies for information', () => {
  const informed = ladder([0, to(PRIMARY), copyTo(OWNER)], [8, to(BACKUP)], [7, to(OWNER)]);

  test('are told, wait behind whoever is woken, and hear who has it', () => {
    const night = nightWith(informed);
    const [copy] = texts(night, 'copy');
    expect(copy).toMatchObject({ lane: 2, to: { name: 'Olga Reyes' } });
    expect(copy?.text).toMatch(/^For information, no reply needed: P1 #1042 Maple Court 14B.*Asked: Wei Chen\./);
    expect(copy?.text.length).toBeLessThanOrEqual(153);
    expect(of(night.events, 'stepFired')[0]?.recipients.map((each) => [each.name, each.isCopy ?? false])).toEqual([
      ['Wei Chen', false],
      ['Olga Reyes', true],
    ]);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    expect(textsTo(night, 'olga')).toEqual(['copy', 'taken']);
    const told = narrate(of(night.events, 'stepFired')[0] ?? (night.events[0] as never), 'en', 'UTC');
    expect(told.sentence).toContain('Olga Reyes, owner (for information)');
  });

  test('are not waited for: when whoever was woken declines, the next step fires', () => {
    const night = nightWith(informed);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen olga'],
      [0, 'marcus'],
    ]);
    // Woken by a later step they are asked like anybody.
    night.pass(7);
    expect(textsTo(night, 'olga')).toEqual(['copy', 'step']);
  });

  test('alone do not stop the skip, nor its alarm; they hear of it all the same', () => {
    const night = nightWith(informed, { targets: targetsWith({ 'onCall:primary': [] }) });
    expect(stepsOf(night)).toEqual([
      [0, '-'],
      [0, 'marcus'],
    ]);
    expect(of(night.events, 'stepSkipped')).toMatchObject([{ why: 'nobodyOnCall', copies: [{ name: 'Olga Reyes' }] }]);
    expect(alarmsOf(night)).toContain('stepEmpty');
    expect(textsTo(night, 'olga')).toEqual(['copy']);
  });

  test('a step of copies only takes no time and alarms nobody: that is how it was meant', () => {
    const night = nightWith(ladder([0, copyTo(OWNER)], [8, to(PRIMARY)]));
    expect(stepsOf(night)).toEqual([
      [0, '-'],
      [0, 'chen'],
    ]);
    expect(of(night.events, 'stepSkipped')).toMatchObject([{ why: 'copiesOnly' }]);
    expect(alarmsOf(night)).not.toContain('stepEmpty');
    expect(night.state.ladder?.reachedInRound).toBe(1);
  });

  test('nobody is rung for one, and whoever sits at the desk sees it there', () => {
    const own = ladder([0, to(PRIMARY), to(OWNER, { isCopy: true }), copyTo(COORDINATOR)]);
    const night = nightWith(own, {
      targets: targetsWith({ 'role:coordinator': [{ ...PEOPLE.ines, isAtDesk: true }] }),
    });
    expect(of(night.events, 'callByHandPlanned').map((each) => each.name)).toEqual(['Wei Chen']);
    expect(textsTo(night, 'ines')).toEqual([]);
    expect(alarmsOf(night)).not.toContain('deskStep');
  });

  test('whoever the step wakes is woken, though another of its targets only informs them', () => {
    const own = ladder([0, copyTo(OWNER), to(PRIMARY)]);
    const night = nightWith(own, { targets: targetsWith({ 'role:owner': [PEOPLE.chen] }) });
    expect(textsTo(night, 'chen')).toEqual(['step']);
  });
});

describe('a call where no gateway rings', () => {
  test.each(['P1', 'P2', 'P3'] as const)('a %s step that names voice is a call by hand', (tier) => {
    const own = ladder([0, to(PRIMARY)], [5, to(PRIMARY, { channels: ['voice'] })]);
    const night = openNight({ tier, policy: policyWith(tier, own), hasVoice: false });
    night.pass(5);
    expect(of(night.events, 'callByHandPlanned').map((each) => minutesIn(each.dueAt))).toEqual([2, 7]);
    expect(textsTo(night, 'chen')).toEqual(['step', 'step']);
  });

  test('a P2 step by text alone asks nobody to ring', () => {
    const night = openNight({ tier: 'P2', hasVoice: false });
    expect(of(night.events, 'callByHandPlanned')).toEqual([]);
    night.pass(15);
    expect(of(night.events, 'callByHandPlanned').map((each) => each.name)).toEqual(['Wei Chen']);
  });
});

describe('rule 4: a step aimed at the desk', () => {
  const atDesk = targetsWith({ 'role:coordinator': [{ ...PEOPLE.ines, isAtDesk: true }] });

  test('that asks somebody else, too, gives them their whole window', () => {
    const own = ladder([0, to(COORDINATOR), to(MANAGER)], [8, to(OWNER)]);
    const night = nightWith(own, { targets: atDesk });
    expect(clocksOf(night.state).map((each) => each.kind)).not.toContain('deskStep');
    night.pass(8);
    expect(stepsOf(night)).toEqual([
      [0, 'ines paul'],
      [8, 'olga'],
    ]);
  });

  test('that only informs somebody else ends after a minute, as one for the desk alone', () => {
    const own = ladder([0, to(COORDINATOR), copyTo(MANAGER)], [8, to(OWNER)]);
    const night = nightWith(own, { targets: atDesk });
    night.pass(1);
    expect(stepsOf(night)).toEqual([
      [0, 'ines paul'],
      [1, 'olga'],
    ]);
  });
});

describe('rule 3: whatever else', () => {
  test('does not ring whoever passed it on in this round already', () => {
    const own = ladder(
      [0, to(PRIMARY), to({ kind: 'emergencyVendor' })],
      [30, to({ kind: 'emergencyVendor' }, { whateverElse: true })],
    );
    const night = nightWith(own);
    night.reply('vera', { verb: 'decline' });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(31);
    expect(textsTo(night, 'vera').filter((each) => each === 'step')).toHaveLength(1);
  });
});

test('the last resort and what a company begins with inform nobody without waking somebody', () => {
  const all = [LAST_RESORT, ...P1.steps, ...DEFAULT_POLICY.ladders.P2.steps];
  expect(all.flatMap((step) => step.targets).filter((each) => each.isCopy)).toEqual([]);
});
