import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#shared/escalation';
import {
  alarmsOf,
  minutesIn,
  of,
  openNight,
  PEOPLE,
  policyWith,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

describe('rule 2: accepted without an estimate', () => {
  test('the ladder goes on with the next person, and the silent one only gets a question', () => {
    const night = openNight();
    night.pass(3);
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(10);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[13, 'noEta']]);
    expect(of(night.events, 'dispatched').at(-1)).toMatchObject({ why: 'reopened', firstStep: 1 });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [13, 'marcus'],
    ]);
    expect(textsTo(night, 'chen')).toEqual(['step', 'askEta', 'stillComing']);
    night.pass(15);
    expect(stepsOf(night).slice(2)).toEqual([
      [20, 'ines'],
      [27, 'paul'],
    ]);
  });

  test('whoever was silent counts as asked, and not as having declined: their yes still takes it', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(11);
    expect(night.state.notified.find((each) => each.recipient.responderId === 'chen')?.hasDeclined).toBe(false);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    expect(night.state.holder).toMatchObject({ responderId: 'chen' });
  });

  test('a step that would ask only the silent one again is passed over', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(3);
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(60);
    // Step 2 of a P2 is the primary once more, by voice.
    expect(of(night.events, 'dispatched').at(-1)?.firstStep).toBe(2);
    expect(stepsOf(night).at(-1)).toEqual([63, 'marcus']);
  });

  test('where everybody had been asked it begins at the first step that asks somebody else', () => {
    const night = openNight();
    night.pass(33);
    night.reply('olga', { verb: 'accept', minutes: null });
    night.pass(10);
    expect(stepsOf(night).at(-1)).toEqual([43, 'chen']);
    const alone = openNight({ policy: policyWith('P1', { ...DEFAULT_POLICY.ladders.P1, steps: [] }) });
    alone.run({ ...onBehalf('chen'), etaMinutes: null });
    alone.pass(10);
    expect(alone.state.status).not.toBe('acknowledged');
  });

  test('nobody else is on any list: the silent one is asked again, rather than nobody', () => {
    const nobody = { 'onCall:backup': [], 'role:coordinator': [], 'role:manager': [], 'role:owner': [] };
    const steps = [DEFAULT_POLICY.ladders.P1.steps[0] ?? DEFAULT_POLICY.ladders.P1.steps[1]].flatMap(
      (each) => each ?? [],
    );
    const night = openNight({
      policy: policyWith('P1', { steps, lastWindowMin: 8 }),
      targets: targetsWith({ ...nobody, emergencyVendor: [] }),
    });
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(10);
    expect(stepsOf(night).at(-1)).toEqual([10, 'chen']);
  });

  test('rule 3: what was passed over by a jump and wakes whatever else still does', () => {
    const [first, backup, coordinator, manager, vendor] = DEFAULT_POLICY.ladders.P1.steps;
    if (!first || !backup || !coordinator || !manager || !vendor) throw new Error('no steps');
    const steps = [first, backup, { ...vendor, afterPreviousMin: 5 }, coordinator, manager];
    const night = openNight({ policy: policyWith('P1', { ...DEFAULT_POLICY.ladders.P1, steps }) });
    night.pass(2);
    night.run({ type: 'jumpTo', step: 3, reason: 'the ceiling is down' });
    night.reply('ines', { verb: 'accept', minutes: null });
    night.pass(12);
    expect(stepsOf(night).slice(1)).toEqual([
      [2, 'ines'],
      [12, 'paul'],
      [13, 'vera'],
    ]);
    expect(of(night.events, 'stepFired').at(-1)?.why).toBe('whateverElse');
  });

  test('whoever declined before the yes is not asked by a later step of the same round', () => {
    const night = openNight({ targets: targetsWith({ 'role:manager': [PEOPLE.marcus] }) });
    night.pass(9);
    night.reply('marcus', { verb: 'decline' });
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(17);
    expect(stepsOf(night).at(-1)).toEqual([19, 'olga vera']);
    expect(stepsOf(night).filter(([, who]) => who === 'marcus')).toHaveLength(1);
  });
});

const onBehalf = (who: keyof typeof PEOPLE) => {
  const { responderId, name, company } = PEOPLE[who];
  return { type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'I go', etaMinutes: 15 } as const;
};

describe('rule 5: a missed estimate', () => {
  test('plus its grace: the ladder goes on where it had stopped', () => {
    const night = openNight();
    night.pass(3);
    night.reply('chen', { verb: 'accept', minutes: 16 });
    night.pass(26);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[29, 'etaMissed']]);
    expect(stepsOf(night).slice(1)).toEqual([[29, 'marcus']]);
    expect(textsTo(night, 'chen').at(-1)).toBe('stillComing');
    expect(night.state.messages.findLast((each) => each.purpose === 'stillComing')?.text).toMatch(
      /#1042.*still coming\?.*1 30.*next person is being asked now/,
    );
    expect(alarmsOf(night)).toContain('etaMissed');
  });

  test('whoever gives it back, and the coordinator who re-opens it, begin at the first step', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 30 });
    night.run({ type: 'reopen', words: 'his van broke down' });
    expect(stepsOf(night).at(-1)).toEqual([9, 'chen']);
    expect(of(night.events, 'dispatched').at(-1)?.firstStep).toBeUndefined();
  });

  test('hours late after a stop it waits a minute for a person, then goes on where it had stopped', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.sleep(200);
    expect(alarmsOf(night)).toContain('lateByHours');
    night.pass(1);
    expect(of(night.events, 'dispatched').at(-1)?.firstStep).toBe(1);
    expect(stepsOf(night).at(-1)?.[1]).toBe('marcus');
  });
});
