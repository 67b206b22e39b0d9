import { describe, expect, test } from 'vitest';
import { narrate } from '#shared/incident';
import { alarmsOf, CORE, LEAK, minutesIn, of, openNight, stepsOf, textsTo } from './incident-model.ts';

const unattended = { openedBy: CORE, facts: { channel: 'sms', isUnattended: true } } as const;

describe('rule 2: `3`, not an emergency', () => {
  test('alarms the desk and is answered, whoever opened it; the window runs on', () => {
    const night = openNight();
    night.pass(3);
    night.reply('chen', { verb: 'notEmergency' }, '3');
    expect(alarmsOf(night)).toEqual(['notEmergency']);
    expect(textsTo(night, 'chen')).toEqual(['step', 'notEmergency']);
    expect(night.state.notEmergency).toMatchObject({ name: 'Wei Chen' });
    expect(night.state.hold).toBeNull();
    night.pass(6);
    expect(stepsOf(night).at(-1)).toEqual([8, 'marcus']);
  });

  test('so does raising or lowering it while somebody has it', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.reply('chen', { verb: 'notEmergency' }, '3');
    night.run({ type: 'changeTier', tier: 'P2', reason: 'a drip' });
    expect(alarmsOf(night)).toEqual([]);
  });

  test('lowering or closing it is the decision, and ends the question', () => {
    const night = openNight();
    night.reply('chen', { verb: 'notEmergency' }, '3');
    night.run({ type: 'changeTier', tier: 'P3', reason: 'a drip, says the plumber' });
    expect(night.state.notEmergency).toBeNull();
    expect(alarmsOf(night)).toEqual([]);
    expect(textsTo(night, 'chen').at(-1)).toBe('standDown');
  });

  test('of what dispatched itself and nobody has looked at: the ladder is held for a person', () => {
    const night = openNight(unattended);
    night.pass(3);
    night.reply('chen', { verb: 'notEmergency' }, '3');
    expect(minutesIn(night.state.hold?.untilAt ?? 0)).toBe(13);
    night.pass(9);
    expect(stepsOf(night)).toHaveLength(1);
    // Nobody decided: it goes on, with the five minutes that its window still had.
    night.pass(6);
    expect(alarmsOf(night)).toContain('holdEnded');
    expect(stepsOf(night).at(-1)).toEqual([18, 'marcus']);
    const held = of(night.events, 'held')[0];
    expect(held && narrate(held, 'en', 'America/New_York')).toMatchObject({
      sentence: expect.stringContaining('Held by Wei Chen until'),
      words: expect.stringContaining('No emergency, says the responder'),
    });
  });

  test('it is held once: what nobody decided is not held again, whoever says so', () => {
    const night = openNight(unattended);
    night.pass(3);
    night.reply('chen', { verb: 'notEmergency' }, '3');
    night.pass(11);
    night.reply('chen', { verb: 'notEmergency' }, '3 really');
    expect(night.state.hold).toBeNull();
    expect(alarmsOf(night)).toContain('notEmergency');
    night.pass(4);
    expect(stepsOf(night).at(-1)).toEqual([18, 'marcus']);
    night.reply('marcus', { verb: 'notEmergency' }, '3');
    expect(night.state.hold).toBeNull();
    expect(of(night.events, 'held')).toHaveLength(1);
  });

  test('danger to life is never held', () => {
    const facts = { ...unattended.facts, verdict: { ...LEAK.verdict, lifeSafety: 'gas' as const } };
    const night = openNight({ openedBy: CORE, facts });
    night.pass(3);
    night.reply('chen', { verb: 'notEmergency' }, '3');
    expect(night.state.hold).toBeNull();
    expect(alarmsOf(night)).toContain('notEmergency');
    night.pass(6);
    expect(stepsOf(night).at(-1)).toEqual([8, 'marcus']);
  });

  test('once a person has acted it is not held; hearing, reading and noting are no look', () => {
    const night = openNight(unattended);
    for (const type of ['hearAlarms', 'readWords', 'note'] as const) {
      night.run(type === 'note' ? { type, words: 'x' } : type === 'readWords' ? { type, contactId: null } : { type });
    }
    expect(night.state.isUnchecked).toBe(true);
    night.run({ type: 'logCall', responderId: 'chen', name: 'Wei Chen', result: 'voicemail' });
    expect(night.state.isUnchecked).toBe(false);
    night.reply('chen', { verb: 'notEmergency' }, '3');
    expect(night.state.hold).toBeNull();
  });

  test('the text says that no person has checked it, until one has', () => {
    const night = openNight(unattended);
    const last = () => night.state.messages.findLast((each) => each.purpose === 'step')?.text;
    expect(last()).toContain('Not yet checked by a person.');
    night.run({ type: 'escalateNow' });
    expect(night.state.isUnchecked).toBe(false);
    night.pass(8);
    expect(last()).not.toContain('Not yet checked');
    expect(openNight().state.messages[0]?.text).not.toContain('Not yet checked');
  });
});
