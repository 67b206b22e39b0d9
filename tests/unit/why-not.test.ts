import { describe, expect, test } from 'vitest';
import type { LadderStep, WhyNotLine } from '#shared/contract';
import { type IncidentCommand, whyNot } from '#shared/incident';
import { CORE, MINUTE_MS, type Night, openNight, PEOPLE, policyWith, START_AT, targetsWith } from './incident-model.ts';

/** Rule 12: "why was nobody told?" is answered from the log alone. */

const linesOf = (night: Night): readonly WhyNotLine[] =>
  whyNot(night.events.map((event, index) => ({ seq: index + 1, event })));
const only = (night: Night, what: WhyNotLine['what']): readonly WhyNotLine[] =>
  linesOf(night).filter((each) => each.what === what);
const stepKey = (night: Night): string => night.state.messages.find((each) => each.purpose === 'step')?.key ?? '';

const settled = (
  key: string,
  state: Extract<IncidentCommand, { type: 'settleMessage' }>['state'],
  reason: string,
  nextAt: number | null = null,
): IncidentCommand => ({
  type: 'settleMessage',
  key,
  state,
  attempt: 1,
  gateway: 'practice',
  reason,
  isPossiblyTwice: false,
  nextAt,
});

/** A P2 whose messages wait: nothing has been taken by a gateway. */
const waiting = (): Night => openNight({ tier: 'P2', hasGateway: false });

describe('rule 12: why was nobody told', () => {
  test('rule 12: held by the throttle: rule 9, until when; held again, only the last time is told', () => {
    const night = waiting();
    const hold = (minutes: number) => settled(stepKey(night), 'held', 'throttled', night.now + minutes * MINUTE_MS);
    night.run(hold(1), CORE);
    night.now += MINUTE_MS;
    night.run(hold(4), CORE);
    expect(night.state.messages[0]).toMatchObject({ state: 'held', nextAt: night.now + 4 * MINUTE_MS });
    expect(only(night, 'held').filter((each) => each.rule === 9)).toMatchObject([
      { at: night.now, whom: 'Wei Chen', words: { en: expect.stringContaining('held until 23:47') } },
    ]);
    expect(linesOf(night)[0]?.words.es).toMatch(/retenido hasta las 23:47/);
  });

  test('rule 12: a text that the policy has leave later: until when, by rule 1', () => {
    const target: LadderStep['targets'][number] = {
      target: { kind: 'onCall', role: 'primary' },
      channels: ['sms'],
      whateverElse: false,
      afterMin: { sms: 4 },
    };
    const steps = [{ afterPreviousMin: 0, targets: [target] }];
    const night = openNight({ policy: policyWith('P1', { steps, lastWindowMin: 8 }) });
    expect(only(night, 'held')).toMatchObject([
      { at: START_AT, whom: 'Wei Chen', rule: 1, words: { en: expect.stringMatching(/Wei Chen: leaves at 23:46;/) } },
    ]);
  });

  test('rule 12: failed: the gateway, with its reason', () => {
    const night = waiting();
    night.run(settled(stepKey(night), 'failed', 'numberRefused'), CORE);
    expect(only(night, 'failed')).toMatchObject([
      { rule: 'gateway', whom: 'Wei Chen', words: { en: expect.stringContaining('the gateway refuses this number') } },
    ]);
  });

  test('rule 12: tried again, and expired: section 8', () => {
    const night = waiting();
    const key = stepKey(night);
    night.run(settled(key, 'retrying', 'full', night.now + 2_000), CORE);
    night.run(settled(key, 'retrying', 'full', night.now + 6_000), CORE);
    night.run(settled(key, 'expired', 'waitedTooLong'), CORE);
    expect(only(night, 'retrying')).toHaveLength(1);
    expect(only(night, 'expired')).toMatchObject([{ rule: 'section 8', whom: 'Wei Chen' }]);
  });

  test('rule 12: unknown, and no receipt: section 8; sent once more or not is said', () => {
    const night = waiting();
    const key = stepKey(night);
    night.run(settled(key, 'unknown', 'noAnswer', night.now + 1_000), CORE);
    night.run(settled(key, 'unknown', 'noAnswer'), CORE);
    const [first, second] = only(night, 'unknown');
    expect(first?.words.en).toMatch(/once more under the same key/);
    expect(second?.words.en).toMatch(/not sent again/);
    night.settle(key, 'accepted');
    night.run(settled(key, 'unconfirmed', 'noReceipt'), CORE);
    expect(only(night, 'unconfirmed')).toMatchObject([{ rule: 'section 8', whom: 'Wei Chen' }]);
  });

  test('rule 12: bundled: rule 9', () => {
    const night = waiting();
    night.run(settled(stepKey(night), 'accepted', 'bundled:i-1-2'), CORE);
    expect(only(night, 'bundled')).toMatchObject([{ rule: 9, whom: 'Wei Chen', at: START_AT }]);
    expect(
      linesOf(night)
        .map((each) => each.words.en)
        .join(),
    ).not.toContain('i-1-2');
  });

  test('rule 12: called back because somebody has it: rule 2', () => {
    const night = waiting();
    const { responderId, name, company } = PEOPLE.marcus;
    night.run({ type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'ok', etaMinutes: 20 });
    expect(only(night, 'cancelled')).toMatchObject([
      { rule: 2, whom: 'Wei Chen', words: { en: expect.stringContaining('somebody has it') } },
    ]);
  });

  test('rule 12: nobody on call: rule 1; no number: section 3', () => {
    const targets = targetsWith({ 'onCall:primary': [], 'onCall:backup': [{ ...PEOPLE.marcus, phone: null }] });
    const night = openNight({ tier: 'P2', targets });
    night.pass(1);
    expect(only(night, 'skipped').map((each) => each.rule)).toEqual([1, 1, 'section 3']);
    expect(only(night, 'skipped')[0]?.words.en).toBe('step 1 was passed over at once: nobody is on call (primary)');
  });

  test('rule 12: declined: rule 1, and the step that asks them no more', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'decline' }, '2');
    expect(only(night, 'declined')).toMatchObject([{ rule: 1, whom: 'Wei Chen' }]);
    expect(only(night, 'skipped')).toMatchObject([{ rule: 1, whom: 'Wei Chen' }]);
  });

  test('rule 12: suppressed: no number (section 3), STOP (section 8), a quiet tier (rule 10)', () => {
    const caller = { ...openNight().state.caller, phone: null };
    expect(only(openNight({ facts: { caller } }), 'suppressed')).toMatchObject([{ rule: 'section 3' }]);
    expect(only(openNight({ isResidentOptedOut: true }), 'suppressed')).toMatchObject([{ rule: 'section 8' }]);
    const quiet = openNight({ tier: 'P2' });
    quiet.pass(16);
    expect(only(quiet, 'suppressed')).toMatchObject([{ rule: 10 }]);
  });

  test('rule 12: the resident’s five minutes: rule 10, until when', () => {
    const night = openNight();
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    expect(only(night, 'held')).toMatchObject([{ rule: 10, words: { en: expect.stringContaining('23:47') } }]);
  });

  test('rule 12: hours late: rule 8', () => {
    const night = openNight();
    night.sleep(200);
    expect(only(night, 'held').map((each) => each.rule)).toContain(8);
  });

  test('rule 12: at the desk: rule 4', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, isAtDesk: true }] }) });
    expect(only(night, 'deskAlarm')).toMatchObject([{ rule: 4, whom: 'Wei Chen' }]);
  });

  test('rule 12: called by hand and not reached: section 8', () => {
    const night = openNight({ hasVoice: false });
    night.run({ type: 'logCall', responderId: 'chen', name: 'Wei Chen', result: 'voicemail' });
    expect(only(night, 'notReached')).toMatchObject([{ rule: 'section 8', whom: 'Wei Chen' }]);
  });

  test('rule 12: a P3 says that nobody was to be asked', () => {
    expect(linesOf(openNight({ tier: 'P3' }))[0]).toMatchObject({ what: 'nobodyAsked', rule: 'section 4' });
    expect(only(openNight(), 'nobodyAsked')).toEqual([]);
  });

  test('rule 12: where everybody was told at once there is nothing to say', () => {
    expect(linesOf(openNight())).toEqual([]);
  });
});
