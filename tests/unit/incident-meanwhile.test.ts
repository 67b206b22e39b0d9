import { describe, expect, test } from 'vitest';
import { narrate } from '#shared/incident';
import {
  alarmsOf,
  MORNING_AT,
  minutesIn,
  of,
  openNight,
  PEOPLE,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

const named = (who: keyof typeof PEOPLE) => {
  const { responderId, name, company } = PEOPLE[who];
  return { responderId, name, company } as const;
};

describe('rule 6: a person is added by name', () => {
  test('they are woken now, and the ladder goes on as planned', () => {
    const night = openNight();
    night.pass(3);
    night.run({ type: 'addPerson', responderId: 'olga', words: 'lives next door' });
    expect(of(night.events, 'stepFired').at(-1)).toMatchObject({ why: 'added', recipients: [{ responderId: 'olga' }] });
    expect(textsTo(night, 'olga')).toEqual(['step']);
    night.pass(5);
    expect(stepsOf(night).at(-1)).toEqual([8, 'marcus']);
    night.reply('olga', { verb: 'accept', minutes: 10 });
    expect(night.state.holder?.responderId).toBe('olga');
  });

  test('their no does not end a window in which others are awaited', () => {
    const night = openNight();
    night.run({ type: 'addPerson', responderId: 'olga', words: 'x' });
    night.reply('olga', { verb: 'decline' });
    expect(stepsOf(night)).toHaveLength(2);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night).at(-1)).toEqual([0, 'marcus']);
  });

  test('refused where somebody has it, where they have no number, and of nobody on the list', () => {
    const night = openNight();
    expect(night.refusal({ type: 'addPerson', responderId: 'nobody', words: 'x' })).toBe('unreachable');
    night.reply('chen', { verb: 'accept', minutes: 10 });
    expect(night.refusal({ type: 'addPerson', responderId: 'olga', words: 'x' })).toBe('alreadyTaken');
  });

  test('a P3 that nobody is woken for can be given to somebody', () => {
    const night = openNight({ tier: 'P3' });
    night.run({ type: 'addPerson', responderId: 'chen', words: 'has time' });
    expect(textsTo(night, 'chen')).toEqual(['step']);
    night.reply('chen', { verb: 'accept', minutes: 30 });
    expect(night.state.holder?.responderId).toBe('chen');
  });
});

describe('rule 6: handed over by name', () => {
  const handOver = (who: keyof typeof PEOPLE) =>
    ({ type: 'handOver', ...named(who), via: 'phone', words: 'I am closer', etaMinutes: 15 }) as const;

  test('the other has it, both names in the log; everybody and the resident hear it', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 60 });
    night.pass(10);
    const made = night.run(handOver('chen'));
    expect(of(made, 'handedOver')).toMatchObject([
      { fromName: 'Marcus Bell', toName: 'Wei Chen', words: 'I am closer' },
    ]);
    const [handed] = of(made, 'handedOver');
    expect(handed && narrate(handed, 'en', 'America/New_York').sentence).toBe(
      'Handed over from Marcus Bell to Wei Chen by Rosa Alvarez',
    );
    expect(night.state.holder).toMatchObject({ responderId: 'chen', how: 'onBehalf', via: 'phone' });
    expect(textsTo(night, 'marcus').at(-1)).toBe('taken');
    expect(textsTo(night, 'chen').at(-1)).toBe('confirm');
    expect(of(made, 'messageQueued').some((each) => each.to.kind === 'resident')).toBe(true);
  });

  test('whoever was not asked before reads what it is about, and need not be called', () => {
    const night = openNight({ hasVoice: false });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run(handOver('olga'));
    expect(textsTo(night, 'olga')).toEqual(['step', 'confirm']);
    expect(night.state.callsByHand).toEqual([]);
    expect(
      night.state.messages.find((each) => each.purpose === 'step' && each.to.phone === PEOPLE.olga.phone)?.state,
    ).toBe('accepted');
  });

  test('rule 3: what fires whatever else is not lost by it', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run(handOver('marcus'));
    night.run({ type: 'setEta', etaMinutes: 90 });
    night.pass(31);
    expect(stepsOf(night).at(-1)).toEqual([30, 'vera']);
  });

  test('refused where nobody has it, and to whoever has it', () => {
    const night = openNight();
    expect(night.refusal(handOver('chen'))).toBe('notTaken');
    night.reply('chen', { verb: 'accept', minutes: 10 });
    expect(night.refusal(handOver('chen'))).toBe('samePerson');
  });
});

describe('rule 6: one person is stood down', () => {
  test('they read why, and the next is asked at once where nobody else was awaited', () => {
    const night = openNight();
    night.pass(2);
    night.run({ type: 'standDown', ...named('chen'), reason: 'wrong trade' });
    expect(textsTo(night, 'chen').at(-1)).toBe('standDown');
    expect(night.state.messages.findLast((each) => each.purpose === 'standDown')?.text).toContain('wrong trade');
    expect(stepsOf(night).at(-1)).toEqual([2, 'marcus']);
  });

  test('what has not left for them is called back', () => {
    const night = openNight({ hasGateway: false });
    night.run({ type: 'standDown', ...named('chen'), reason: 'wrong trade' });
    const step = night.state.messages.find((each) => each.purpose === 'step');
    expect(step).toMatchObject({ state: 'cancelled', reason: 'stoodDown' });
  });

  test('nor do they read which further units there are, where that had not left', () => {
    const night = openNight({ hasGateway: false, hasVoice: false });
    const unit = {
      partId: 'i-2',
      number: 1043,
      tier: 'P1' as const,
      unitLabel: '12A',
      residentName: 'Ann Lee',
      text: 'water here too',
    };
    night.run({ type: 'addPart', part: { ...unit, hasVolunteeredNeed: false, lifeSafety: null }, asked: [] });
    night.run({ type: 'standDown', ...named('chen'), reason: 'wrong trade' });
    const theirs = night.state.messages.filter((each) => each.to.name === PEOPLE.chen.name);
    expect(theirs.map((each) => [each.purpose, each.state])).toEqual([
      ['step', 'cancelled'],
      ['units', 'cancelled'],
      ['standDown', 'queued'],
    ]);
  });

  test('of several the window runs on', () => {
    const night = openNight({ targets: targetsWith({ 'onCall:primary': [PEOPLE.chen, PEOPLE.ines] }) });
    night.run({ type: 'standDown', ...named('chen'), reason: 'wrong trade' });
    night.pass(7);
    expect(stepsOf(night)).toHaveLength(1);
  });

  test('refused for whoever has it, and for whoever was not asked', () => {
    const night = openNight();
    expect(night.refusal({ type: 'standDown', ...named('olga'), reason: 'x' })).toBe('notNotified');
    night.reply('chen', { verb: 'accept', minutes: 10 });
    expect(night.refusal({ type: 'standDown', ...named('chen'), reason: 'x' })).toBe('hasIt');
  });
});

describe('rule 6: caller and responder on one line', () => {
  test('connected stands in the log, and nobody is texted', () => {
    const night = openNight();
    const made = night.run({ type: 'connect', responderId: 'chen', name: 'Wei Chen', result: 'connected' });
    expect(made.map((each) => each.type)).toEqual(['connected']);
  });

  test('not reached: the responder gets the number of the caller', () => {
    const night = openNight();
    night.run({ type: 'connect', responderId: 'chen', name: 'Wei Chen', result: 'notReached' });
    expect(textsTo(night, 'chen').at(-1)).toBe('connect');
    expect(night.state.messages.at(-1)?.text).toMatch(/call Dana Ruiz \(202\) 555-0142 now/);
  });

  test('not reached, and not asked before: they get it all the same', () => {
    const night = openNight();
    night.run({ type: 'connect', responderId: 'olga', name: 'Olga Reyes', result: 'notReached' });
    expect(textsTo(night, 'olga')).toEqual(['connect']);
  });

  test('refused without a number of the caller', () => {
    const night = openNight({ facts: { caller: { ...openNight().state.caller, phone: null } } });
    expect(night.refusal({ type: 'connect', responderId: 'chen', name: 'Wei Chen', result: 'connected' })).toBe(
      'noPhone',
    );
  });
});

describe('section 8: two calls by hand within three minutes', () => {
  const call = (result: 'reached' | 'noAnswer' | 'voicemail') =>
    ({ type: 'logCall', responderId: 'chen', name: 'Wei Chen', result }) as const;

  test.each(['noAnswer', 'voicemail'] as const)('%s: once more, a minute later, and then no more', (result) => {
    const night = openNight({ hasVoice: false });
    night.pass(2);
    expect(alarmsOf(night)).toEqual(['callByHand']);
    night.run(call(result));
    expect(night.state.callsByHand).toMatchObject([{ responderId: 'chen', attempt: 2, isDue: false }]);
    expect(alarmsOf(night)).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'callByHandDue').map((each) => minutesIn(each.at))).toEqual([2, 3]);
    night.run(call(result));
    expect(night.state.callsByHand).toEqual([]);
  });

  test('reached, it is done', () => {
    const night = openNight({ hasVoice: false });
    night.pass(2);
    night.run(call('reached'));
    expect(night.state.callsByHand).toEqual([]);
  });

  test('a call that nobody planned is only written down', () => {
    const night = openNight();
    night.run(call('noAnswer'));
    expect(night.state.callsByHand).toEqual([]);
  });
});

describe('rule 14: the promise of a P3', () => {
  const untilMorning = (night: ReturnType<typeof openNight>) => night.pass((MORNING_AT - night.now) / 60_000);

  test('missed when its hour passes without a word, and stored', () => {
    const night = openNight({ tier: 'P3' });
    expect(night.state.promise).toBe('running');
    untilMorning(night);
    expect(of(night.events, 'promiseSettled')).toMatchObject([{ what: 'morning', isKept: false }]);
    expect(night.state.promise).toBe('missed');
    night.run({ type: 'writeTo', to: 'resident', text: 'We come at noon.' });
    expect(night.state.promise).toBe('missed');
  });

  test.each([
    ['written to', { type: 'writeTo', to: 'resident', text: 'We come at noon.' }],
    ['closed', { type: 'resolve', outcome: 'fixed', words: '' }],
    ['taken', { type: 'acknowledgeFor', ...named('chen'), via: 'phone', words: 'ok', etaMinutes: 30 }],
  ] as const)('kept where the resident hears before: %s', (_, command) => {
    const night = openNight({ tier: 'P3' });
    night.pass(60);
    night.run(command);
    expect(night.state.promise).toBe('kept');
    untilMorning(night);
    expect(of(night.events, 'promiseSettled')).toHaveLength(1);
  });

  test('raised, it is not a P3 any more', () => {
    const night = openNight({ tier: 'P3' });
    night.run({ type: 'changeTier', tier: 'P2', reason: 'worse' });
    expect(night.state.promise).toBe('none');
  });

  test('nobody was promised anything who has no number', () => {
    const night = openNight({ tier: 'P3', facts: { caller: { ...openNight().state.caller, phone: null } } });
    expect(night.state.promise).toBe('none');
  });
});
