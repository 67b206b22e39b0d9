import { describe, expect, test } from 'vitest';
import { alarmsOf, CORE, minutesIn, of, openNight, PEOPLE, policyWith, stepsOf, textsTo } from './incident-model.ts';

/** Without a step that fires whatever else, which is another rule's. */
const calm = policyWith('P1', {
  steps: [
    {
      afterPreviousMin: 0,
      targets: [{ target: { kind: 'onCall', role: 'primary' }, channels: ['sms'], whateverElse: false }],
    },
    {
      afterPreviousMin: 8,
      targets: [{ target: { kind: 'onCall', role: 'backup' }, channels: ['sms'], whateverElse: false }],
    },
  ],
  lastWindowMin: 8,
});

const taken = (minutes: number) => {
  const night = openNight({ policy: calm });
  night.reply('chen', { verb: 'accept', minutes });
  return night;
};

describe('rule 5: an acknowledgement that has gone stale', () => {
  test('after an hour without a word they are asked; silent for ten minutes more, the ladder goes on', () => {
    const night = taken(110);
    night.pass(60);
    expect(of(night.events, 'stillComingAsked').map((each) => minutesIn(each.at))).toEqual([60]);
    expect(textsTo(night, 'chen')).toEqual(['step', 'confirm', 'stillComing']);
    night.pass(9);
    expect(night.state.status).toBe('acknowledged');
    night.pass(1);
    expect(of(night.events, 'reopened').map((each) => [minutesIn(each.at), each.why])).toEqual([[70, 'stale']]);
    expect(stepsOf(night).at(-1)).toEqual([70, 'marcus']);
    expect(alarmsOf(night)).toContain('stale');
  });

  test.each([
    ['a yes', { verb: 'accept', minutes: null }],
    ['a new time', { verb: 'eta', minutes: 45 }],
    ['a question', { verb: 'status' }],
  ] as const)('%s is a sign of them, and the hour begins again', (_, understood) => {
    const night = taken(110);
    night.pass(62);
    night.reply('chen', understood);
    expect(night.state.holder).toMatchObject({ stillComingByAt: null, lastSignAt: night.now });
    night.pass(20);
    expect(of(night.events, 'reopened')).toEqual([]);
  });

  test('words that nobody can read are none: a telephone may answer by itself', () => {
    const night = taken(110);
    night.pass(62);
    night.reply('chen', { verb: 'none' }, 'zzz');
    expect(night.state.holder?.stillComingByAt).not.toBeNull();
  });

  test('spoken with by the desk counts, and so does being connected', () => {
    for (const command of [
      { type: 'logCall', responderId: 'chen', name: 'Wei Chen', result: 'reached' },
      { type: 'connect', responderId: 'chen', name: 'Wei Chen', result: 'connected' },
    ] as const) {
      const night = taken(110);
      night.pass(65);
      night.run(command);
      expect(night.state.holder?.lastSignAt).toBe(night.now);
      night.pass(6);
      expect(of(night.events, 'reopened')).toEqual([]);
    }
  });

  test('an estimate that ends before the hour decides, and nobody is asked', () => {
    const night = taken(50);
    night.pass(59);
    expect(of(night.events, 'stillComingAsked')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['etaMissed']);
  });

  test('without a number of theirs a person has to ask', () => {
    const night = openNight({ policy: calm });
    const { responderId, name, company } = PEOPLE.olga;
    const said = { type: 'acknowledgeFor', responderId, name, company, via: 'inPerson', words: 'I go' } as const;
    night.run({ ...said, etaMinutes: 110 });
    night.pass(60);
    expect(alarmsOf(night)).toEqual(['stale']);
    night.run({ ...said, words: 'yes, in traffic', etaMinutes: null });
    expect(alarmsOf(night)).toEqual([]);
    night.pass(15);
    expect(night.state.holder?.responderId).toBe('olga');
  });

  test('a moved clock moves it; hours late it waits a minute for a person', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 590 });
    night.now += 3_600_000;
    night.run({ type: 'moveClock', deltaMs: 3_600_000 }, CORE);
    night.pass(179);
    expect(of(night.events, 'stillComingAsked')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'stillComingAsked')).toHaveLength(1);
    night.sleep(160);
    expect(alarmsOf(night)).toContain('lateByHours');
    expect(of(night.events, 'reopened')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['stale']);
  });
});

describe('rule 5: an estimate that is hours away', () => {
  test('alarms the desk at once on a P1, whoever gave it', () => {
    expect(alarmsOf(taken(121))).toEqual(['etaFar']);
    expect(alarmsOf(taken(120))).toEqual([]);
    const night = taken(20);
    night.run({ type: 'setEta', etaMinutes: 200 });
    expect(alarmsOf(night)).toEqual(['etaFar']);
    night.reply('chen', { verb: 'eta', minutes: 30 });
    expect(alarmsOf(night)).toEqual([]);
  });

  test('not on a P2; raised to P1 it does', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 240 });
    expect(alarmsOf(night)).toEqual([]);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(alarmsOf(night)).toEqual(['etaFar']);
  });
});
