import { describe, expect, test } from 'vitest';
import type { StepTarget } from '#shared/contract';
import { clocksOf, narrate, whyNot } from '#shared/incident';
import {
  alarmsOf,
  CORE,
  LEAK,
  MINUTE_MS,
  minutesIn,
  type Night,
  of,
  openNight,
  type PersonId,
  policyWith,
  settlement,
  stepsOf,
  textsTo,
} from './incident-model.ts';

/** `[minute it may ring, state]` of every call to somebody. */
const callsTo = (night: Night, who: PersonId) =>
  night.state.messages.flatMap((each) => {
    if (each.purpose !== 'call' || each.to.kind !== 'responder' || each.to.responderId !== who) return [];
    const queued = of(night.events, 'messageQueued').find(({ key }) => key === each.key);
    return [[minutesIn(queued?.sendAt ?? 0), each.state] as const];
  });
const byHand = (night: Night) => night.state.callsByHand.map((each) => [each.responderId, minutesIn(each.dueAt)]);
const told = (night: Night, language: 'en' | 'es' = 'en') =>
  night.events.filter((each) => each.type === 'callEnded').map((each) => narrate(each, language, 'UTC').sentence);

function askingPrimary(how: Pick<StepTarget, 'channels' | 'afterMin'>): Night {
  const target: StepTarget = { target: { kind: 'onCall', role: 'primary' }, whateverElse: false, ...how };
  return openNight({
    policy: policyWith('P1', { steps: [{ afterPreviousMin: 0, targets: [target] }], lastWindowMin: 8 }),
  });
}

describe('a step that calls', () => {
  test('rings beside the text, at once, in the language of whoever is called', () => {
    const night = openNight();
    const call = night.state.messages.find((each) => each.purpose === 'call');
    expect(call).toMatchObject({ lane: 0, round: 1, step: 0, state: 'queued', call: { turn: 1, language: 'en' } });
    expect(call?.text).toMatch(/^Nightdesk, priority 1\. Maple Court, unit 1 4 B/);
    expect(textsTo(night, 'chen')).toEqual(['step']);
    expect(night.state.callsByHand).toEqual([]);
  });

  test('later, where the policy gives the text some minutes', () => {
    const night = askingPrimary({ channels: ['sms', 'voice'], afterMin: { voice: 3 } });
    expect(callsTo(night, 'chen')).toEqual([[3, 'queued']]);
    expect(whyNot(night.events.map((event, seq) => ({ seq, event })))[0]?.words.en).toMatch(/^Call to .+ leaves at/);
  });

  test('only calls where it names nothing else', () => {
    const night = askingPrimary({ channels: ['voice'] });
    expect(textsTo(night, 'chen')).toEqual([]);
    expect(callsTo(night, 'chen')).toEqual([[0, 'queued']]);
  });
});

describe('a key on a call', () => {
  test('1 takes it, by voice: the ladder stops, and whoever takes it is asked by text when they come', () => {
    const night = openNight();
    night.callEnds('chen', 'key', '1');
    expect(night.state.status).toBe('acknowledged');
    expect(night.state.holder).toMatchObject({ responderId: 'chen', how: 'reply', via: 'voice', etaAt: null });
    expect(textsTo(night, 'chen')).toEqual(['step', 'askEta']);
    expect(callsTo(night, 'chen')).toEqual([[0, 'delivered']]);
    const [taken] = of(night.events, 'acknowledged');
    expect(taken && narrate(taken, 'en', 'UTC').sentence).toMatch(/has it, no ETA, by a key on the call$/);
    expect(taken && narrate(taken, 'es', 'UTC').sentence).toMatch(/con una tecla en la llamada$/);
  });

  test('2 passes it on: the next step fires now', () => {
    const night = openNight();
    night.callEnds('chen', 'key', '2');
    expect(of(night.events, 'declined')).toMatchObject([
      { responderId: 'chen', how: 'reply', via: 'voice', words: '2' },
    ]);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [0, 'marcus'],
    ]);
    expect(callsTo(night, 'marcus')).toEqual([[0, 'queued']]);
  });

  test('1 after somebody else took it changes nothing and is answered with who has it', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 20 });
    expect(callsTo(night, 'chen')).toEqual([[0, 'cancelled']]);
    night.callEnds('chen', 'key', '1');
    expect(night.state.holder?.responderId).toBe('marcus');
    expect(textsTo(night, 'chen').slice(-2)).toEqual(['taken', 'lateReply']);
    expect(callsTo(night, 'chen')).toEqual([[0, 'delivered']]);
  });

  test('1 after it was closed is told that it was', () => {
    const night = openNight();
    night.run({ type: 'resolve', outcome: 'falseAlarm', words: 'a drill' });
    night.callEnds('chen', 'key', '1');
    expect(night.state.status).toBe('resolved');
    expect(textsTo(night, 'chen').at(-1)).toBe('lateReply');
  });

  test('1 confirms a tier that was raised', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'the ceiling came down' });
    expect(callsTo(night, 'chen')).toEqual([[0, 'queued']]);
    night.callEnds('chen', 'key', '1');
    expect(night.state.holder?.confirmByAt).toBeNull();
    expect(of(night.events, 'tierConfirmed')).toHaveLength(1);
  });
});

describe('a call in which nobody decided', () => {
  test.each(['noAnswer', 'busy', 'noKey'] as const)(
    '%s: once more within three minutes, then the ladder goes on',
    (end) => {
      const night = openNight();
      night.callEnds('chen', end);
      expect(callsTo(night, 'chen').map(([at]) => at)).toEqual([0, 1]);
      expect(night.state.messages.at(-1)).toMatchObject({ call: { turn: 2 }, round: 1, step: 0 });
      night.pass(1);
      night.callEnds('chen', end);
      expect(callsTo(night, 'chen')).toHaveLength(2);
      expect(byHand(night)).toEqual([]);
      expect(stepsOf(night)).toEqual([[0, 'chen']]);
      night.pass(7);
      expect(stepsOf(night).at(-1)).toEqual([8, 'marcus']);
    },
  );

  test('picked up without a key is no acknowledgement, whoever or whatever it was', () => {
    const night = openNight();
    night.callEnds('chen', 'noKey');
    expect(night.state.holder).toBeNull();
    expect(told(night)).toEqual([
      expect.stringMatching(/^Call to .+: picked up, no key pressed; it may have been a voicemail$/),
    ]);
  });

  test('the second call is not made once somebody has it', () => {
    const night = openNight();
    night.callEnds('chen', 'noAnswer');
    night.reply('chen', { verb: 'accept', minutes: 20 });
    expect(callsTo(night, 'chen')).toEqual([
      [0, 'failed'],
      [1, 'cancelled'],
    ]);
    const cancelled = of(night.events, 'messageState').find((each) => each.isCall);
    expect(cancelled && narrate(cancelled, 'en', 'UTC').sentence).toBe('Call not made (somebody has it)');
  });

  test('where text and both calls failed, nobody was reached: the next step fires now', () => {
    const night = openNight({ hasGateway: false });
    const text = night.state.messages.find((each) => each.purpose === 'step');
    night.callEnds('chen', 'noAnswer');
    night.callEnds('chen', 'busy');
    expect(stepsOf(night)).toEqual([[0, 'chen']]);
    night.run(settlement(text?.key ?? '', 'failed'), CORE);
    expect(stepsOf(night).at(-1)).toEqual([0, 'marcus']);
  });
});

describe('a call that could not be made', () => {
  test.each(['failed', 'unknown', 'expired'] as const)('%s: a person calls, at once', (end) => {
    const night = openNight();
    night.callEnds('chen', end);
    expect(byHand(night)).toEqual([['chen', 0]]);
    expect(clocksOf(night.state).find((each) => each.kind === 'callByHand')?.dueAt).toBe(night.now);
    night.pass(0);
    expect(alarmsOf(night)).toEqual(['callByHand']);
    expect(callsTo(night, 'chen')).toHaveLength(1);
  });

  test('not once it was called back', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.callEnds('chen', 'failed');
    expect(byHand(night)).toEqual([]);
  });

  test('after a crash it is made again; where it is not any more, a person calls', () => {
    const night = openNight();
    const key = night.state.messages.find((each) => each.purpose === 'call')?.key ?? '';
    night.run(settlement(key, 'unknown', night.now), CORE);
    expect(byHand(night)).toEqual([]);
    night.run(settlement(key, 'unknown'), CORE);
    expect(byHand(night)).toEqual([['chen', 0]]);
    expect(alarmsOf(night)).toEqual([]);
  });

  test('nothing of a call is told twice, and an end that says less than is known changes nothing', () => {
    const night = openNight();
    night.callEnds('chen', 'key', '1');
    expect(night.callEnds('chen', 'noAnswer')).toEqual([]);
    expect(night.callEnds('chen', 'key', '1')).toEqual([]);
  });
});

test('why not knows of calls, in both languages', () => {
  const night = openNight();
  night.callEnds('chen', 'busy');
  night.now += MINUTE_MS;
  night.callEnds('chen', 'failed');
  const lines = whyNot(night.events.map((event, seq) => ({ seq, event }))).filter((each) => each.what === 'notReached');
  expect(lines.map(({ words, rule }) => [words.en, words.es, rule])).toEqual([
    ['called, busy', 'se le llamó, ocupado', 'section 8'],
    ['the call could not be made', 'no se pudo hacer la llamada', 'gateway'],
  ]);
});

describe('without a voice gateway nothing is as with one', () => {
  test('a person is to call after two minutes, and nothing waits to be rung', () => {
    const night = openNight({ hasVoice: false });
    expect(callsTo(night, 'chen')).toEqual([]);
    expect(byHand(night)).toEqual([['chen', 2]]);
  });
});

describe('a P1 that somebody has without an estimate', () => {
  const begin = (how: 'P1' | 'P2' = 'P1') => {
    const night = openNight({ tier: how });
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: null });
    return night;
  };
  const call = (night: Night) => night.state.messages.findLast((each) => each.call?.asks === 'eta');

  test('is asked for it by telephone at five minutes, and nobody at the desk is alarmed', () => {
    const night = begin();
    night.pass(5);
    expect(call(night)).toMatchObject({ state: 'queued', round: null, call: { turn: 1, language: 'en', asks: 'eta' } });
    expect(call(night)?.text).toMatch(/^Nightdesk, priority 1\. Maple Court.+nobody knows when you will be there\./);
    expect(alarmsOf(night)).toEqual([]);
    expect(clocksOf(night.state).map((each) => each.kind)).not.toContain('noEtaCall');
    night.pass(5);
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['noEta']);
  });

  test('and says it: the call that waits or rings is not made any more', () => {
    const night = begin();
    night.pass(5);
    night.reply('chen', { verb: 'eta', minutes: 15 });
    expect(call(night)).toMatchObject({ state: 'cancelled', reason: 'etaGiven' });
  });

  test.each(['en', 'es'] as const)('1 asks for the minutes by text, 2 gives it back (%s)', () => {
    const coming = begin();
    coming.pass(5);
    coming.callEnds('chen', 'key', '1');
    expect(coming.state.status).toBe('acknowledged');
    expect(textsTo(coming, 'chen').at(-1)).toBe('askEta');
    const back = begin();
    back.pass(5);
    back.callEnds('chen', 'key', '2');
    expect(back.state.holder).toBeNull();
  });

  test('nobody decided twice: the desk is alarmed', () => {
    const night = begin();
    night.pass(5);
    night.callEnds('chen', 'noAnswer');
    night.pass(1);
    expect(call(night)).toMatchObject({ call: { turn: 2, asks: 'eta' } });
    expect(alarmsOf(night)).toEqual([]);
    night.callEnds('chen', 'noKey');
    expect(alarmsOf(night)).toEqual(['noEta']);
    expect(night.state.status).toBe('acknowledged');
  });

  test('a call that cannot be made is made by a person', () => {
    const night = begin();
    night.pass(5);
    night.callEnds('chen', 'failed');
    expect(byHand(night)).toEqual([['chen', 6]]);
  });

  test('of a P2 the desk calls, and where no gateway for calls is set up', () => {
    const night = begin('P2');
    night.pass(30);
    expect(call(night)).toBeUndefined();
    expect(alarmsOf(night)).toContain('noEta');
  });
});

describe('what has waited', () => {
  const GAS = { ...LEAK.verdict, lifeSafety: 'gas', reasons: [{ code: 'gas-odor', start: 0, end: 3 }] } as const;
  const worse = (night: Night): void => {
    const heard = { verdict: GAS, name: 'Dana', phone: '+12025550142', language: 'en' } as const;
    night.run({ type: 'joinContact', contactId: 'c-2', words: 'smells of gas now', heard }, CORE);
  };

  test('says what is known now, call and text alike; as long as nothing changed it stays', () => {
    const night = openNight({ hasGateway: false });
    const [text, call] = ['step', 'call'].map((purpose) => {
      const found = night.state.messages.find((each) => each.purpose === purpose);
      if (!found) throw new Error(`no ${purpose}`);
      return found;
    });
    const now = (key = '') => night.state.messages.find((each) => each.key === key)?.text;
    for (const each of [text, call])
      expect(night.run({ type: 'rewordMessage', key: each?.key ?? '' }, CORE)).toEqual([]);
    worse(night);
    for (const each of [text, call]) {
      const made = night.run({ type: 'rewordMessage', key: each?.key ?? '' }, CORE);
      expect(made).toMatchObject([{ type: 'messageReworded', key: each?.key, text: now(each?.key) }]);
      expect(made[0] && narrate(made[0], 'es', 'UTC').words).toBe(now(each?.key));
    }
    expect(now(text?.key)).toContain('DO NOT ENTER');
    expect(now(text?.key)).toContain('smells of gas now');
    expect(now(text?.key)).toContain('No word in 10 min');
    expect(now(call?.key)).toMatch(/Do not enter before the fire department.+smells of gas now/);
    expect(night.run({ type: 'rewordMessage', key: text?.key ?? '' }, CORE)).toEqual([]);
  });

  test('and has left, stays as it left', () => {
    const night = openNight();
    worse(night);
    const step = night.state.messages.find((each) => each.purpose === 'step');
    expect(night.run({ type: 'rewordMessage', key: step?.key ?? '' }, CORE)).toEqual([]);
  });
});
