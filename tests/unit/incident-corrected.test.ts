import { describe, expect, it } from 'vitest';
import { narrate } from '#shared/incident';
import { CORE, openNight, PEOPLE, TARGETS } from './incident-model.ts';

const COPY = { name: 'Google rota', checkedAt: Date.UTC(2026, 10, 21, 4, 40) };
const chenFor = (person: (typeof PEOPLE)[keyof typeof PEOPLE]) => ({ ...TARGETS, 'onCall:primary': [person] });

/** A live calendar that answers after the step it was wanted for (PRODUCT 6). */
describe('a fresh copy of a live calendar', () => {
  const notifiedAfter = (seconds: number) => {
    const night = openNight({});
    night.now += seconds * 1_000;
    night.targets = chenFor(PEOPLE.marcus);
    const made = night.run({ type: 'correctSchedule' }, CORE);
    return {
      night,
      texts: made.flatMap((each) => (each.type === 'messageQueued' && !each.call ? [each.to.name] : [])),
    };
  };

  it('that names somebody else within 30 s notifies that person too', () => {
    expect(notifiedAfter(30).texts).toEqual(['Marcus Bell']);
    expect(notifiedAfter(31).texts).toEqual([]);
  });

  it('does so once, and leaves ladder and clocks as they are', () => {
    const { night } = notifiedAfter(10);
    const run = night.state.ladder;
    expect(night.run({ type: 'correctSchedule' }, CORE)).toEqual([]);
    expect(run).toMatchObject({ nextStep: 1, waitsFor: 'step', reachedInRound: 1 });
    expect(run?.dueAt).toBe(night.state.reportedAt + 8 * 60_000);
    expect(night.state.notified.map(({ recipient }) => recipient.name)).toEqual(['Wei Chen', 'Marcus Bell']);
  });

  it('counts for the window: one of the two may still answer when the other declines', () => {
    const { night } = notifiedAfter(5);
    night.reply('chen', { verb: 'decline' });
    expect(night.state.ladder).toMatchObject({ nextStep: 1 });
    night.reply('marcus', { verb: 'accept', minutes: 20 });
    expect(night.state.holder?.name).toBe('Marcus Bell');
  });

  it('that names the same person, or comes when somebody has it, changes nothing', () => {
    const night = openNight({});
    expect(night.run({ type: 'correctSchedule' }, CORE)).toEqual([]);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.targets = chenFor(PEOPLE.marcus);
    expect(night.run({ type: 'correctSchedule' }, CORE)).toEqual([]);
  });

  it('finds whoever a step missed that nobody was on call for', () => {
    const night = openNight({ targets: { ...TARGETS, 'onCall:primary': [] } });
    // Nobody on call: the backup was woken at once.
    expect(night.state.notified.map(({ recipient }) => recipient.name)).toEqual(['Marcus Bell']);
    night.targets = TARGETS;
    night.now += 5_000;
    night.run({ type: 'correctSchedule' }, CORE);
    expect(night.state.notified.map(({ recipient }) => recipient.name)).toEqual(['Marcus Bell', 'Wei Chen']);
  });

  it('does not ask again who has declined in this round', () => {
    const night = openNight({});
    night.reply('chen', { verb: 'decline' });
    night.targets = { ...TARGETS, 'onCall:backup': [PEOPLE.chen] };
    night.run({ type: 'correctSchedule' }, CORE);
    const texts = night.state.messages.filter(({ purpose, to }) => purpose === 'step' && to.name === 'Wei Chen');
    expect(texts).toHaveLength(1);
  });
});

describe('a copy that is not of just now', () => {
  it('is named in the line of the step that went by it, in both languages', () => {
    const night = openNight({});
    night.oldCopies = [COPY];
    night.pass(8);
    const fired = night.events.filter((each) => each.type === 'stepFired');
    const [first, second] = fired;
    if (!first || !second) throw new Error('two steps');
    const says = (event: typeof first, language: 'en' | 'es') => narrate(event, language, 'America/New_York').sentence;
    expect(says(first, 'en')).not.toContain('Google rota');
    expect(says(second, 'en')).toContain('by the copy of “Google rota” from 23:40: it did not answer in time');
    expect(says(second, 'es')).toContain('según la copia de “Google rota” de las 23:40: no contestó a tiempo');
  });

  it('is not named where nobody asked who is on call', () => {
    const night = openNight({});
    night.oldCopies = [COPY];
    night.pass(15);
    const coordinator = night.events.filter((each) => each.type === 'stepFired').at(-1);
    expect(coordinator).toMatchObject({ step: 2 });
    expect(coordinator).not.toHaveProperty('oldCopies');
  });
});
