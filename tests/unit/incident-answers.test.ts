import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/contract';
import { isLookedAfter, narrate } from '#shared/incident';
import { MESSAGE_STATES } from '../../shared/incident/events.ts';
import { rises } from '../../shared/incident/evolve-messages.ts';
import {
  alarmsOf,
  CORE,
  minutesIn,
  of,
  openNight,
  PEOPLE,
  type PersonId,
  policyWith,
  settlement,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

const onBehalf = (who: PersonId, etaMinutes: number | null) => {
  const { responderId, name, company } = PEOPLE[who];
  return { type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'I go', etaMinutes } as const;
};

describe('rule 2: somebody takes it', () => {
  test('the ladder stops, unsent messages of it are called back, everyone notified hears who has it', () => {
    const night = openNight({ hasGateway: false });
    night.pass(9);
    const made = night.reply('marcus', { verb: 'accept', minutes: 30 }, '1 30');
    expect(of(made, 'acknowledged')[0]).toMatchObject({ name: 'Marcus Bell', how: 'reply', words: '1 30' });
    expect(minutesIn(night.state.holder?.etaAt ?? 0)).toBe(39);
    const steps = night.state.messages.filter((each) => each.purpose === 'step');
    expect(steps.map((each) => each.state)).toEqual(['cancelled', 'cancelled']);
    expect(textsTo(night, 'chen')).toEqual(['step', 'taken']);
    expect(textsTo(night, 'marcus')).toEqual(['step', 'confirm']);
    night.pass(18);
    expect(stepsOf(night)).toHaveLength(2);
  });

  test('a message that has been accepted by the gateway is not called back', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 30 });
    expect(night.state.messages.find((each) => each.purpose === 'step')?.state).toBe('accepted');
  });

  describe('a message of which nobody knows whether it left', () => {
    const unknownStep = (nextIn: number | null) => {
      const night = openNight({ hasGateway: false });
      const key = night.state.messages.find((each) => each.purpose === 'step')?.key ?? '';
      night.run(settlement(key, 'unknown', nextIn === null ? null : night.now + nextIn), CORE);
      const stateOf = () => night.state.messages.find((each) => each.key === key);
      return { night, key, stateOf };
    };

    test('is not sent again, and nobody claims that it was not sent', () => {
      const { night, key, stateOf } = unknownStep(1000);
      const made = night.reply('chen', { verb: 'accept', minutes: 30 });
      const told = of(made, 'messageState').filter((each) => each.key === key);
      expect(told).toMatchObject([{ state: 'unknown', nextAt: null, reason: 'acknowledged' }]);
      expect(stateOf()?.state).toBe('unknown');
    });

    test('and that would not leave again anyhow is left as it is', () => {
      const { night, key } = unknownStep(null);
      const made = night.reply('chen', { verb: 'accept', minutes: 30 });
      expect(of(made, 'messageState').filter((each) => each.key === key)).toEqual([]);
    });

    test.each(['retrying', 'unknown'] as const)('is not revived by a late "%s"', (late) => {
      const { night, key, stateOf } = unknownStep(1000);
      night.reply('chen', { verb: 'accept', minutes: 30 });
      expect(night.run(settlement(key, late, night.now + 1000), CORE)).toEqual([]);
      expect(stateOf()).toMatchObject({ state: 'unknown', nextAt: null });
    });

    test('may still turn out to be delivered, or lost without an alarm', () => {
      const delivered = unknownStep(1000);
      delivered.night.reply('chen', { verb: 'accept', minutes: 30 });
      delivered.night.settle(delivered.key, 'delivered');
      expect(delivered.stateOf()?.state).toBe('delivered');
      const failed = unknownStep(1000);
      failed.night.reply('chen', { verb: 'accept', minutes: 30 });
      failed.night.settle(failed.key, 'failed');
      expect(failed.stateOf()?.state).toBe('failed');
      expect(alarmsOf(failed.night)).toEqual([]);
    });
  });

  test('called back on its way, its answer lost: then nobody knows, and it does not leave again', () => {
    const night = openNight({ hasGateway: false });
    const key = night.state.messages.find((each) => each.purpose === 'step')?.key ?? '';
    night.reply('chen', { verb: 'accept', minutes: 30 });
    const made = night.run(settlement(key, 'unknown', night.now + 1000), CORE);
    expect(of(made, 'messageState')).toMatchObject([{ key, state: 'unknown', nextAt: null }]);
    expect(alarmsOf(night)).toEqual([]);
    expect(night.run(settlement(key, 'unknown', night.now + 2000), CORE)).toEqual([]);
    expect(night.run(settlement(key, 'retrying', night.now + 2000), CORE)).toEqual([]);
  });

  test('what a person wrote to the responders is not part of the ladder and still leaves', () => {
    const night = openNight({ hasGateway: false });
    night.run({ type: 'writeTo', to: 'responders', text: 'Gate code by phone.' });
    night.reply('chen', { verb: 'accept', minutes: 30 });
    expect(night.state.messages.find((each) => each.purpose === 'manual')?.state).toBe('queued');
  });

  test('a called-back message whose failure is reported afterwards alarms nobody', () => {
    const night = openNight({ hasGateway: false });
    const key = night.state.messages.find((each) => each.purpose === 'step')?.key ?? '';
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.settle(key, 'failed');
    expect(alarmsOf(night)).toEqual([]);
  });

  test('a late reply is answered with who has it and changes nothing', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 30 });
    const holder = night.state.holder;
    night.reply('chen', { verb: 'accept', minutes: 5 });
    expect(night.state.holder).toEqual(holder);
    const answer = night.state.messages.at(-1);
    expect(answer).toMatchObject({ purpose: 'lateReply', to: { responderId: 'chen' } });
    expect(answer?.text).toContain('Marcus Bell');
  });

  test('the coordinator takes it for somebody: who, how and in which words', () => {
    const night = openNight();
    night.run(onBehalf('chen', 25));
    expect(of(night.events, 'acknowledged')[0]).toMatchObject({ how: 'onBehalf', via: 'phone', words: 'I go' });
    expect(night.refusal(onBehalf('marcus', 5))).toBe('alreadyTaken');
  });

  test('acceptance without ETA is asked for one; with a later one the asking ends', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: null });
    expect(textsTo(night, 'chen')).toEqual(['step', 'askEta']);
    night.pass(3);
    night.reply('chen', { verb: 'eta', minutes: 20 });
    expect(textsTo(night, 'chen')).toEqual(['step', 'askEta', 'confirm']);
    night.pass(9);
    expect(alarmsOf(night)).toEqual([]);
    expect(night.state.status).toBe('acknowledged');
  });

  test('a P1 without ETA wants a call at 5 minutes and resumes at 10', () => {
    const night = openNight({ hasVoice: false });
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(5);
    expect(alarmsOf(night)).toEqual(['noEta']);
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(5);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[11, 'noEta']]);
    expect(stepsOf(night).at(-1)).toEqual([11, 'marcus']);
    expect(alarmsOf(night)).toContain('noEta');
  });

  test('an estimate answers the alarm that asked for it', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(6);
    night.run({ type: 'setEta', etaMinutes: 15 });
    expect(alarmsOf(night)).toEqual([]);
  });

  test('an estimate from somebody who has not taken it takes nothing', () => {
    const night = openNight();
    night.reply('chen', { verb: 'eta', minutes: 30 });
    expect(night.state.holder).toBeNull();
  });

  test('whoever has it passes it on: the ladder goes on with the others, not with them again', () => {
    const night = openNight();
    night.pass(2);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(3);
    night.reply('chen', { verb: 'decline' });
    expect(night.state.holder).toBeNull();
    expect(stepsOf(night).at(-1)).toEqual([5, 'marcus']);
    expect(night.state.messages.filter((each) => each.purpose === 'step' && each.state === 'queued')).toEqual([]);
    expect(night.state.messages.filter((each) => each.text.includes('#1042 P1')).map((each) => each.state)).toEqual([
      'accepted',
      'cancelled',
      'accepted',
    ]);
    expect(night.state.heldResidentText?.purpose ?? night.state.messages.at(-1)?.purpose).toBe('reopened');
  });

  test('whoever passes it on reads that it was noted', () => {
    const night = openNight();
    night.reply('chen', { verb: 'decline' });
    expect(textsTo(night, 'chen')).toEqual(['step', 'confirm']);
    expect(night.state.messages.at(-1)?.text ?? '').not.toBe('');
  });

  test('whoever declines what another has already reads who has it', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 30 });
    night.reply('chen', { verb: 'decline' });
    expect(textsTo(night, 'chen')).toEqual(['step', 'taken', 'lateReply']);
    expect(night.state.holder?.name).toBe('Marcus Bell');
  });

  test.each(['P1', 'P2', 'P3'] as const)('%s: whoever has it passes it on, with an empty policy too', (tier) => {
    const night = openNight({ tier, policy: policyWith(tier, { steps: [], lastWindowMin: 8 }) });
    night.run(onBehalf('chen', 20));
    expect(night.state.holder?.name).toBe('Wei Chen');
    night.run({ type: 'declineFor', responderId: 'chen', name: 'Wei Chen', words: 'car broke' });
    expect(night.state.holder).toBeNull();
    // A P3 waits for the morning, which needs no watching.
    expect(tier === 'P3' || isLookedAfter(night.state)).toBe(true);
  });

  test('HERE from somebody who never accepted takes it, on site, with no estimate of ours', () => {
    const night = openNight();
    night.pass(3);
    night.reply('chen', { verb: 'here' });
    expect(night.state.status).toBe('onSite');
    expect(night.state.holder).toMatchObject({ responderId: 'chen', etaAt: night.now });
    expect(textsTo(night, 'chen')).toEqual(['step', 'confirm']);
    expect(night.state.sla.state).toBe('kept');
  });

  test('nobody has it: the coordinator cannot mark an arrival', () => {
    const night = openNight();
    expect(night.refusal({ type: 'markArrived' })).toBe('notTaken');
    night.run(onBehalf('chen', 10));
    expect(night.refusal({ type: 'markArrived' })).toBeNull();
  });

  test.each([
    ['decline', { verb: 'decline' }],
    ['ETA', { verb: 'eta', minutes: 20 }],
    ['HERE', { verb: 'here' }],
    ['DONE', { verb: 'done' }],
    ['accept', { verb: 'accept', minutes: 10 }],
    ['not an emergency', { verb: 'notEmergency' }],
  ] as const)('closed: a late %s of whoever had it changes nothing', (_, understood) => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(10);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    const texts = night.state.messages.filter((each) => each.to.kind === 'resident').length;
    night.reply('chen', understood);
    expect(night.state.status).toBe('resolved');
    expect(night.state.messages.filter((each) => each.to.kind === 'resident')).toHaveLength(texts);
    expect(of(night.events, 'etaSet')).toEqual([]);
    expect(stepsOf(night)).toHaveLength(1);
  });

  test('on site, an estimate is not news for the resident', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(10);
    night.reply('chen', { verb: 'here' });
    night.pass(10);
    const before = night.state.messages.length;
    night.reply('chen', { verb: 'eta', minutes: 20 });
    expect(night.state.messages.slice(before).filter((each) => each.to.kind === 'resident')).toEqual([]);
  });
});

describe('rule 5: after the acknowledgement', () => {
  test('a missed estimate plus grace re-opens the ladder', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.pass(24.9);
    expect(night.state.status).toBe('acknowledged');
    night.pass(0.1);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[25, 'etaMissed']]);
    expect(stepsOf(night).at(-1)).toEqual([25, 'marcus']);
    expect(alarmsOf(night)).toEqual(['etaMissed']);
  });

  test('arrival has a clock: the desk is asked after two hours, and again', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 15 });
    night.pass(10);
    night.reply('chen', { verb: 'here' });
    night.pass(245);
    expect(of(night.events, 'resolutionChecked').map((each) => minutesIn(each.at))).toEqual([130, 250]);
    expect(textsTo(night, 'chen').filter((purpose) => purpose === 'askDone')).toHaveLength(2);
    expect(night.state.messages.findLast((each) => each.purpose === 'askDone')?.text).toMatch(/#1042.*reply DONE\b/);
    for (const language of LANGUAGES)
      for (const event of of(night.events, 'resolutionChecked'))
        expect(narrate(event, language, 'UTC').sentence).not.toMatch(/asked|pregunt/);
    expect(alarmsOf(night)).toContain('notResolved');
  });

  test.each([
    ['P1', 120],
    ['P2', (Date.UTC(2026, 10, 23, 15) - Date.UTC(2026, 10, 21, 4, 52)) / 60_000],
  ] as const)('%s: the resident is asked "fixed?" and 1 leaves it closed', (tier, after) => {
    const night = openNight({ tier });
    night.pass(10);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.pass(after - 1);
    expect(of(night.events, 'followUpAsked')).toEqual([]);
    night.pass(1);
    expect(night.state.messages.at(-1)?.purpose).toBe('followUp');
    answer(night, true);
    expect(night.state).toMatchObject({ status: 'resolved', followUp: { isAsked: true, isAnswered: true } });
  });

  test('2 re-opens it with an alarm for a person', () => {
    const night = openNight();
    night.run({ type: 'resolve', outcome: 'madeSafe', words: 'done' });
    night.pass(121);
    answer(night, false);
    expect(night.state.status).toBe('running');
    expect(alarmsOf(night)).toContain('residentNotFixed');
    expect(of(night.events, 'reopened')[0]?.why).toBe('residentNotFixed');
  });

  test('on site for somebody without a phone on the list: nobody is asked, and the log does not say so', () => {
    const night = openNight();
    night.run({ ...onBehalf('vera', 10), via: 'inPerson' });
    night.run({ type: 'markArrived' });
    night.pass(121);
    expect(alarmsOf(night)).toContain('notResolved');
    expect(night.state.messages.filter((each) => each.purpose === 'askDone')).toEqual([]);
  });

  test('an answer that comes before the question saves the question', () => {
    const night = openNight();
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.pass(5);
    answer(night, true);
    night.pass(200);
    expect(of(night.events, 'followUpAsked')).toEqual([]);
  });

  test('a resident who wrote STOP is not asked, and the log says why', () => {
    const night = openNight();
    night.run({ type: 'resolve', outcome: 'fixed', words: 'done' });
    night.isResidentOptedOut = true;
    night.pass(121);
    expect(of(night.events, 'residentTextSuppressed').at(-1)).toMatchObject({ purpose: 'followUp', why: 'optedOut' });
    for (const event of of(night.events, 'followUpAsked'))
      expect(narrate(event, 'en', 'UTC').sentence).not.toMatch(/was asked/);
  });
});

describe('rule 6: tier, closing, re-opening', () => {
  test('raising starts the higher ladder at once', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(6);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'now through the light' });
    night.pass(8);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [6, 'chen'],
      [14, 'marcus'],
    ]);
    expect(of(night.events, 'dispatched').at(-1)).toMatchObject({ tier: 'P1', why: 'tierChange' });
  });

  test('raising from P3 tells the resident, who expected the morning', () => {
    const night = openNight({ tier: 'P3' });
    night.pass(10);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'it burst' });
    expect(night.state.messages.filter((each) => each.to.kind === 'resident').at(-1)?.purpose).toBe('receipt');
    expect(minutesIn(night.state.promiseByAt ?? 0)).toBeLessThan(30);
  });

  test('raising keeps an acknowledgement', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(night.state).toMatchObject({ status: 'acknowledged', tier: 'P1', holder: { responderId: 'chen' } });
  });

  test('lowering to P3 calls back what has not left and stands everyone down', () => {
    const night = openNight();
    night.pass(9);
    night.run({ type: 'changeTier', tier: 'P3', reason: 'a drip' });
    expect(textsTo(night, 'chen').at(-1)).toBe('standDown');
    expect(textsTo(night, 'marcus').at(-1)).toBe('standDown');
    expect(night.state.status).toBe('morning');
    night.pass(120);
    expect(stepsOf(night)).toHaveLength(2);
  });

  test('lowering to P2 stands down those the lower ladder does not ask', () => {
    const night = openNight();
    night.pass(9);
    night.run({ type: 'changeTier', tier: 'P2', reason: 'it has slowed' });
    expect(textsTo(night, 'marcus').at(-1)).toBe('standDown');
    expect(textsTo(night, 'chen')).toEqual(['step', 'step']);
    expect(night.refusal({ type: 'changeTier', tier: 'P2', reason: 'again' })).toBe('sameTier');
  });

  test('closing cancels everything unsent, stands everyone down and ends the clocks but the follow-up', () => {
    const night = openNight({ hasGateway: false });
    night.pass(9);
    night.run({ type: 'resolve', outcome: 'fixed', words: 'capped' });
    const left = night.state.messages.filter((each) => each.state === 'queued');
    expect(left.map((each) => each.purpose).toSorted()).toEqual(['standDown', 'standDown']);
    expect(alarmsOf(night)).toEqual([]);
    expect(night.refusal({ type: 'resolve', outcome: 'fixed', words: 'done' })).toBe('alreadyResolved');
    expect(night.refusal({ type: 'escalateNow' })).toBe('alreadyResolved');
  });

  test('what somebody took and will not come for is re-opened: nobody has it, the ladder begins again', () => {
    const night = openNight();
    expect(night.refusal({ type: 'reopen', words: 'too early' })).toBe('notResolved');
    night.run({
      type: 'acknowledgeFor',
      responderId: 'chen',
      name: 'Marcus Chen',
      company: '',
      via: 'phone',
      words: 'on my way',
      etaMinutes: 20,
    });
    night.run({ type: 'reopen', words: 'his van broke down' });
    expect(night.state.holder).toBeNull();
    expect(night.state.ladder).toMatchObject({ seq: 2, round: 1, waitsFor: 'step', nextStep: 1 });
  });

  test('re-opening by the coordinator begins again at the first step', () => {
    const night = openNight();
    night.pass(9);
    night.run({ type: 'resolve', outcome: 'cancelled', words: 'done' });
    night.pass(6);
    night.run({ type: 'reopen', words: 'not so' });
    expect(stepsOf(night).at(-1)).toEqual([15, 'chen']);
    expect(night.state.resolution).toBeNull();
    expect(night.refusal({ type: 'reopen', words: '' })).toBe('notResolved');
  });

  test('re-opening what somebody has who will not come after all begins the ladder again', () => {
    const night = openNight();
    expect(night.refusal({ type: 'reopen', words: '' })).toBe('notResolved');
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(6);
    night.run({ type: 'reopen', words: 'he called: flat tire' });
    expect(night.state).toMatchObject({ status: 'running', holder: null });
    night.pass(8);
    expect(stepsOf(night).slice(1)).toEqual([
      [6, 'chen'],
      [14, 'marcus'],
    ]);
  });

  test.each([
    ['nobody to write to', { type: 'writeTo', to: 'responders', text: 'hello' }, 'nobodyToWrite'],
    ['no number of the resident', { type: 'writeTo', to: 'resident', text: 'hello' }, 'noPhone'],
    ['no ladder to climb', { type: 'escalateNow' }, 'nothingToEscalate'],
    ['nobody has it', { type: 'setEta', etaMinutes: 5 }, 'notTaken'],
    [
      'somebody who was not notified declines',
      { type: 'declineFor', responderId: 'x', name: 'X', words: '' },
      'notNotified',
    ],
  ] as const)('refused: %s', (_, command, code) => {
    const night = openNight({ tier: 'P3', facts: { caller: { ...callerWithout } } });
    expect(night.refusal(command)).toBe(code);
  });
});

describe('messages', () => {
  test('states only rise, whatever order reports come in', () => {
    for (const from of MESSAGE_STATES) {
      for (const to of MESSAGE_STATES) {
        if (from === to) continue;
        const isRetry = from === 'unknown' && to === 'retrying';
        const isCalledBack = from === 'unknown' && to === 'cancelled';
        // It waits now for its phone, now for its gateway.
        const isWaiting = [from, to].every((each) => each === 'held' || each === 'retrying');
        if (rises(from, to) && !isRetry && !isCalledBack && !isWaiting)
          expect([from, to, rises(to, from) && to !== 'unknown']).toEqual([from, to, false]);
      }
    }
    const night = openNight();
    const key = night.state.messages[0]?.key ?? '';
    night.settle(key, 'delivered');
    for (const late of ['accepted', 'failed', 'expired', 'retrying'] as const)
      expect(night.settle(key, late)).toEqual([]);
  });

  test('an answer that was lost and will not be asked for again is for a person', () => {
    const night = openNight({ hasGateway: false });
    const key = night.state.messages[0]?.key ?? '';
    night.run(settlement(key, 'unknown', night.now + 1000), CORE);
    expect(alarmsOf(night)).toEqual([]);
    night.run(settlement(key, 'unknown'), CORE);
    expect(alarmsOf(night)).toEqual(['messageUnknown']);
    expect(night.run(settlement('no such key', 'failed'), CORE)).toEqual([]);
  });

  test('the first P1 text names whom to call when the desk falls silent; late ones say so', () => {
    const night = openNight();
    night.pass(8);
    const texts = night.state.messages.filter((each) => each.purpose === 'step').map((each) => each.text);
    expect(texts[0]).toMatch(/No word in 10 min: call Paul Novak/);
    expect(texts[1]).not.toMatch(/No word/);
    expect(texts.join()).not.toMatch(/late/);
  });

  test('a phone with another incident open gets the letter, the same one each time', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, openCodes: ['A'] }] }) });
    expect(night.state.messages.find((each) => each.purpose === 'step')?.text).toMatch(/^B #1042 P1/);
    night.targets = targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, openCodes: [] }] });
    night.pass(38);
    expect(night.state.notified.find((each) => each.recipient.responderId === 'chen')?.recipient.code).toBe('B');
  });
});

const callerWithout = {
  name: 'Dana Ruiz',
  phone: null,
  language: 'en',
  residentId: null,
  hasVolunteeredNeed: false,
} as const;

function answer(night: ReturnType<typeof openNight>, isFixed: boolean): void {
  const words = isFixed ? '1' : '2';
  const command = { type: 'answerFollowUp', isFixed, rating: null, words, contactId: 'c-2' } as const;
  night.run(command, { kind: 'resident', name: 'Dana Ruiz' });
}
